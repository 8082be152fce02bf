import type { Rubric } from '../model/rubric.ts';
import type { Passage } from '../prose/passage.ts';
import { findMatches, listBothCases, toAlternation, WORD_END } from '../prose/phrase-patterns.ts';
import type { DocumentProse } from './document-prose.ts';

/** What speaks for a name: a sentence in which it offers something, the first of the document, the first question, its host, and each mention. */
const POINTS = { offers: 2, opens: 2, asked: 4, linked: 3, mentioned: 1 } as const;
const FEWEST_POINTS = 5;
/** Mentions that make a name surer, and those by which names are ranked. */
const SURE_MENTIONS = 3;
const MOST_MENTIONS = 9;
/** A name is written with a capital this many times for each time without. */
const FEWEST_CAPITALS = 4;
const MOST_CANDIDATES = 12;

/** Words with capitals; those behind the first may begin with a figure or a small letter, as `x402`. */
const NAME = '\\p{Lu}[\\p{L}\\p{N}.-]{2,30}(?: (?=\\p{Ll}{0,2}[\\p{Lu}\\p{N}])[\\p{L}\\p{N}.-]{1,30}){0,4}(?<!\\.)';

/** Whom the sentences of a document are about. */
export interface Subject {
  readonly name: string;
  /** Where it is named first. */
  readonly passage: Passage;
  /** In how many sentences it offers something. */
  readonly offers: number;
  /** True where it opens the document, is asked about, or has a host that is linked to. */
  readonly isCentral: boolean;
}

interface Candidate {
  readonly passage: Passage;
  offers: number;
  points: number;
  mentions: number;
  isCentral: boolean;
}

/** True for words that are on the pages of any project. */
export function isGeneric(text: string, { reading: { titles } }: Rubric): boolean {
  const generic = new Set(titles.generic);
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => generic.has(word) || /^\d+$/.test(word));
}

/** The own names of the hosts that a document links to: `acme` of `docs.acme.example`. */
function listHostNames({ passages }: DocumentProse, { hosts }: Rubric): ReadonlySet<string> {
  const shared = new Set(hosts.places.flatMap((place) => place.hosts.map((host) => host.replace(/\/.*$/, ''))));
  const linked = passages.flatMap(({ links }) =>
    links.flatMap(({ url }) => /^https?:\/\/(?:www\.)?([^/?#:]{1,200})/i.exec(url)?.[1]?.toLowerCase() ?? []),
  );
  return new Set(linked.filter((host) => !shared.has(host)).flatMap((host) => host.split('.').at(-2) ?? []));
}

/** Who offers something in most sentences, is asked about, or is linked to; null where nobody surely is. */
export function findSubject(prose: DocumentProse, rubric: Rubric): Subject | null {
  const { reading, grammar } = rubric;
  const { adverbs, verbs } = reading.offers;
  const { passages } = prose;
  const articles = toAlternation(grammar.names.lead);
  const offered = new RegExp(
    `(?<![\\p{L}\\p{N}.-])(${NAME}) (?!${articles} )(?:${toAlternation(adverbs)} ){0,2}${toAlternation(verbs)}${WORD_END}`,
    'gu',
  );
  const asked = new RegExp(`(?<!\\p{L})${toAlternation(listBothCases(reading.titles.leads))} (${NAME})\\?`, 'gu');
  const article = new RegExp(`^${articles} `, 'i');
  const candidates = new Map<string, Candidate>();
  const add = (found: string, passage: Passage, points: number): Candidate => {
    const name = found.replace(article, '');
    const candidate = candidates.get(name) ?? { passage, offers: 0, points: 0, mentions: 0, isCentral: false };
    candidate.points += points;
    candidate.isCentral ||= points > POINTS.offers;
    candidates.set(name, candidate);
    return candidate;
  };
  const opening = passages.find(({ depth, row, text }) => depth === null && row === null && /[.!:]\s*$/.test(text));
  let isAsked = false;
  for (const passage of passages) {
    for (const [, name = ''] of findMatches(asked, passage.text)) {
      add(name, passage, isAsked ? POINTS.offers : POINTS.asked);
      isAsked = true;
    }
    if (passage.depth !== null || passage.row !== null) continue;
    for (const { 1: name = '', index } of findMatches(offered, passage.text)) {
      const opens = passage === opening && index === 0;
      add(name, passage, POINTS.offers + (opens ? POINTS.opens : 0)).offers += 1;
    }
  }
  const hostNames = listHostNames(prose, rubric);
  for (const passage of hostNames.size === 0 ? [] : passages)
    for (const [word] of findMatches(
      /(?<![\p{L}\p{N}.-])\p{Lu}[\p{L}\p{N}]{2,30}(?![.-]?[\p{L}\p{N}])/gu,
      passage.text,
    ))
      if (hostNames.has(word.toLowerCase()) && !candidates.has(word)) add(word, passage, 0);
  const ranked = [...candidates].sort(([, a], [, b]) => b.points - a.points).slice(0, MOST_CANDIDATES);
  const countMatches = (source: string) => {
    const pattern = new RegExp(source, 'gu');
    return passages.reduce((sum, { text }) => sum + findMatches(pattern, text).length, 0);
  };
  // Within an address it is small whatever it is.
  const countSmall = (words: string) =>
    countMatches(`(?<![\\p{L}\\p{N}./@-])${toAlternation([words])}${WORD_END}(?![./@-][\\p{L}\\p{N}])`);
  for (const [name, candidate] of ranked) {
    candidate.mentions = countMatches(`(?<![\\p{L}\\p{N}])${toAlternation([name])}${WORD_END}`);
    if (!hostNames.has(name.toLowerCase().replace(/[ .].*$/, ''))) continue;
    candidate.points += POINTS.linked;
    candidate.isCentral = true;
  }
  const rank = ({ points, mentions }: Candidate, most: number) => points + POINTS.mentioned * Math.min(mentions, most);
  const isName = (name: string, mentions: number) =>
    /\p{Ll}\p{Lu}/u.test(name) || countSmall(name.toLowerCase()) * FEWEST_CAPITALS <= mentions;
  const sure = ranked
    .filter(([, candidate]) => rank(candidate, SURE_MENTIONS) >= FEWEST_POINTS)
    .filter(([name, { mentions }]) => !isGeneric(name, rubric) && isName(name, mentions))
    .sort(([, a], [, b]) => rank(b, MOST_MENTIONS) - rank(a, MOST_MENTIONS));
  const [first] = sure;
  if (first === undefined) return null;
  // What is also called by a longer name: "GPU Cloud" of "Acme GPU Cloud".
  const [name, { passage, offers, isCentral }] = sure.find(([longer]) => longer.endsWith(` ${first[0]}`)) ?? first;
  return { name, passage, offers, isCentral };
}

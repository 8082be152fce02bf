import type { MemoGrammar } from '../model/grammar.ts';
import type { StatementVocabulary } from '../model/rubric.ts';
import type { CustomerPatterns } from './customers.ts';
import { isWithin, type PassageSpan } from './passage.ts';
import { compilePhrases, hasMatch, NOT_ALPHABETIC, toAlternation, toOptional } from './phrase-patterns.ts';
import { findClause } from './sentences.ts';
import type { StancePatterns } from './stance.ts';
import type { StatedFigure } from './stated-figure.ts';

export function buildPartyPatterns({ us, rises, edges }: StatementVocabulary, { parties: g, reach }: MemoGrammar) {
  const start = `(?:^|${NOT_ALPHABETIC})`;
  const few = (most: number) => `(?:\\p{Ll}[\\p{L}-]{0,20} ){0,${most}}?`;
  return {
    /** A name behind this is a place, an author or a part, and not a party. */
    place: new RegExp(`${start}${toAlternation(g.places)} $`, 'iu'),
    /** A name behind this is what the figure is compared with, whoever's it is. */
    against: new RegExp(`${start}${toAlternation(g.against)} ${toOptional(g.against_leads)}$`, 'iu'),
    /** What may be between a figure and its party: "95 ms at Amazon", "90 cents on average here". */
    toOwner: new RegExp(`^,? ?${few(4)}${toAlternation(g.owners)} ${toOptional(g.owners_leads)}$`, 'u'),
    toHere: new RegExp(`^ ${few(2)}$`, 'u'),
    /** A party that an earlier figure belongs to, as in "95 ms at Amazon, and 180 here". */
    taken: new RegExp(`\\d[^\\d;.]{0,30}${toAlternation(g.taken)} $`, 'u'),
    /** What makes a `we` the writer's and not the project's. */
    writer: new RegExp(
      `${start}${toAlternation(g.writers)}(?![\\p{L}])|${toAlternation(g.writers_endings)}(?![\\p{L}])`,
      'u',
    ),
    we: new RegExp(`^${toAlternation(g.we)}$`, 'i'),
    here: new RegExp(`^${toAlternation(g.here)}$`, 'i'),
    /** What is between a party and a figure of its own. */
    own: new RegExp(`^(?:'s)? ${toOptional(g.own)}$`),
    /** What is between a figure and what it is compared with. */
    toObject: new RegExp(
      `^(?=[^.;:]{0,${reach.object}}$).*${start}${toAlternation(g.objects)}(?: \\p{Ll}+){0,2} $`,
      'su',
    ),
    /** Words for the project. */
    us,
    rises: { up: compilePhrases(rises.up), down: compilePhrases(rises.down) },
    edges: {
      ahead: compilePhrases(edges.ahead),
      behind: compilePhrases(edges.behind),
      less: compilePhrases(edges.less),
      more: compilePhrases(edges.more),
    },
  };
}

/** What the words next to a name say of whose a figure is. */
interface PartyVocabulary extends StancePatterns {
  readonly parties: ReturnType<typeof buildPartyPatterns>;
  readonly customers: CustomerPatterns;
  readonly ordinary: ReadonlySet<string>;
}

/** Which way a ratio or a percentage goes in the text that tells it. */
export interface FigureDirection {
  readonly rise: 'up' | 'down' | null;
  /** Whether the project is told as the one with more or less, or as the one in front or behind; null where that is open. */
  readonly edge: { readonly sense: EdgeSense; readonly isOfProject: boolean } | null;
}

const EDGE_SENSES = ['ahead', 'behind', 'less', 'more'] as const;
type EdgeSense = (typeof EDGE_SENSES)[number];

function detectEdgeSense(
  text: string,
  clause: PassageSpan,
  at: PassageSpan,
  { grammar, parties: { edges } }: PartyVocabulary,
): EdgeSense | null {
  // The comparative is near the figure: "three times as expensive".
  const { comparative: reach } = grammar.reach;
  const behind = text.slice(at.to, Math.min(clause.to, at.to + reach));
  const first = EDGE_SENSES.map((sense) => {
    const pattern = edges[sense];
    pattern.lastIndex = 0;
    return { sense, at: pattern.exec(behind)?.index ?? Number.POSITIVE_INFINITY };
  }).sort((a, b) => a.at - b.at)[0];
  // "More expensive" is worse, whatever it is more of.
  if (first !== undefined && first.at < reach) {
    if (first.sense === 'more' && hasMatch(edges.behind, behind)) return 'behind';
    return first.sense;
  }
  const said = text.slice(at.from, at.to);
  const before = text.slice(clause.from, at.from);
  return (
    EDGE_SENSES.find((sense) => hasMatch(edges[sense], said) || hasMatch(edges[sense], before.slice(-reach))) ?? null
  );
}

/** A comparison of the ledger: whether the project is ahead, and which values are better; null where that is open. */
export interface KnownEdge {
  readonly isAhead: boolean;
  readonly better: 'lower' | 'higher' | null;
}

/** True for words that say who is in front, whichever values are better. */
function tellsRank(sense: EdgeSense): boolean {
  return sense === 'ahead' || sense === 'behind';
}

/** Who is in front by the words next to a ratio or a percentage of a note; null where they leave it open. */
export function readKnownEdge({ edge }: FigureDirection, { of }: StatedFigure): KnownEdge | null {
  if (edge === null || !tellsRank(edge.sense) || (of !== 'multiple' && of !== 'percent')) return null;
  return { isAhead: (edge.sense === 'ahead') === edge.isOfProject, better: null };
}

/** True where the course told fits a comparison in which the project is `isAhead`, by a measure that is `better` so. */
export function fitsEdge({ edge }: FigureDirection, { isAhead, better }: KnownEdge): boolean {
  if (edge === null || (better === null && !tellsRank(edge.sense))) return true;
  const isGood = edge.sense === 'ahead' || edge.sense === (better === 'lower' ? 'less' : 'more');
  return (isGood === edge.isOfProject) === isAhead;
}

/** The project among the parties. */
export const PROJECT = 'project';

/** A place at which a text names the project or somebody that it is compared with. */
export interface PartyMention extends PassageSpan {
  readonly party: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}.&-]*[\p{L}\p{N}]|[\p{L}\p{N}]/gu;
const NAMED = /^\p{Lu}|^\p{Ll}\p{Lu}/u;
/** The parties of a memo by the words of their names. */
export class Parties {
  readonly #byWord = new Map<string, string>();

  readonly #vocabulary: PartyVocabulary;

  /** @param name of the project. */
  constructor(name: string, vocabulary: PartyVocabulary) {
    this.#vocabulary = vocabulary;
    for (const word of vocabulary.parties.us) this.#byWord.set(word.toLowerCase(), PROJECT);
    const [first = ''] = name.match(WORD) ?? [];
    if (first.length > 2) this.#byWord.set(first.toLowerCase(), PROJECT);
  }

  /** Takes in a name; a word that is known already keeps its party. */
  add(name: string): string | null {
    const { customers, ordinary } = this.#vocabulary;
    const [lead = ''] = name.split(/[,(]/);
    const words = (lead.match(WORD) ?? []).filter(
      (word) => NAMED.test(word) && word.length > 1 && !customers.isNoName.test(word) && !/^\p{Lu}\d+$/u.test(word),
    );
    // "S3 Standard" goes by its first word.
    const [label = ''] = lead.match(WORD) ?? [];
    if (/^\p{Lu}\d+$/u.test(label)) this.#byWord.set(label.toLowerCase(), label.toLowerCase());
    const [first] = words;
    if (first === undefined || ordinary.has(first.toLowerCase())) return null;
    const party = this.#byWord.get(first.toLowerCase()) ?? first.toLowerCase();
    for (const word of words) {
      const lower = word.toLowerCase();
      if (!this.#byWord.has(lower) && !ordinary.has(lower)) this.#byWord.set(lower, party);
    }
    return party;
  }

  /** Takes in the names that the note of a comparison holds side by side. */
  addFrom(note: string): void {
    const { customers, ordinary, parties } = this.#vocabulary;
    for (const match of note.matchAll(customers.name)) {
      const isHead = match.index === 0 || /[.;:] $/.test(note.slice(0, match.index));
      const [first = ''] = match[0].split(' ');
      if (parties.place.test(note.slice(0, match.index)) || /\d/.test(first) || first.length < 3) continue;
      if (!isHead || !ordinary.has(first.toLowerCase())) this.add(match[0]);
    }
  }

  /** The party by a side's name; null stands for the project. A side without a name of its own is told by what it is called. */
  of(name: string | null): string {
    if (name === null) return PROJECT;
    const [lead = ''] = name.split(/[,(]/);
    const known = (lead.match(WORD) ?? []).map((word) => this.#byWord.get(word.toLowerCase()));
    return known.find((party) => party !== undefined && party !== PROJECT) ?? name;
  }

  mentionsIn(text: string, { from, to }: PassageSpan): readonly PartyMention[] {
    const { parties, grammar } = this.#vocabulary;
    const near = grammar.reach.writer;
    return [...text.slice(from, to).matchAll(WORD)].flatMap((match): readonly PartyMention[] => {
      const [word] = match;
      const party = this.#byWord.get(word.toLowerCase());
      if (party === undefined || (party !== PROJECT && !NAMED.test(word))) return [];
      const start = from + match.index;
      if (parties.we.test(word) && parties.writer.test(text.slice(Math.max(from, start - near), start + near)))
        return [];
      return [{ from: start, to: start + word.length, party }];
    });
  }

  /** The party that the figure at `at` is told of; null where the sentence leaves it open. */
  ownerOf(
    text: string,
    sentence: PassageSpan,
    at: PassageSpan,
    mentions: readonly PartyMention[] = this.mentionsIn(text, sentence),
  ): string | null {
    const { parties } = this.#vocabulary;
    const inside = mentions.find((mention) => isWithin(mention, at));
    if (inside !== undefined) return inside.party;
    const behind = mentions.find(({ from }) => from >= at.to);
    if (behind !== undefined) {
      const gap = text.slice(at.to, behind.from);
      const isHere = parties.here.test(text.slice(behind.from, behind.to));
      if (parties.toOwner.test(gap) || (isHere && parties.toHere.test(gap))) return behind.party;
    }
    return this.subjectOf(text, sentence, at, mentions);
  }

  /** The last party before `at` that nobody is compared with and that no other figure is about. */
  subjectOf(
    text: string,
    sentence: PassageSpan,
    at: PassageSpan,
    mentions: readonly PartyMention[] = this.mentionsIn(text, sentence),
  ): string | null {
    const { parties, grammar } = this.#vocabulary;
    const before = mentions.findLast(({ from, to }) => {
      const lead = text.slice(Math.max(sentence.from, from - grammar.reach.against), from);
      const isOwn = parties.own.test(text.slice(to, at.from));
      return to <= at.from && !parties.taken.test(lead) && (isOwn || !parties.against.test(lead));
    });
    return before?.party ?? null;
  }

  /** The party that the figure is compared with: "than Amazon", "as expensive as ours", "of what Wasabi charges". */
  objectOf(text: string, sentence: PassageSpan, at: PassageSpan): string | null {
    const behind = this.mentionsIn(text, sentence).find(({ from }) => from >= at.to - 1);
    if (behind === undefined) return null;
    const gap = text.slice(Math.max(0, at.to - 1), behind.from);
    return this.#vocabulary.parties.toObject.test(gap) || gap.trim().length <= 1 ? behind.party : null;
  }

  /** Which way a figure of the text goes. */
  directionOf(text: string, sentence: PassageSpan, figure: StatedFigure): FigureDirection {
    const { clauseBreak, parties } = this.#vocabulary;
    const clause = findClause(text, sentence, figure, clauseBreak);
    const words = text.slice(clause.from, clause.to);
    const isUp = hasMatch(parties.rises.up, words);
    const isDown = hasMatch(parties.rises.down, words);
    const rise = isUp === isDown ? null : isUp ? 'up' : 'down';
    const sense = figure.isPart ? 'less' : detectEdgeSense(text, clause, figure, this.#vocabulary);
    if (sense === null) return { rise, edge: null };
    const subject = this.subjectOf(text, sentence, figure);
    const object = this.objectOf(text, sentence, figure);
    if (subject === null && object === null) return { rise, edge: null };
    return { rise, edge: { sense, isOfProject: object === null ? subject === PROJECT : object !== PROJECT } };
  }
}

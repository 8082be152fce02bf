import type { MemoGrammar } from '../model/grammar.ts';
import type { StatementVocabulary } from '../model/rubric.ts';
import { type CustomerMention, type CustomerPatterns, findNames, inflectVerb } from './customers.ts';
import { extractKeywords, type KeywordRules } from './keywords.ts';
import { overlaps, type PassageSpan } from './passage.ts';
import {
  compilePhrases,
  findMatches,
  hasMatch,
  prepareWordings,
  toAlternation,
  type WordingPattern,
} from './phrase-patterns.ts';
import type { Sentence } from './sentences.ts';
import { type Actors, isAttributed, isDenied, isOpen, isWish, type StancePatterns } from './stance.ts';
import { isAsideSetting, isOffHand, type TopicPatterns } from './topic.ts';

// A frame is a wording in which a name, a figure, the project or its offer may stand. Each of these is put into a sentence as a letter
// of private use for each of its own, so that the frames are the same for all memos, and no gap between their words runs over one.

const PROJECT = '\uE000';
const NAME = '\uE001';
const FIGURE = '\uE002';
const OFFER = '\uE003';
const BUYER = '\uE004';

/** A description of the one before it: "Barmer, one of the largest insurers, pays". */
const ASIDE = "(?:'s)?(?:,? ?[,(\u2013\u2014] ?[^,;:.()\u2013\u2014]{1,80}[,)\u2013\u2014])?";

/** All that is covered with a letter, and no part of it: a long one would be tried from each of its letters to each other. */
const whole = (letter: string) => `(?<!${letter})${letter}+(?!${letter})`;

export function buildFramePatterns(s: StatementVocabulary, g: MemoGrammar) {
  const { verbs, past, names, open, apart, figures } = s.demand;
  const buys = [...s.customers.acts, ...s.customers.paying];
  const groups = { ...s.groups, uses: [...verbs.flatMap(inflectVerb), ...past], buys };
  const prepare = prepareWordings(groups, {
    name: `${whole(NAME)}${ASIDE}`,
    figure: whole(FIGURE),
    project: whole(PROJECT),
    unit: whole(OFFER),
    near: `[^;:.${NAME}]{0,90}?`,
    colon: "[\\p{L}\\p{N}'-]{1,24}:",
    buyer: `(?:${whole(BUYER)}|${toAlternation(s.groups['buyers'] ?? [])})`,
    offer: `(?:${whole(`[${PROJECT}${OFFER}]`)}|${toAlternation([...s.pronouns, ...s.project, ...g.customers.here])})`,
  });
  return {
    names: prepare(names),
    open: prepare(open),
    /** Words of a sentence that sets a name against the offer, or next to it. */
    apart: compilePhrases([...apart, ...s.plans]),
    figures: prepare(figures),
    /** What leads to a name and nothing else. */
    naming: new RegExp(`${toAlternation(g.parties.naming)} $`, 'iu'),
    /** A determiner with the words behind it, of which one may be of the offer. */
    determined: new RegExp(
      `(?<![\\p{L}\\p{N}])${toAlternation(s.determiners.filter((word) => !g.names.determined.includes(word) || word === 'the'))}(?=(?<words>(?: [\\p{L}\\p{N}-]{1,20}){1,3}))`,
      'giu',
    ),
  };
}

interface FrameVocabulary extends StancePatterns {
  readonly frames: ReturnType<typeof buildFramePatterns>;
  readonly customers: CustomerPatterns;
  readonly topics: TopicPatterns;
  readonly parties: { readonly place: RegExp };
  readonly keywords: KeywordRules;
}

/** What the frames of a memo need to know of its description. */
export interface FrameSubject {
  readonly actors: Actors;
  /** The words of what is sold. */
  readonly offer: ReadonlySet<string>;
  /** The customers that it lists. */
  readonly buyers: readonly string[];
}

/** Letters before a name in which it is told for that of a place. */
const LONGEST_PLACE = 80;

/** Letters of a word of what is sold. */
const SHORTEST = 3;

export function collectOfferWords(offer: string, { keywords }: Pick<FrameVocabulary, 'keywords'>): ReadonlySet<string> {
  return extractKeywords(offer, { ...keywords, letters: SHORTEST });
}

const cover = (text: string, { from, to }: PassageSpan, letter: string) =>
  text.slice(0, from) + letter.repeat(to - from) + text.slice(to);

/** The sentence with the project and its offer covered; places are those of the sentence. */
function coverOffer(text: string, { actors, offer }: FrameSubject, { frames, keywords }: FrameVocabulary): string {
  let covered = text.replace(actors.name, (name) => PROJECT.repeat(name.length));
  for (const match of findMatches(frames.determined, covered)) {
    const start = match.index + match[0].length;
    const words = [...(match.groups?.['words'] ?? '').matchAll(/[\p{L}\p{N}-]+/gu)];
    const last = words.find(([word]) =>
      [...extractKeywords(word, { ...keywords, letters: SHORTEST })].some((key) => offer.has(key)),
    );
    if (last !== undefined)
      covered = cover(covered, { from: match.index, to: start + last.index + last[0].length }, OFFER);
  }
  return covered;
}

/** Where the sentence has one of the frames and means it, of the offer as it is. */
function findFrames(
  covered: string,
  pattern: WordingPattern,
  sentence: Sentence,
  vocabulary: FrameVocabulary,
): readonly PassageSpan[] {
  return findMatches(pattern.words, covered)
    .map((match) => ({ from: sentence.from + match.index, to: sentence.from + match.index + match[0].length }))
    .filter(
      (at) =>
        !isDenied(sentence, at, vocabulary) &&
        !isOpen(sentence, at, vocabulary) &&
        !isWish(sentence, at, vocabulary) &&
        !isOffHand(sentence, at, vocabulary),
    );
}

/** True behind words that lead to a place or an author. */
function isPlace(before: string, { parties, frames }: FrameVocabulary): boolean {
  return parties.place.test(before) && !frames.naming.test(before);
}

/** The names of a sentence that a frame ties to the offer. @param isKnown true for a name that the description has. */
export function findFramedNames(
  sentence: Sentence,
  subject: FrameSubject,
  isKnown: (name: string) => boolean,
  vocabulary: FrameVocabulary,
): readonly CustomerMention[] {
  const { passage } = sentence;
  if (passage.depth !== null || isAsideSetting(sentence, vocabulary)) return [];
  const text = passage.text.slice(sentence.from, sentence.to);
  const lists = findMatches(vocabulary.customers.list, text).flatMap((match) => {
    const names = findNames(
      match[0],
      sentence.from + match.index,
      sentence,
      vocabulary.customers,
      subject.actors.ordinary,
    );
    const unknown = names.filter(
      ({ name, from }) =>
        !isKnown(name) &&
        !hasMatch(subject.actors.project, name) &&
        !isPlace(passage.text.slice(Math.max(sentence.from, from - LONGEST_PLACE), from), vocabulary),
    );
    const [first] = unknown;
    // The list without what stands before its first name, as the `If` of "If Acme pays".
    return first === undefined
      ? []
      : [{ unknown, from: first.from - sentence.from, to: match.index + match[0].length }];
  });
  if (lists.length === 0) return [];
  const covered = lists.reduce((said, at) => cover(said, at, NAME), coverOffer(text, subject, vocabulary));
  const isPlain = ({ from, to }: PassageSpan) =>
    !hasMatch(vocabulary.negation, passage.text.slice(from, to).replace(vocabulary.notNegation, ''));
  const { names, open, apart } = vocabulary.frames;
  const find = (pattern: WordingPattern) => findFrames(covered, pattern, sentence, vocabulary).filter(isPlain);
  const closed = find(names);
  const loose = hasMatch(apart, text) ? [] : find(open);
  return lists.flatMap(({ unknown, from, to }) => {
    const at = { from: sentence.from + from, to: sentence.from + to };
    // One word at the head of a sentence may be no name at all.
    const isOneWord = /^[^\p{L}]*$/u.test(text.slice(0, from)) && !/ /.test(text.slice(from, to));
    return [...closed, ...(isOneWord ? [] : loose)].some((frame) => overlaps(frame, at)) ? unknown : [];
  });
}

/** True where a frame ties the figure to what buyers do with the offer. */
export function isFramedFigure(
  figure: PassageSpan,
  sentence: Sentence,
  subject: FrameSubject,
  vocabulary: FrameVocabulary,
): boolean {
  if (isAttributed(sentence, vocabulary)) return false;
  const text = sentence.passage.text.slice(sentence.from, sentence.to);
  const at = { from: figure.from - sentence.from, to: Math.min(text.length, figure.to - sentence.from) };
  const named = subject.buyers.reduce(
    (said, name) => said.replaceAll(name, BUYER.repeat(name.length)),
    cover(text, at, FIGURE),
  );
  const covered = coverOffer(named, subject, vocabulary);
  return findFrames(covered, vocabulary.frames.figures, sentence, vocabulary).some((frame) => overlaps(frame, figure));
}

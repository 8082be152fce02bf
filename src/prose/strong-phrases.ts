import type { StatementVocabulary, StrongWording } from '../model/rubric.ts';
import { type PassageSpan, toMatchSpan } from './passage.ts';
import {
  compilePhrases,
  findWordings,
  hasMatch,
  LETTER,
  prepareWordings,
  toAlternation,
  toWordAlternation,
  toWordSet,
  type WordingPattern,
} from './phrase-patterns.ts';
import type { Sentence } from './sentences.ts';
import { type Actors, isAboutOther, isAttributed, type StancePatterns } from './stance.ts';
import { isAsserted, type TopicPatterns } from './topic.ts';

/** The words of one family, made ready to be looked for. */
export interface StrongPhrasePattern {
  readonly family: StrongWording;
  readonly pattern: WordingPattern;
  /** Next to these they are terms of a trade; null where there are none. */
  readonly notWith: RegExp | null;
}

export function buildStrongPhrasePatterns(statements: StatementVocabulary): readonly StrongPhrasePattern[] {
  const { strong, things, counts, customers, others, determiners, prepositions, clause_heads, groups } = statements;
  // What stands between belongs to the thing: no new phrase begins there, and no others are named.
  const many = others.filter((word) => word.endsWith('s'));
  const parting = toWordAlternation([...determiners, ...prepositions, ...clause_heads, ...many]);
  // "The largest cloud providers" are not the largest cloud.
  const alone = `(?! ${toAlternation([...counts, ...customers.groups, ...many])}(?!${LETTER}))`;
  const thing = `(?:(?!${parting})[\\p{L}\\p{N}-]{1,24} ){0,2}${toAlternation(things)}(?!${LETTER})${alone}`;
  const prepare = prepareWordings(groups, { thing });
  return strong.map((family) => ({
    family,
    pattern: prepare(family.wordings),
    notWith: family.not_with.length === 0 ? null : compilePhrases(family.not_with),
  }));
}

interface StrongPhraseVocabulary {
  readonly strong: readonly StrongPhrasePattern[];
}

/** Words of a text that promise much. */
export interface StrongPhrase extends PassageSpan {
  readonly family: StrongWording;
  readonly said: string;
}

/** The strong words of a stretch of text, whatever is meant by them. */
export function findStrongPhrases(
  text: string,
  { from, to }: PassageSpan,
  { strong }: StrongPhraseVocabulary,
): readonly StrongPhrase[] {
  const slice = text.slice(from, to);
  const there = toWordSet(slice);
  return strong.flatMap(({ family, pattern, notWith }) => {
    const found = findWordings(pattern, slice, there);
    if (found.length > 0 && notWith !== null && hasMatch(notWith, slice)) return [];
    return found.map((match) => ({
      ...toMatchSpan(match, from),
      said: match[0],
      family,
    }));
  });
}

/** The strong words by which the writer of a sentence speaks of the project. */
export function findOwnStrongPhrases(
  sentence: Sentence,
  actors: Actors,
  vocabulary: StrongPhraseVocabulary & StancePatterns & { readonly topics: TopicPatterns },
): readonly StrongPhrase[] {
  const found = findStrongPhrases(sentence.passage.text, sentence, vocabulary);
  if (found.length === 0 || isAttributed(sentence, vocabulary)) return [];
  return found.filter(
    (strong) =>
      isAsserted(sentence, strong, actors.name, vocabulary) && !isAboutOther(sentence, strong, actors, vocabulary),
  );
}

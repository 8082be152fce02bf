import type { StrongWording } from '../../model/rubric.ts';
import type { PassageSpan } from './passage.ts';
import { hasMatch } from './phrase-patterns.ts';
import { hasAny, toWordSet } from './prefilter.ts';
import { type Actors, isAboutOther, isAttributed, isDenied, isOpen, isQuoted, type Sentence } from './stance.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words of a text that promise much. */
export interface StrongPhrase extends PassageSpan {
  readonly family: StrongWording;
  readonly said: string;
}

/** The strong words of a stretch of text, whatever is meant by them. */
export function findStrongPhrases(
  text: string,
  { from, to }: PassageSpan,
  { strong }: Vocabulary,
): readonly StrongPhrase[] {
  const slice = text.slice(from, to);
  const there = toWordSet(slice);
  return strong.flatMap(({ family, words, keys, notWith }) => {
    if (!hasAny(there, keys)) return [];
    if (notWith !== null && hasMatch(notWith, slice)) return [];
    return [...slice.matchAll(words)].map((match) => ({
      from: from + match.index,
      to: from + match.index + match[0].length,
      said: match[0],
      family,
    }));
  });
}

/** The strong words by which the writer of a sentence speaks of the project. */
export function findOwnStrongPhrases(
  sentence: Sentence,
  actors: Actors,
  vocabulary: Vocabulary,
): readonly StrongPhrase[] {
  const found = findStrongPhrases(sentence.passage.text, sentence, vocabulary);
  if (found.length === 0 || isAttributed(sentence, vocabulary)) return [];
  return found.filter(
    (strong) =>
      !isQuoted(sentence, strong) &&
      !isDenied(sentence, strong, vocabulary) &&
      !isOpen(sentence, strong, vocabulary) &&
      !isAboutOther(sentence, strong, actors, vocabulary),
  );
}

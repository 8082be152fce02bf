import type { StrongFamily } from '../model/rubric.ts';
import { hasAny, wordSet } from './keys.ts';
import type { Stretch } from './passage.ts';
import { has } from './pattern.ts';
import { type Actors, isAboutOther, isAttributed, isDenied, isOpen, isQuoted, type Sentence } from './stance.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Words of a text that promise much. */
export interface Strong extends Stretch {
  readonly family: StrongFamily;
  readonly said: string;
}

/** The strong words of a stretch of text, whatever is meant by them. */
export function strongWordsIn(text: string, { from, to }: Stretch, { strong }: Vocabulary): readonly Strong[] {
  const slice = text.slice(from, to);
  const there = wordSet(slice);
  return strong.flatMap(({ family, words, keys, notWith }) => {
    if (!hasAny(there, keys)) return [];
    if (notWith !== null && has(notWith, slice)) return [];
    return [...slice.matchAll(words)].map((match) => ({
      from: from + match.index,
      to: from + match.index + match[0].length,
      said: match[0],
      family,
    }));
  });
}

/** The strong words by which the writer of a sentence speaks of the project. */
export function strongIn(sentence: Sentence, actors: Actors, vocabulary: Vocabulary): readonly Strong[] {
  const found = strongWordsIn(sentence.passage.text, sentence, vocabulary);
  if (found.length === 0 || isAttributed(sentence, vocabulary)) return [];
  return found.filter(
    (strong) =>
      !isQuoted(sentence, strong) &&
      !isDenied(sentence, strong, vocabulary) &&
      !isOpen(sentence, strong, vocabulary) &&
      !isAboutOther(sentence, strong, actors, vocabulary),
  );
}

import type { LevelWording, StatementVocabulary } from '../model/rubric.ts';
import { type PassageSpan, toMatchSpan } from './passage.ts';
import { buildPrefilter, hasAny, toAlternation, toWordingAlternation, toWordSet } from './phrase-patterns.ts';
import type { Sentence } from './sentences.ts';
import {
  type Actors,
  isAboutOther,
  isAttributed,
  isDenied,
  isOpen,
  isQuoted,
  isWish,
  type StancePatterns,
} from './stance.ts';
import { isOutOfScope, type TopicPatterns } from './topic.ts';

/** The wordings of one level; they are compiled where a text has one of their words. */
export function buildLevelPatterns({ levels, groups }: StatementVocabulary) {
  const sources = Object.fromEntries(Object.entries(groups).map(([id, words]) => [id, toAlternation(words)]));
  return levels.map((wording) => {
    let words: RegExp | null = null;
    return {
      wording,
      keys: buildPrefilter(wording.wordings, groups),
      get words() {
        words ??= new RegExp(toWordingAlternation(wording.wordings, sources), 'giu');
        return words;
      },
    };
  });
}

interface LevelVocabulary extends StancePatterns {
  readonly levels: ReturnType<typeof buildLevelPatterns>;
  readonly topics: TopicPatterns;
}

/** Words by which a text says that the offer reaches an option of a criterion. */
export interface LevelClaim extends PassageSpan {
  readonly wording: LevelWording;
  readonly said: string;
}

/** What the writer of a sentence says of the levels of the offer. */
export function findLevelClaims(
  sentence: Sentence,
  actors: Actors,
  vocabulary: LevelVocabulary,
): readonly LevelClaim[] {
  const text = sentence.passage.text.slice(sentence.from, sentence.to);
  const there = toWordSet(text);
  const found = vocabulary.levels.flatMap(({ wording, keys, words }) =>
    hasAny(there, keys)
      ? Array.from(text.matchAll(words), (match) => ({ ...toMatchSpan(match, sentence.from), said: match[0], wording }))
      : [],
  );
  if (found.length === 0 || isAttributed(sentence, vocabulary)) return [];
  return found.filter(
    (claim) =>
      !isQuoted(sentence, claim) &&
      !isDenied(sentence, claim, vocabulary) &&
      !isOpen(sentence, claim, vocabulary) &&
      !isWish(sentence, claim, vocabulary) &&
      !isOutOfScope(sentence, claim, actors.name, vocabulary) &&
      !isAboutOther(sentence, claim, { ...actors, project: actors.offer }, vocabulary),
  );
}

import type { LevelWording, StatementVocabulary } from '../model/rubric.ts';
import { type PassageSpan, toMatchSpan } from './passage.ts';
import { findWordings, prepareWordings, toWordSet } from './phrase-patterns.ts';
import type { Sentence } from './sentences.ts';
import { type Actors, isAboutOther, isAttributed, isWish, type StancePatterns } from './stance.ts';
import { isAsserted, type TopicPatterns } from './topic.ts';

/** The wordings of each level. */
export function buildLevelPatterns({ levels, groups }: StatementVocabulary) {
  const prepare = prepareWordings(groups);
  return levels.map((wording) => ({ wording, pattern: prepare(wording.wordings) }));
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
  const found = vocabulary.levels.flatMap(({ wording, pattern }) =>
    findWordings(pattern, text, there).map((match) => ({
      ...toMatchSpan(match, sentence.from),
      said: match[0],
      wording,
    })),
  );
  if (found.length === 0 || isAttributed(sentence, vocabulary)) return [];
  return found.filter(
    (claim) =>
      isAsserted(sentence, claim, actors.name, vocabulary) &&
      !isWish(sentence, claim, vocabulary) &&
      !isAboutOther(sentence, claim, actors, vocabulary, actors.offer),
  );
}

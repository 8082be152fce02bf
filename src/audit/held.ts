import { scoresOf } from '../assess.ts';
import type { Description } from '../model/description.ts';
import type { Rubric, Track } from '../model/rubric.ts';
import type { Score } from '../score/score-on.ts';

/** A description with its track declared, so that no edit of its words moves it to another. */
export interface Held {
  readonly name: string;
  readonly description: Description;
  readonly track: Track;
  readonly score: Score;
}

/** The descriptions that have a fit, each held to the track that it is scored on. References and what is outside have none. */
export function hold(descriptions: readonly Description[], rubric: Rubric): readonly Held[] {
  return descriptions.flatMap((description) => {
    const [score] = description.reference ? [] : scoresOf(description, rubric);
    if (score === undefined) return [];
    const name = description.file ?? description.name;
    return [{ name, description: { ...description, track: score.track.id }, track: score.track, score }];
  });
}

/** What a description says that bears on its score. */
function substanceOf({ description: { answers, sources, track, as_of } }: Held): string {
  return JSON.stringify([track, as_of, sources, Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** The held descriptions less those that say what an earlier one says, such as a memo about a project that is described too. */
export function distinct(held: readonly Held[]): readonly Held[] {
  const seen = new Set<string>();
  return held.filter((entry) => {
    const substance = substanceOf(entry);
    return !seen.has(substance) && seen.add(substance);
  });
}

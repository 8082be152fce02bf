import type { Description } from '../../model/description.ts';
import type { Rubric, Track } from '../../model/rubric.ts';
import { scoreDescription } from '../../score/score-description.ts';
import type { Score } from '../../score/score-on-track.ts';

/** A description with its track declared, so that no edit of its words moves it to another. */
export interface AuditedDescription {
  readonly name: string;
  readonly description: Description;
  readonly track: Track;
  readonly score: Score;
}

/** The descriptions that have a fit, each held to the track that it is scored on. References and what is outside have none. */
export function prepareDescriptions(
  descriptions: readonly Description[],
  rubric: Rubric,
): readonly AuditedDescription[] {
  return descriptions.flatMap((description) => {
    const [score] = description.reference ? [] : scoreDescription(description, rubric);
    if (score === undefined) return [];
    const name = description.file ?? description.name;
    return [{ name, description: { ...description, track: score.track.id }, track: score.track, score }];
  });
}

/** What a description says that bears on its score. */
function toSubstanceKey({ description: { answers, sources, track, as_of } }: AuditedDescription): string {
  return JSON.stringify([track, as_of, sources, Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** The held descriptions less those that say what an earlier one says, such as a memo about a project that is described too. */
export function dropDuplicates(held: readonly AuditedDescription[]): readonly AuditedDescription[] {
  const seen = new Set<string>();
  return held.filter((entry) => {
    const substance = toSubstanceKey(entry);
    return !seen.has(substance) && seen.add(substance);
  });
}

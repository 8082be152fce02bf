import type { Day } from '../model/day.ts';
import type { Description } from '../model/description.ts';
import type { Explanation } from '../model/robustness.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Score } from '../score/score-on.ts';
import { clockOf } from './clock.ts';
import { howOften, type Sampling } from './how-often.ts';
import { leftOut } from './left-out.ts';
import { loadBearing } from './load-bearing.ts';
import { openQuestions } from './questions.ts';
import { standingOf } from './standing.ts';
import { wayUp } from './way-up.ts';

/** As many as hold a share to one point, 19 times of 20. */
export const USUAL: Sampling = { draws: 10_000, seed: 1 };

/** So many draws take some seconds. */
export const MOST_DRAWS = 1_000_000;

/**
 * How sure the verdict is, in full, and what would change it; null where there are no scores, as for a reference or outside. Pure: the
 * same for the same arguments. @param scores of the description at `asOf`, the headline first.
 */
export function explainVerdict(
  scores: readonly Score[],
  description: Description,
  rubric: Rubric,
  asOf: Day,
  sampling: Sampling = USUAL,
): Explanation | null {
  if (scores.length === 0 || description.reference) return null;
  const standings = scores.map((score) => standingOf(score, rubric));
  const clock = clockOf(scores, description, rubric, asOf);
  return {
    howOften: howOften(standings, rubric, sampling),
    leftOut: leftOut(scores, rubric),
    questions: openQuestions(standings, rubric),
    wayUp: wayUp(standings, rubric, asOf),
    loadBearing: loadBearing(standings, rubric),
    clock: clock.entries,
    clockEnds: clock.ends,
  };
}

import type { Day } from '../model/day.ts';
import type { Description } from '../model/description.ts';
import type { Explanation } from '../model/robustness.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Score } from '../score/score-on.ts';
import { computeTimeSensitivity } from './clock.ts';
import { type MonteCarloOptions, sampleVerdictFrequencies } from './how-often.ts';
import { leaveOneOut } from './left-out.ts';
import { findCriticalAnswers } from './load-bearing.ts';
import { rankOpenQuestions } from './questions.ts';
import { toScoreState } from './standing.ts';
import { findPathToNextBand } from './way-up.ts';

/** As many as hold a share to one point, 19 times of 20. */
export const DEFAULT_SAMPLING: MonteCarloOptions = { draws: 10_000, seed: 1 };

/** So many draws take some seconds. */
export const MAX_DRAWS = 1_000_000;

/**
 * How sure the verdict is, in full, and what would change it; null where there are no scores, as for a reference or outside. Pure: the
 * same for the same arguments. @param scores of the description at `asOf`, the headline first.
 */
export function explainVerdict(
  scores: readonly Score[],
  description: Description,
  rubric: Rubric,
  asOf: Day,
  sampling: MonteCarloOptions = DEFAULT_SAMPLING,
): Explanation | null {
  if (scores.length === 0 || description.reference) return null;
  const standings = scores.map((score) => toScoreState(score, rubric));
  const clock = computeTimeSensitivity(scores, description, rubric, asOf);
  return {
    howOften: sampleVerdictFrequencies(standings, rubric, sampling),
    leftOut: leaveOneOut(scores, rubric),
    questions: rankOpenQuestions(standings, rubric),
    wayUp: findPathToNextBand(standings, rubric, asOf),
    loadBearing: findCriticalAnswers(standings, rubric),
    clock: clock.entries,
    clockEnds: clock.ends,
  };
}

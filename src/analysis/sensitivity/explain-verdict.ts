import type { Day } from '../../model/day.ts';
import type { Description } from '../../model/description.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { Explanation } from '../../model/sensitivity.ts';
import type { Score } from '../../score/score-on-track.ts';
import { findCriticalAnswers } from './critical-answers.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { rankOpenQuestions } from './open-questions.ts';
import { findPathToNextBand } from './path-to-next-band.ts';
import { toScoreState } from './score-state.ts';
import { computeTimeSensitivity } from './time-sensitivity.ts';
import { type MonteCarloOptions, sampleVerdictFrequencies } from './verdict-frequencies.ts';

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

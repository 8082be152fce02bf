import type { Day } from '../../model/day.ts';
import type { Description } from '../../model/description.ts';
import { compareRationals, toNumber } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { Explanation, LeaveOneOutResult } from '../../model/sensitivity.ts';
import { capIndex } from '../../score/gates.ts';
import type { CriterionReading } from '../../score/read-answers.ts';
import { type Score, scoreReadings } from '../../score/score-on-track.ts';
import { computeVerdict } from '../../score/verdict.ts';
import { findCriticalAnswers } from './critical-answers.ts';
import { findPathToNextBand } from './path-to-next-band.ts';
import { toScoreState } from './score-state.ts';
import { computeTimeSensitivity } from './time-sensitivity.ts';
import { type MonteCarloOptions, sampleVerdictFrequencies } from './verdict-frequencies.ts';

/** The reading as it is, and counting nothing. */
function zeroWeight(reading: CriterionReading): CriterionReading {
  return { ...reading, criterion: { ...reading.criterion, weight: 0 } };
}

function scoreWithout(id: string, score: Score, rubric: Rubric) {
  const readings = score.readings.map((entry) => (entry.criterion.id === id ? zeroWeight(entry) : entry));
  const { uncapped, coverage } = scoreReadings(readings, rubric, score.track);
  const index = {
    supported: capIndex(uncapped.supported, score.gates, 'supported'),
    possible: capIndex(uncapped.possible, score.gates, 'possible'),
  };
  return { index, verdict: computeVerdict(index.supported, index.possible, coverage, rubric) };
}

/**
 * The criteria that alone change the verdict when they count nothing: the others of the dimension take over the weight, and where
 * there is none the other dimensions; gates stay as they came out. In the rubric's order. @param scores the headline first.
 */
export function leaveOneOut(scores: readonly Score[], rubric: Rubric): readonly LeaveOneOutResult[] {
  const verdict = scores[0]?.verdict.id;
  return rubric.criteria.flatMap(({ id, title, weight }) => {
    if (weight === 0) return [];
    const [lowest] = scores
      .map((score) => scoreWithout(id, score, rubric))
      .sort((a, b) => compareRationals(a.index.supported, b.index.supported));
    if (lowest === undefined || lowest.verdict.id === verdict) return [];
    return [{ criterion: id, title, verdict: lowest.verdict.id, index: toNumber(lowest.index.supported) }];
  });
}

/** As many as hold a share to one point, 19 times of 20. */
export const DEFAULT_SAMPLING: MonteCarloOptions = { draws: 10_000, seed: 1 };

/** This many draws take a few seconds. */
export const MAX_DRAWS = 1_000_000;

/**
 * How sure the verdict is, in full, and what would change it; null where there are no scores, as outside. Pure: the
 * same for the same arguments. @param scores of the description at `asOf`, the headline first.
 */
export function explainVerdict(
  scores: readonly Score[],
  description: Description,
  rubric: Rubric,
  asOf: Day,
  sampling: MonteCarloOptions = DEFAULT_SAMPLING,
): Explanation | null {
  if (scores.length === 0) return null;
  const states = scores.map((score) => toScoreState(score, rubric));
  const clock = computeTimeSensitivity(scores, description, rubric, asOf);
  return {
    verdictFrequencies: sampleVerdictFrequencies(states, rubric, sampling),
    leaveOneOut: leaveOneOut(scores, rubric),
    pathToNextBand: findPathToNextBand(states, rubric, asOf),
    criticalAnswers: findCriticalAnswers(states, rubric),
    clock: clock.entries,
    clockEnds: clock.ends,
  };
}

import { compareRationals, toNumber } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { LeaveOneOutResult } from '../../model/sensitivity.ts';
import { capIndex } from '../../score/gates.ts';
import type { CriterionReading } from '../../score/read-answers.ts';
import { type Score, scoreReadings } from '../../score/score-on-track.ts';
import { computeVerdict } from '../../score/verdict.ts';

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

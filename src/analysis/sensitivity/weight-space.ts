import type { Rational } from '../../model/rational.ts';
import { computeUncappedIndex, type ScoreState } from './score-state.ts';

/** Every admissible set of weights: each within its band, all of one sum. In hundredths of a point, so that all are whole. */
export interface WeightSpace {
  readonly least: readonly number[];
  readonly most: readonly number[];
  readonly sum: number;
}

/** The space around the weights that a standing was scored with; `band` is per cent of each, 0 to 100. */
export function buildWeightSpace({ dimensions }: ScoreState, band: number): WeightSpace {
  const weights = dimensions.map(({ weight }) => weight);
  return {
    least: weights.map((weight) => weight * (100 - band)),
    most: weights.map((weight) => weight * (100 + band)),
    sum: weights.reduce((sum, weight) => sum + weight, 0) * 100,
  };
}

/** The weights that the rubric states, in hundredths. */
export function readRubricWeights({ dimensions }: ScoreState): readonly number[] {
  return dimensions.map(({ weight }) => weight * 100);
}

/**
 * The lowest or the highest index before gates over the whole space, for given sums of the dimensions. The index is linear in
 * the weights, so filling the dimensions in the order of their marks, from the least weights on, is exact.
 */
export function findExtremeIndex(
  standing: ScoreState,
  sums: readonly number[],
  space: WeightSpace,
  end: 'worst' | 'best',
): Rational {
  const { dimensions } = standing;
  const mark = (at: number) => (sums[at] ?? 0) / (dimensions[at]?.total ?? 1);
  const sign = end === 'best' ? -1 : 1;
  const order = dimensions.map((_, at) => at).sort((a, b) => sign * (mark(a) - mark(b)));
  const weights = [...space.least];
  let rest = space.sum - weights.reduce((sum, weight) => sum + weight, 0);
  for (const at of order) {
    const added = Math.min(rest, (space.most[at] ?? 0) - (space.least[at] ?? 0));
    weights[at] = (weights[at] ?? 0) + added;
    rest -= added;
  }
  return computeUncappedIndex(standing, sums, weights);
}

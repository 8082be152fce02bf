import type { NeighbourGap } from '../../model/comparison.ts';
import {
  compareRationals,
  createRational,
  multiply,
  type Rational,
  subtract,
  toNumber,
  ZERO,
} from '../../model/rational.ts';
import type { Score } from '../../score/score-on-track.ts';

/** The parts of a difference of two supported indices, exact: they sum to it. */
interface GapDecomposition {
  readonly difference: Rational;
  readonly dimensions: readonly { readonly id: string; readonly title: string; readonly points: Rational }[];
  readonly gates: Rational;
}

/** What a dimension gives to the index before gates, by the weights of the score's own track; 0 where it has none. */
function computeContribution(id: string, { dimensions }: Score): Rational {
  const entry = dimensions.find(({ dimension }) => dimension.id === id);
  if (entry === undefined) return ZERO;
  const weights = dimensions.reduce((sum, { weight }) => sum + weight, 0);
  return multiply(entry.marks.supported, createRational(BigInt(entry.weight), BigInt(weights)));
}

function decomposeGap(upper: Score, lower: Score): GapDecomposition {
  const computeGateLoss = ({ index, uncapped }: Score) => subtract(uncapped.supported, index.supported);
  return {
    difference: subtract(upper.index.supported, lower.index.supported),
    dimensions: upper.dimensions.map(({ dimension: { id, title } }) => ({
      id,
      title,
      points: subtract(computeContribution(id, upper), computeContribution(id, lower)),
    })),
    gates: subtract(computeGateLoss(lower), computeGateLoss(upper)),
  };
}

/** The binding gates: those with the lowest cap of all that fail. */
function listBindingGates({ gates }: Score): readonly string[] {
  const failing = gates.filter(({ passes }) => passes !== null && !passes.supported);
  const cap = Math.min(...failing.map(({ gate }) => gate.cap));
  return failing.filter(({ gate }) => gate.cap === cap).map(({ gate }) => gate.id);
}

/** The dimension that adds most, in the rubric's order where some add the same; the gates only where they add more than it. */
function findDecider({ difference, dimensions, gates }: GapDecomposition, lower: Score): NeighbourGap['decides'] {
  if (compareRationals(difference, ZERO) === 0) return { kind: 'equal' };
  const [first, ...rest] = dimensions;
  if (first === undefined) return { kind: 'gates', ids: listBindingGates(lower) };
  const most = rest.reduce((a, b) => (compareRationals(b.points, a.points) > 0 ? b : a), first);
  if (compareRationals(gates, most.points) > 0) return { kind: 'gates', ids: listBindingGates(lower) };
  return { kind: 'dimension', id: most.id };
}

/** Explains the gap between each of the scores, best first, and the next one. */
export function explainNeighbourGaps(scores: readonly Score[]): readonly NeighbourGap[] {
  return scores.slice(1).map((lower, at) => {
    const parts = decomposeGap(scores[at] ?? lower, lower);
    return {
      upper: at,
      lower: at + 1,
      difference: toNumber(parts.difference),
      dimensions: parts.dimensions.map(({ points, ...rest }) => ({ ...rest, points: toNumber(points) })),
      gates: toNumber(parts.gates),
      decides: findDecider(parts, lower),
    };
  });
}

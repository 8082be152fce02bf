import type { NeighbourGap } from '../model/comparison-report.ts';
import { compare, fraction, minus, type Rational, times, toNumber, ZERO } from '../model/rational.ts';
import type { Score } from '../score/score-on.ts';

/** The parts of a difference of two supported indices, exact: they sum to it. */
export interface Parts {
  readonly difference: Rational;
  readonly dimensions: readonly { readonly id: string; readonly title: string; readonly points: Rational }[];
  readonly gates: Rational;
}

/** What a dimension gives to the index before gates, by the weights of the score's own track; 0 where it has none. */
function givenBy(id: string, { dimensions }: Score): Rational {
  const entry = dimensions.find(({ dimension }) => dimension.id === id);
  if (entry === undefined) return ZERO;
  const weights = dimensions.reduce((sum, { weight }) => sum + weight, 0);
  return times(entry.marks.supported, fraction(BigInt(entry.weight), BigInt(weights)));
}

function takenByGates({ index, uncapped }: Score): Rational {
  return minus(uncapped.supported, index.supported);
}

function partsOf(upper: Score, lower: Score): Parts {
  return {
    difference: minus(upper.index.supported, lower.index.supported),
    dimensions: upper.dimensions.map(({ dimension: { id, title } }) => ({
      id,
      title,
      points: minus(givenBy(id, upper), givenBy(id, lower)),
    })),
    gates: minus(takenByGates(lower), takenByGates(upper)),
  };
}

/** The gates that hold the supported index: those with the lowest cap of all that do not pass. */
function holding({ gates }: Score): readonly string[] {
  const failing = gates.filter(({ passes }) => passes !== null && !passes.supported);
  const cap = Math.min(...failing.map(({ gate }) => gate.cap));
  return failing.filter(({ gate }) => gate.cap === cap).map(({ gate }) => gate.id);
}

/** The dimension that adds most, in the rubric's order where some add the same; the gates only where they add more than it. */
function decider({ difference, dimensions, gates }: Parts, lower: Score): NeighbourGap['decides'] {
  if (compare(difference, ZERO) === 0) return { kind: 'equal' };
  const [first, ...rest] = dimensions;
  if (first === undefined) return { kind: 'gates', ids: holding(lower) };
  const most = rest.reduce((a, b) => (compare(b.points, a.points) > 0 ? b : a), first);
  return compare(gates, most.points) > 0 ? { kind: 'gates', ids: holding(lower) } : { kind: 'dimension', id: most.id };
}

/** What lies between each of the scores, best first, and the next one. */
export function neighboursOf(scores: readonly Score[]): readonly NeighbourGap[] {
  return scores.slice(1).map((lower, at) => {
    const parts = partsOf(scores[at] ?? lower, lower);
    return {
      upper: at,
      lower: at + 1,
      difference: toNumber(parts.difference),
      dimensions: parts.dimensions.map(({ points, ...rest }) => ({ ...rest, points: toNumber(points) })),
      gates: toNumber(parts.gates),
      decides: decider(parts, lower),
    };
  });
}

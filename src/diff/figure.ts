import type { Figure } from '../model/change.ts';
import { type Rational, toNumber } from '../model/rational.ts';

/** The fraction as a figure of the output. */
export function figureOf(exact: Rational): Figure {
  const { n, d } = exact;
  return { points: toNumber(exact), exact: d === 1n ? `${n}` : `${n}/${d}` };
}

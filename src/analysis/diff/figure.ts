import type { ExactPoints } from '../../model/diff.ts';
import { type Rational, toNumber } from '../../model/rational.ts';

/** The fraction as a figure of the output. */
export function toFigure(exact: Rational): ExactPoints {
  const { n, d } = exact;
  return { points: toNumber(exact), exact: d === 1n ? `${n}` : `${n}/${d}` };
}

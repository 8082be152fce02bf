import { minus, over, plus, type Rational, rational, times, ZERO } from '../model/rational.ts';

/** The sum of the values, exact. */
export function sumOf(values: readonly Rational[]): Rational {
  return values.reduce(plus, ZERO);
}

function meanOf(values: readonly Rational[]): Rational {
  return values.length === 0 ? ZERO : over(sumOf(values), rational(values.length));
}

/** The covariance of two lists of one length, over all of it and not of a sample; 0 where it is empty. Exact. */
export function covariance(a: readonly Rational[], b: readonly Rational[]): Rational {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  return meanOf(a.map((value, i) => times(minus(value, meanA), minus(b[i] ?? meanB, meanB))));
}

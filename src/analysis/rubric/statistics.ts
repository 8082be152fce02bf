import { add, divide, multiply, type Rational, subtract, toRational, ZERO } from '../../model/rational.ts';

/** The sum of the values, exact. */
export function computeSum(values: readonly Rational[]): Rational {
  return values.reduce(add, ZERO);
}

function computeMean(values: readonly Rational[]): Rational {
  return values.length === 0 ? ZERO : divide(computeSum(values), toRational(values.length));
}

/** The covariance of two lists of one length, over all of it and not of a sample; 0 where it is empty. Exact. */
export function computeCovariance(a: readonly Rational[], b: readonly Rational[]): Rational {
  const [meanA, meanB] = [computeMean(a), computeMean(b)];
  return computeMean(a.map((value, i) => multiply(subtract(value, meanA), subtract(b[i] ?? meanB, meanB))));
}

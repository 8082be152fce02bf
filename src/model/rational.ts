/**
 * An exact fraction in lowest terms, `d` > 0. Scores and ratios stay exact until they are printed, so that 0.3 / 0.1
 * reaches a threshold of 3 and a figure shown never disagrees with the gate that read it.
 */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

function computeGcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** n / d in lowest terms. @throws RangeError when d is 0. */
export function createRational(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('a fraction needs a denominator other than 0');
  const sign = d < 0n ? -1n : 1n;
  const by = computeGcd(n, d * sign) || 1n;
  return { n: (sign * n) / by, d: (sign * d) / by };
}

export const ZERO: Rational = { n: 0n, d: 1n };

/** The exact value of the decimal that JavaScript prints for `value`, so 0.1 means one tenth. @throws RangeError when not finite. */
export function toRational(value: number): Rational {
  if (Number.isSafeInteger(value)) return { n: BigInt(value), d: 1n };
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a finite number`);
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) throw new RangeError(`cannot read ${value} as a decimal`);
  const [, sign = '', whole = '0', decimals = '', exponent = '0'] = match;
  const digits = BigInt(sign + whole + decimals);
  const shift = Number(exponent) - decimals.length;
  return shift >= 0 ? createRational(digits * 10n ** BigInt(shift), 1n) : createRational(digits, 10n ** BigInt(-shift));
}

export function add(a: Rational, b: Rational): Rational {
  return createRational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Rational, b: Rational): Rational {
  return createRational(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Rational, b: Rational): Rational {
  return createRational(a.n * b.n, a.d * b.d);
}

/** a / b. @throws RangeError when b is 0. */
export function divide(a: Rational, b: Rational): Rational {
  return createRational(a.n * b.d, a.d * b.n);
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compareRationals(a: Rational, b: Rational): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function minRational(a: Rational, b: Rational): Rational {
  return compareRationals(a, b) <= 0 ? a : b;
}

/** |a|. */
export function absRational(a: Rational): Rational {
  return a.n < 0n ? { n: -a.n, d: a.d } : a;
}

/** Decimal places beyond what a double tells apart, from the smallest to the largest. */
const PLACES = 400n;
const SHIFT = 10n ** PLACES;

function isSafe(part: bigint): boolean {
  return part <= BigInt(Number.MAX_SAFE_INTEGER) && part >= BigInt(Number.MIN_SAFE_INTEGER);
}

/** The nearest double; never -0. Large parts are read from decimals, as that rounds once and nothing overflows. */
export function toNumber(a: Rational): number {
  if (isSafe(a.n) && isSafe(a.d)) return Number(a.n) / Number(a.d) + 0;
  const scaled = a.n * SHIFT;
  const rest = scaled % a.d === 0n ? '' : '1';
  return Number(`${scaled / a.d}${rest}e-${PLACES + BigInt(rest.length)}`) + 0;
}

/** The greatest whole number that is not above a, for a >= 0. */
export function floorRational(a: Rational): number {
  return Number(a.n / a.d);
}

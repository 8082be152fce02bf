import { describe, expect, it } from 'vitest';
import {
  add,
  compareRationals,
  createRational,
  divide,
  floorRational,
  minRational,
  multiply,
  toNumber,
  toRational,
  ZERO,
} from '../../src/model/rational.ts';

describe('a rational', () => {
  it.each([
    [0, 0n, 1n],
    [-0, 0n, 1n],
    [1, 1n, 1n],
    [0.1, 1n, 10n],
    [-0.1, -1n, 10n],
    [2.5, 5n, 2n],
    [-7, -7n, 1n],
    [1.25, 5n, 4n],
    [1e-7, 1n, 10n ** 7n],
    [1.5e-9, 3n, 2n * 10n ** 9n],
    [1e21, 10n ** 21n, 1n],
    [-1.5e300, -15n * 10n ** 299n, 1n],
    [Number.MIN_VALUE, 1n, 2n * 10n ** 323n],
    [Number.MAX_VALUE, 17976931348623157n * 10n ** 292n, 1n],
    [Number.MAX_SAFE_INTEGER, 9007199254740991n, 1n],
  ])('of %d is the decimal as printed, in lowest terms', (value, n, d) => {
    expect(toRational(value)).toEqual({ n, d });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('of %d is refused', (value) => {
    expect(() => toRational(value)).toThrow(RangeError);
  });

  it.each([
    [6n, 4n, 3n, 2n],
    [6n, -4n, -3n, 2n],
    [-6n, -4n, 3n, 2n],
    [-6n, 4n, -3n, 2n],
    [0n, -5n, 0n, 1n],
    [7n, 7n, 1n, 1n],
  ])('%d / %d has lowest terms and a denominator above 0', (n, d, lowestN, lowestD) => {
    expect(createRational(n, d)).toEqual({ n: lowestN, d: lowestD });
  });

  it('has no denominator 0', () => {
    expect(() => createRational(1n, 0n)).toThrow(RangeError);
    expect(() => divide(toRational(1), ZERO)).toThrow(RangeError);
  });
});

describe('arithmetic', () => {
  it('reaches a threshold that doubles miss', () => {
    expect(0.3 / 0.1).toBeLessThan(3);
    expect(divide(toRational(0.3), toRational(0.1))).toEqual(toRational(3));
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(add(toRational(0.1), toRational(0.2))).toEqual(toRational(0.3));
    expect(1.1 * 1.1).not.toBe(1.21);
    expect(multiply(toRational(1.1), toRational(1.1))).toEqual(toRational(1.21));
  });

  it('loses nothing over many steps', () => {
    const third = divide(toRational(1), toRational(3));
    expect(add(third, add(third, third))).toEqual(toRational(1));
    const tenths = Array.from({ length: 1000 }, () => toRational(0.1)).reduce(add, ZERO);
    expect(tenths).toEqual(toRational(100));
  });

  it('keeps the sign', () => {
    expect(divide(toRational(1), toRational(-4))).toEqual(toRational(-0.25));
    expect(multiply(toRational(-2), toRational(-0.5))).toEqual(toRational(1));
    expect(add(toRational(-2), toRational(2))).toEqual(ZERO);
  });

  it('keeps what is huge apart from its neighbour', () => {
    const huge = toRational(1e300);
    expect(compareRationals(add(huge, toRational(1)), huge)).toBeGreaterThan(0);
    expect(divide(multiply(huge, huge), huge)).toEqual(huge);
  });

  it.each([
    [1, 2, -1],
    [2, 1, 1],
    [0.5, 0.5, 0],
    [-1, 1, -1],
    [-1, -2, 1],
    [0, -0, 0],
    [0, -1e-300, 1],
  ])('compares %d with %d', (a, b, sign) => {
    expect(Math.sign(compareRationals(toRational(a), toRational(b)))).toBe(sign);
    expect(minRational(toRational(a), toRational(b))).toEqual(toRational(Math.min(a, b)));
  });
});

describe('a rational as a number', () => {
  it.each([
    0,
    1,
    -1,
    0.1,
    -0.1,
    2.5,
    6.88,
    33.3,
    99.99,
    1e-7,
    1e21,
    -1.5e300,
    Number.MAX_VALUE,
    4.9081701,
    5e-324,
  ])('gives %d back', (value) => {
    expect(toNumber(toRational(value))).toBe(value);
  });

  it.each([
    [1n, 3n, 1 / 3],
    [-2n, 3n, -2 / 3],
    [200n, 3n, 200 / 3],
    [10n ** 400n, 10n ** 398n, 100],
    [10n ** 320n + 1n, 10n ** 319n + 3n, 10],
  ])('%d / %d is the double next to it', (n, d, value) => {
    expect(toNumber(createRational(n, d))).toBeCloseTo(value, 10);
  });

  it('is never -0', () => {
    expect(Object.is(toNumber(toRational(-0)), 0)).toBe(true);
    expect(Object.is(toNumber(createRational(-1n, 10n ** 400n)), 0)).toBe(true);
  });

  it.each([
    [0, 0],
    [0.99, 0],
    [1, 1],
    [3.75, 3],
    [4, 4],
  ])('%d is rounded down to %d', (value, floor) => {
    expect(floorRational(toRational(value))).toBe(floor);
  });
});

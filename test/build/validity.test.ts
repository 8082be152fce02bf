import { describe, expect, it } from 'vitest';
import { computeAlpha, computeTau, countAgreeingPairs } from '../../src/build/validity/measures.ts';

describe('countAgreeingPairs', () => {
  const readings = [
    [50, 52],
    [42, 44],
    [10, 20],
  ];

  it('counts the pairs that all readers put far enough apart', () => {
    expect(countAgreeingPairs([3, 2, 1], readings, 8)).toEqual({ agreeing: 3, pairs: 3 });
    expect(countAgreeingPairs([3, 2, 1], readings, 9)).toEqual({ agreeing: 2, pairs: 2 });
    expect(countAgreeingPairs([1, 2, 3], readings, 8)).toEqual({ agreeing: 0, pairs: 3 });
  });

  it('leaves out a pair on whose order the readers differ', () => {
    expect(
      countAgreeingPairs(
        [2, 1],
        [
          [50, 10],
          [10, 50],
        ],
        8,
      ),
    ).toEqual({ agreeing: 0, pairs: 0 });
  });

  it('counts equal figures as no agreement', () => {
    expect(countAgreeingPairs([1, 1, 0], readings, 8)).toEqual({ agreeing: 2, pairs: 3 });
  });
});

describe('computeTau', () => {
  it('is 1 for the same order and -1 for the reverse', () => {
    expect(computeTau([1, 2, 3], [10, 20, 30])).toBeCloseTo(1);
    expect(computeTau([1, 2, 3], [30, 20, 10])).toBeCloseTo(-1);
  });

  it('allows for ties', () => {
    // Five pairs in order and one tied in the first: 5 / sqrt(5 x 6).
    expect(computeTau([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(5 / Math.sqrt(30));
    expect(computeTau([1, 1], [1, 2])).toBeNull();
  });
});

describe('computeAlpha', () => {
  it('is 1 where all agree, and nothing where there is one value', () => {
    expect(
      computeAlpha([
        [0, 0],
        [2, 2],
        [4, 4],
      ]),
    ).toBe(1);
    expect(
      computeAlpha([
        [2, 2],
        [2, 2],
      ]),
    ).toBeNull();
    expect(computeAlpha([])).toBeNull();
  });

  it('gives the published figure of the example of Krippendorff (2011), ordinal', () => {
    const [A, B, C, D] = [
      '1 2 3 3 2 1 4 1 2 * * *',
      '1 2 3 3 2 2 4 1 2 5 * 3',
      '* 3 3 3 2 3 4 2 2 5 1 *',
      '1 2 3 3 2 4 4 1 2 5 1 *',
    ].map((row) => row.split(' '));
    const units = (A ?? []).map((_, at) =>
      [A, B, C, D].flatMap((row) => (row?.[at] === '*' ? [] : [Number(row?.[at])])),
    );
    expect(computeAlpha(units)).toBeCloseTo(0.815, 3);
  });
});

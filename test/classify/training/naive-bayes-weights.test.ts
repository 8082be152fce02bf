import { describe, expect, it } from 'vitest';
import { computeNaiveBayesWeights } from '../../../src/classify/training/logistic-regression.ts';

const row = (label: number, ...columns: number[]) => ({ label, columns, values: columns.map(() => 1) });

describe('leanings', () => {
  it('are the logarithms of how often a label has a column, about their mean', () => {
    // Column 0: in both texts of label 0 and in none of the three of label 1, with one more in each count.
    const found = computeNaiveBayesWeights([row(0, 0), row(0, 0, 1), row(1, 1), row(1), row(1)], 2, 2);
    const [mine, other] = [Math.log(3 / 4), Math.log(1 / 5)];
    expect(found[0]).toBeCloseTo((mine - other) / 2, 12);
    expect(found[1]).toBeCloseTo((other - mine) / 2, 12);
    const [first, second] = [Math.log(2 / 4), Math.log(2 / 5)];
    expect(found[2]).toBeCloseTo((first - second) / 2, 12);
    expect(found[3]).toBeCloseTo((second - first) / 2, 12);
  });

  it('are nothing for a column that no text has, where the labels have as many texts', () => {
    expect([...computeNaiveBayesWeights([row(0), row(1)], 1, 2)]).toEqual([0, 0]);
  });
});

import { describe, expect, it } from 'vitest';
import { trainLogisticRegression } from '../../../src/classify/training/logistic-regression.ts';

const ROWS = [
  { columns: [0], values: [1], label: 0 },
  { columns: [1], values: [1], label: 1 },
];

describe('descend', () => {
  it('gives the column of a label a weight for it and as much against the others', () => {
    const { byColumn } = trainLogisticRegression(ROWS, 2, 2, { rounds: 10, rate: 1, penalty: 0.01 });
    const [own = 0, other = 0] = byColumn;
    expect(own).toBeGreaterThan(0.5);
    expect(other).toBeCloseTo(-own, 12);
  });

  it('learns smaller weights under a greater penalty', () => {
    const weightUnder = (penalty: number) =>
      trainLogisticRegression(ROWS, 2, 2, { rounds: 50, rate: 1, penalty }).byColumn[0] ?? Number.NaN;
    expect(weightUnder(0.1)).toBeLessThan(weightUnder(0.001));
  });

  it('starts from the label that is more frequent', () => {
    const rows = [...ROWS, { columns: [2], values: [1], label: 1 }, { columns: [3], values: [1], label: 1 }];
    const { bias } = trainLogisticRegression(rows, 4, 2, { rounds: 10, rate: 1, penalty: 0.01 });
    expect(bias[1]).toBeGreaterThan(bias[0] ?? Number.NaN);
  });

  it('keeps to numbers where a score is far behind', () => {
    const { byColumn } = trainLogisticRegression(ROWS, 2, 2, { rounds: 100, rate: 100, penalty: 0 });
    expect([...byColumn].every(Number.isFinite)).toBe(true);
  });
});

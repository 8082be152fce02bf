import { describe, expect, it } from 'vitest';
import {
  computeConfusionMatrix,
  computeReliability,
  computeShare,
  crossValidate,
  isAccepted,
  isCorrect,
  type Prediction,
} from '../../../src/classify/training/evaluation.ts';
import { EXAMPLES, SETTINGS, TRACKS } from './training-examples.ts';

const judged = (label: string, answer: string, share: number, also: readonly string[] = []): Prediction => ({
  id: `${label}-${answer}`,
  label,
  also,
  answer,
  share,
  status: 'decided',
});

const ALL = [judged('a', 'a', 0.9), judged('a', 'b', 0.5, ['b']), judged('b', 'a', 0.7), judged('b', 'b', 0.7)];

describe('the measures of a classifier', () => {
  it('counts the second label apart', () => {
    expect([computeShare(ALL, isCorrect), computeShare(ALL, isAccepted)]).toEqual([0.5, 0.75]);
  });

  it('has no share of nothing', () => {
    expect(computeShare([], isCorrect)).toBeNull();
  });

  it('puts labels in rows and answers in columns', () => {
    expect(computeConfusionMatrix([...ALL, judged('b', 'a', 0.7)], ['a', 'b'])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it('compares shares with what was right, a bound belonging to the bin above it', () => {
    expect(computeReliability(ALL, [0, 0.5, 0.8, 0.95])).toEqual([
      { from: 0, count: 0, mean: null, right: null },
      { from: 0.5, count: 3, mean: expect.closeTo(1.9 / 3, 12), right: 1 / 3 },
      { from: 0.8, count: 1, mean: 0.9, right: 1 },
      { from: 0.95, count: 0, mean: null, right: null },
    ]);
  });

  it('judges each example once, by a classifier that has not read it', () => {
    const all = crossValidate(EXAMPLES, TRACKS, SETTINGS, 6);
    expect(all.map(({ label }) => label)).toEqual(EXAMPLES.map(({ label }) => label));
    // An example judged by a classifier that has read it is always right.
    expect(all.every(isCorrect)).toBe(false);
  });
});

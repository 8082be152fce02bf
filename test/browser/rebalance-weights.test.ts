import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebalanceWeights } from '../../src/browser/rebalance-weights.ts';

const WEIGHTS = { a: 40, b: 10, c: 30, d: 5, e: 15 };

describe('a moved weight', () => {
  it.each([
    ['a', 40, WEIGHTS],
    ['a', 100, { a: 100, b: 0, c: 0, d: 0, e: 0 }],
    ['a', 0, { a: 0, b: 17, c: 50, d: 8, e: 25 }],
    ['e', 50, { a: 23, b: 6, c: 18, d: 3, e: 50 }],
  ] as const)('moves the others in proportion: %s to %i', (id, value, expected) => {
    expect(rebalanceWeights(WEIGHTS, id, value)).toEqual(expected);
  });

  it('gives equal parts where the others have none', () => {
    expect(rebalanceWeights({ a: 100, b: 0, c: 0 }, 'a', 99)).toEqual({ a: 99, b: 1, c: 0 });
  });

  it('keeps whole points that are 100 in all, whatever is moved in whatever order', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: -10, max: 110 })));
    fc.assert(
      fc.property(moves, (all) => {
        let weights: Readonly<Record<string, number>> = WEIGHTS;
        for (const [id, value] of all) {
          weights = rebalanceWeights(weights, id, value);
          const values = Object.values(weights);
          expect(values.reduce((a, b) => a + b, 0)).toBe(100);
          expect(values.every((weight) => Number.isInteger(weight) && weight >= 0)).toBe(true);
          expect(weights[id]).toBe(Math.min(Math.max(value, 0), 100));
        }
      }),
    );
  });
});

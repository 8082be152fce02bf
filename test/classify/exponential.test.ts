import { describe, expect, it } from 'vitest';
import { computeExponential } from '../../src/classify/exponential.ts';

describe('the exponential', () => {
  it('is that of the engine but for the last bits, from 0 down', () => {
    for (let x = 0; x > -690; x -= 0.37) {
      expect(Math.abs(computeExponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-13);
    }
  });

  it('is 1 at 0, and 0 where nothing is left', () => {
    expect(computeExponential(0)).toBe(1);
    expect([-700, -1e9, Number.NEGATIVE_INFINITY, Number.NaN].map(computeExponential)).toEqual([0, 0, 0, 0]);
  });

  it('falls', () => {
    const powers = Array.from({ length: 2000 }, (_, index) => computeExponential(-index / 7));
    expect(powers.every((power, index) => index === 0 || power < (powers[index - 1] ?? 0))).toBe(true);
  });

  it('has these very bits', () => {
    expect([-0.5, -3.3, -17].map((x) => String(computeExponential(x)))).toEqual([
      '0.6065306597126334',
      '0.03688316740124001',
      '4.139937718785168e-8',
    ]);
  });
});

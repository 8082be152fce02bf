import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../../src/report/wording/apportion.ts';

const figure = (exact: string) => ({ exact, points: 0 });

describe('apportion', () => {
  it.each([
    [['1/3', '1/3', '1/3'], 10, [4, 3, 3]],
    [['-1/20', '0', '1/20'], 0, [0, 0, 0]],
    [['0', '5'], 50, [0, 50]],
    [['0', '5'], 51, [0, 51]],
    // Equal figures come out equal where another can be rounded instead, and else fall as they are printed, the greater first.
    [['-15/7', '-15/7', '1/50'], -42, [-21, -21, 0]],
    [['-15/7', '-15/7', '13/7'], -24, [-21, -21, 18]],
    [['-15/7', '-15/7'], -43, [-22, -21]],
    [['15/7', '15/7'], 43, [22, 21]],
  ])('gives %j in %i tenths as %j', (exact, total, expected) => {
    expect(apportion(exact.map(figure), total)).toEqual(expected);
  });

  it('sums to the total, with each figure within a tenth', () => {
    const sevenths = fc.array(
      fc.integer({ min: -700, max: 700 }).filter((n) => n !== 0),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(sevenths, fc.boolean(), (tops, isUp) => {
        const sum = (tops.reduce((a, b) => a + b, 0) * 10) / 7;
        const total = isUp ? Math.ceil(sum) : Math.floor(sum);
        const given = apportion(
          tops.map((n) => figure(`${n}/7`)),
          total,
        );
        expect(given.reduce((a, b) => a + b, 0)).toBe(total);
        for (const [at, tenths] of given.entries())
          expect(Math.abs(tenths - ((tops[at] ?? 0) * 10) / 7)).toBeLessThanOrEqual(1);
        for (const [at, one] of tops.entries())
          for (const [beside, other] of tops.entries())
            if (one > other) expect(given[at]).toBeGreaterThanOrEqual(given[beside] ?? 0);
      }),
    );
  });
});

import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { isSimple, measureWidth, splitGraphemes } from '../../../../src/report/writers/terminal/width.ts';

describe('the width of a text', () => {
  it('is one column for every letter that counts as simple', () => {
    const codes = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isSimple);
    expect(codes.length).toBeGreaterThan(400);
    expect(codes.filter((letter) => stringWidth(letter) !== 1 || splitGraphemes(letter).length !== 1)).toEqual([]);
  });

  it.each([
    ['日本', 4],
    ['👩‍👩‍👧', 2],
    ['🇫🇷x', 3],
    ['❤️', 2],
    ['é', 1],
    ['𘬀⺀', 4],
    ['\x1b[1mab\x1b[22m', 2],
    ['a\u200bb', 2],
  ])('of %j is %d', (text, width) => {
    expect(measureWidth(text)).toBe(width);
  });

  it('is never less than that of a package made for it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        expect(measureWidth(text)).toBeGreaterThanOrEqual(stringWidth(text));
      }),
      { numRuns: 2000 },
    );
  });
});

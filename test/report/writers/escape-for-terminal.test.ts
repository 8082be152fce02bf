import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeForTerminal } from '../../../src/report/writers/escape-for-terminal.ts';

describe('safeForTerminal', () => {
  it.each([
    ['plain text, Zürich, 東京, e\u0301', 'plain text, Zürich, 東京, e\u0301'],
    ['a\u001b[31mred\u0007', 'a\\u001b[31mred\\u0007'],
    ['\u001b]8;;https://evil.example\u0007x', '\\u001b]8;;https://evil.example\\u0007x'],
    ['one\r\ntwo\rthree\nfour\tfive', 'one\ntwo\\u000dthree\nfour five'],
    ['\u009b31m \u0085', '\\u009b31m \\u0085'],
    ['a\u202eb\u2066c\u200f', 'a\\u202eb\\u2066c\\u200f'],
    ['z\u200bw\u2060n\u00adb\ufeff', 'z\\u200bw\\u2060n\\u00adb\\ufeff'],
    ['\u2028\u2029\u3164\u115f', '\\u2028\\u2029\\u3164\\u115f'],
    ['\u{e0041}\u{1d173}', '\\u{e0041}\\u{1d173}'],
    ['\ud800 \udc00', '\\ud800 \\udc00'],
    ['👨‍👩‍👧 👩🏽‍🚀 ❤️', '👨‍👩‍👧 👩🏽‍🚀 ❤️'],
    ['pay\u200dment \u200d', 'pay\\u200dment \\u200d'],
    ['::error::x', '\\u003a:error::x'],
    ['a\n \u00a0::add-mask::y ::z', 'a\n \u00a0\\u003a:add-mask::y ::z'],
    ['\r\n::x', '\n\\u003a:x'],
    ['x ##[group]y ##vso[task.x] ###[z', 'x #\\u0023[group]y #\\u0023vso[task.x] ##\\u0023[z'],
    ['We are #1, ## heading, [x]', 'We are #1, ## heading, [x]'],
  ])('%j', (text, expected) => {
    expect(escapeForTerminal(text)).toBe(expected);
  });

  it('says the same of a letter that it may pass over and of one that it has to look at', () => {
    const letters = Array.from({ length: 0x2800 }, (_, code) => String.fromCharCode(code));
    // A letter outside the plain ranges makes it look at all.
    expect(letters.map((letter) => `${escapeForTerminal(`a${letter}b`)}東`)).toEqual(
      letters.map((letter) => escapeForTerminal(`a${letter}b東`)),
    );
  });

  it('leaves nothing that acts, and nothing to do for a second pass', () => {
    const unit = fc.constantFrom(
      ':',
      '::',
      '#',
      '##',
      '[',
      'vso',
      ' ',
      '\n',
      '\r',
      '\t',
      '\u001b',
      '\u202e',
      '\u200d',
      '\ufe0f',
      '👩',
      '1',
      '\ud83d',
      'a',
    );
    const text = fc
      .array(fc.oneof(unit, fc.string({ unit: 'binary' })), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (input) => {
        const safe = escapeForTerminal(input);
        expect(safe.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
        expect(safe).not.toMatch(/^\s*::/m);
        expect(safe).not.toMatch(/##[a-z]*\[/i);
        expect(escapeForTerminal(safe)).toBe(safe);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});

import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../../../src/report/writers/terminal/flow.ts';
import { measureWidth, pad } from '../../../../src/report/writers/terminal/width.ts';

const shout = (text: string) => text.toUpperCase();

describe('wrap', () => {
  it.each([
    [['one two three'], 9, ['one two', 'three']],
    [['one two'], 7, ['one two']],
    [['one  \n two\tthree'], 80, ['one two three']],
    [['abcdefghijkl'], 5, ['abcde', 'fghij', 'kl']],
    [['https://example.org/long/path'], 20, ['https://example.org/', 'long/path']],
    [['東京タワー'], 5, ['東京', 'タワ', 'ー']],
    [['a👨‍👩‍👧b'], 3, ['a👨‍👩‍👧', 'b']],
    [['ab', 'cd', ' ef'], 80, ['abcd ef']],
    [[''], 10, ['']],
    [[], 10, ['']],
  ])('%j at %i gives %j', (flow, width, expected) => {
    expect(wrap(flow, width)).toEqual(expected);
  });

  it('hangs the lines below the first behind its prefix', () => {
    expect(wrap(['one two three'], 10, '- ')).toEqual(['- one two', '  three']);
    expect(wrap(['one two'], 6, '東 ', '> ')).toEqual(['東 one', '> two']);
  });

  it('gives each line its style without the space before it', () => {
    const lines = wrap(['see ', { text: 'a long name', style: (text) => `<${text}>` }, '.'], 10);
    expect(lines).toEqual(['see <a long>', '<name>.']);
  });

  it('keeps the style of a word that is cut', () => {
    expect(wrap([{ text: 'abcdef', style: shout }], 4)).toEqual(['ABCD', 'EF']);
  });

  it('lets no line begin as a command of a CI runner', () => {
    for (let width = 12; width < 40; width += 1) {
      for (const text of [
        'aaaa bbbb ::error::cccc',
        'aaaaaaaaaaaaaaaaaaaaa::error::b',
        '東京::error::',
        ':'.repeat(90),
      ]) {
        for (const line of wrap([text], width, '  ')) expect(line).not.toMatch(/^\s*::/);
      }
    }
  });

  it('keeps every letter and the width, whatever the text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((value) => !value.includes(':'));
    const letters = (value: string) => value.replace(/\s/g, '');
    fc.assert(
      fc.property(text, fc.integer({ min: 6, max: 30 }), (value, width) => {
        const lines = wrap([value], width);
        expect(lines.every((line) => stringWidth(line) <= width)).toBe(true);
        expect(letters(lines.join(''))).toBe(letters(wrap([value], 10_000).join('')));
      }),
    );
  });
});

describe('pad', () => {
  it('counts columns and cuts nothing', () => {
    expect(pad('東', 4)).toBe('東  ');
    expect(pad('long', 2)).toBe('long');
    expect(measureWidth('👍🏽')).toBe(2);
  });
});

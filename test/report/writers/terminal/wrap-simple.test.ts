import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Flow, wrap, wrapSimple } from '../../../../src/report/writers/terminal/flow.ts';

/** Marks each letter, so that two neighbours of one style look the same together and apart; a space shows no style. */
const marking = (mark: string) => (text: string) => text.replace(/[^ ]/gu, (letter) => letter + mark);
const bold = marking('!');
const dim = marking('?');

const word = fc.string({ unit: fc.constantFrom('a', 'é', '≤', '-', '—', ':', '.'), minLength: 1, maxLength: 8 });
const words = fc.array(word, { maxLength: 12 }).map((all) => all.join(' '));
const flow = fc.array(
  fc.oneof(
    words,
    words.map((text) => ` ${text}`),
    words.map((text) => `${text} `),
    words.map((text) => ({ text, style: bold })),
    words.map((text) => ({ text, style: dim })),
  ),
  { maxLength: 5 },
);

/** A zero-width letter takes a flow out of the simple ones; taken away again, it leaves what the other way makes of it. */
function wrapFully(parts: Flow, width: number): readonly string[] {
  return wrap(['\u0301', ...parts], width).map((line) => line.replace('\u0301', '').trimEnd());
}

describe('wrapSimple', () => {
  it('makes the same lines as the way that looks at every letter', () => {
    let simple = 0;
    fc.assert(
      fc.property(flow, fc.integer({ min: 8, max: 40 }), (parts, width) => {
        const lines = wrapSimple(parts, width);
        if (lines === null) return;
        simple += 1;
        expect(lines.map((line) => line.trimEnd())).toEqual(wrapFully(parts, width));
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(simple).toBeGreaterThan(300);
  });

  it.each<[Flow]>([
    [['two ', ' spaces']],
    [[' leading']],
    [['a ::x::']],
    [['x #', '#[y']],
    [['x:', ':y']],
    [['日本']],
    [['much-too-long-a-word']],
    [['a', { text: ' b', style: bold }]],
  ])('leaves %j to it', (parts) => {
    expect(wrapSimple(parts, 12)).toBeNull();
  });

  it('gives one empty line for no text', () => {
    expect(wrapSimple([], 10)).toEqual(['']);
  });
});

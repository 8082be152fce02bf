import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.ts';
import { readFeatures } from '../../src/classify/features.ts';
import { createLookup } from '../../src/classify/lookup-table.ts';
import { tokenise } from '../../src/classify/tokens.ts';
import { featuresOf, SMALL } from './small-classifier.ts';

const tallyOf = (text: string) =>
  [...readFeatures(tokenise(text), createLookup(SMALL.phrases), new Set(), SMALL)]
    .filter(([name]) => name.startsWith('<tools '))
    .map(([name]) => name);

const TALLYING = {
  ...SMALL,
  features: featuresOf({ '<tools 0 short>': [100, 0, 0, 300], '<tools 2 short>': [100, 200, 0, 0] }),
};

describe('a tally', () => {
  it.each([
    ['an apple', ['<tools 0 short>']],
    ['a press', ['<tools 1 short>']],
    ['a press, a press', ['<tools 2 short>']],
    ['presses and a mill', ['<tools 2 short>']],
    ['a mill for one who has an apple', ['<tools 1 long>']],
    ['', []],
    ['apple', []],
  ])('counts how often a text speaks of it: %j', (text, names) => {
    expect(tallyOf(text)).toEqual(names);
  });

  it('tells what a text lacks, in brackets, so that the words still add up to the score', () => {
    const { words, track } = classify('An apple', TALLYING);
    const lacking = words.find(({ text }) => text === '(no word of a tool)');
    expect(track).toBe(null);
    expect(lacking).toEqual({
      text: '(no word of a tool)',
      track: 'outside',
      weight: expect.closeTo(3 / Math.SQRT2, 12),
    });
  });

  it('shares its points among the finds', () => {
    const words = classify('Press, mill and mill', TALLYING).words.filter(({ track }) => track === 'apples');
    expect(words).toEqual([
      { text: 'mill', track: 'apples', weight: expect.closeTo(4 / 3, 12) },
      { text: 'Press', track: 'apples', weight: expect.closeTo(2 / 3, 12) },
    ]);
  });

  it('says nothing of a text without a known word', () => {
    expect(classify('nothing of this is known', TALLYING)).toMatchObject({ status: 'no-offer', ranked: [], words: [] });
  });
});

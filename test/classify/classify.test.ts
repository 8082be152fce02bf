import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.ts';
import { compileKnowledge } from '../../src/classify/knowledge.ts';
import { KNOWLEDGE, SETTINGS } from './small-knowledge.ts';

const wordsOf = (text: string, track: string) =>
  classify(text, KNOWLEDGE)
    .words.filter((word) => word.track === track)
    .map((word) => [word.text, word.weight]);

describe('classify', () => {
  it('decides for the track with the strongest words and names its model', () => {
    const result = classify('We press apples into juice.', KNOWLEDGE);
    expect(result).toMatchObject({ status: 'decided', track: 'apples', model: 'juice', between: [] });
    expect(result.words).toEqual([
      { text: 'press apples into juice', track: 'apples', weight: 5 },
      { text: 'apples', track: 'apples', weight: 3 },
    ]);
  });

  it('has no model where no signal of one occurs', () => {
    expect(classify('Apples and more apples', KNOWLEDGE)).toMatchObject({
      status: 'decided',
      track: 'apples',
      model: null,
    });
  });

  it('is undecided between two tracks that are close, the first by id on a tie', () => {
    // Half of the garden: pears count 4 x 0.75 = 3, as apples do.
    const result = classify('An apple and a pear in a garden.', KNOWLEDGE);
    expect(result).toMatchObject({ status: 'undecided', track: 'apples', between: ['apples', 'pears'], margin: 0 });
  });

  it('is outside where outside ranks first, however close the second is', () => {
    const result = classify('An apple with a motor', KNOWLEDGE);
    expect(result).toMatchObject({ status: 'outside', track: null, model: null, between: [] });
    expect(result.ranked[0]?.track).toBe('outside');
  });

  it('ranks all tracks and outside, best first, with shares that sum to 1', () => {
    const { ranked, margin } = classify('pear pear apple motor', KNOWLEDGE);
    expect(ranked.map(({ track }) => track).sort()).toEqual(['apples', 'outside', 'pears']);
    expect(ranked.map(({ share }) => share)).toEqual(ranked.map(({ share }) => share).sort((a, b) => b - a));
    expect(ranked.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(margin).toBeCloseTo((ranked[0]?.share ?? 0) - (ranked[1]?.share ?? 0), 12);
  });

  it('counts repetition less and less', () => {
    const weightOf = (times: number) => wordsOf('pear '.repeat(times), 'pears')[0]?.[1];
    // 4 x 0.5 for the missing garden, times n x 2 / (n + 1).
    expect([weightOf(1), weightOf(2), weightOf(3)]).toEqual([2, (4 / 3) * 2, 3]);
  });

  it('counts members of a group together', () => {
    expect(wordsOf('Apples, dried plums', 'apples')).toEqual([['Apples', 4]]);
  });

  it('asks the sides of a pair to be close', () => {
    expect(wordsOf('juice from this one press', 'apples')).toEqual([['juice from this one press', 5]]);
    expect(wordsOf('juice from this one old press', 'apples')).toEqual([]);
  });

  it('lets words speak against a track', () => {
    expect(wordsOf('a rotten apple', 'apples')).toEqual([
      ['apple', 3],
      ['rotten', -2],
    ]);
  });

  it('shows evidence that eases outside as words against it', () => {
    expect(wordsOf('garden', 'outside')).toEqual([['garden', -0.25]]);
  });

  it('orders words by strength, then track, then text', () => {
    const { words } = classify('Motor, garden, pear, apple, rotten', KNOWLEDGE);
    const strengths = words.map(({ weight }) => Math.abs(weight));
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
    expect(words.slice(1, 3).map(({ track }) => track)).toEqual(['apples', 'pears']);
  });

  it('gives the bias of a longer text more weight', () => {
    const bias = { least: 1, most: 9, half_way: 4 };
    const outside = { ...SETTINGS.outside, bias };
    const shareOf = (text: string) =>
      classify(text, compileKnowledge([{ id: 'a', signals: [], models: [] }], { ...SETTINGS, needs: [], outside }))
        .ranked[0]?.share;
    // Scores 1 and 5 against 0.
    expect(shareOf('')).toBeCloseTo(Math.E / (Math.E + 1), 12);
    expect(shareOf('one two three four')).toBeCloseTo(Math.E ** 5 / (Math.E ** 5 + 1), 12);
  });
});

describe('compileKnowledge', () => {
  it('refuses a term that can not be read', () => {
    const track = { id: 'a', signals: [{ term: '<nothing>', weight: 1 }], models: [] };
    expect(() => compileKnowledge([track], SETTINGS)).toThrow('there is no group `nothing`');
  });

  it('refuses evidence that is not listed', () => {
    const needs = [{ tracks: ['a'], evidence: 'moon', floor: 0, reason: 'None.' }];
    expect(() => compileKnowledge([], { ...SETTINGS, needs })).toThrow('There is no evidence `moon`.');
  });
});

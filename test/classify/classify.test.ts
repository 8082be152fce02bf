import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.ts';
import { featuresOf, SMALL } from './small-classifier.ts';

const wordsOf = (text: string, track: string, classifier = SMALL) =>
  classify(text, classifier)
    .words.filter((word) => word.track === track)
    .map((word) => [word.text, word.weight]);

describe('classify', () => {
  it('decides for the track with the strongest words and names its model', () => {
    const result = classify('We press apples.', SMALL);
    expect(result).toMatchObject({ status: 'decided', track: 'apples', model: 'juice', between: [] });
    expect(result.words).toEqual([{ text: 'apples', track: 'apples', weight: 3 }]);
  });

  it('has no model where no phrase of one occurs', () => {
    expect(classify('Apples and apples', SMALL)).toMatchObject({ status: 'decided', track: 'apples', model: null });
  });

  it('is undecided between two tracks that are close, the first by id on a tie', () => {
    expect(classify('An apple and a pear.', SMALL)).toMatchObject({
      status: 'undecided',
      track: 'apples',
      between: ['apples', 'pears'],
      margin: 0,
    });
  });

  it('is outside where outside ranks first, however close the second is', () => {
    expect(classify('An apple with a motor', SMALL)).toMatchObject({
      status: 'outside',
      track: null,
      model: null,
      between: [],
      ranked: [{ track: 'outside' }, { track: 'apples' }, { track: 'pears' }],
    });
  });

  it.each(['', 'nothing of this is known'])('finds no offer where it knows no word: %j', (text) => {
    expect(classify(text, SMALL)).toMatchObject({ status: 'no-offer', track: null, ranked: [], words: [] });
  });

  it('is undecided also where outside is close', () => {
    const near = { ...SMALL, bias: [0, 0, 290] };
    expect(classify('Apples', near)).toMatchObject({
      status: 'undecided',
      track: 'apples',
      between: ['apples', 'outside'],
    });
    expect(classify('Apples', { ...SMALL, bias: [0, 0, 310] })).toMatchObject({
      status: 'undecided',
      track: 'apples',
      between: ['outside', 'apples'],
    });
  });

  it('finds no offer where the texts without one are nearest', () => {
    const four = { ...SMALL, labels: [...SMALL.labels, 'no-offer'], bias: [0, 0, 50, 0] };
    const features = featuresOf({ milestone: [100, 0, 0, 0, 300], appl: [100, 300, 0, 0, 0] });
    expect(classify('A milestone', { ...four, features })).toMatchObject({ status: 'no-offer', ranked: [] });
    expect(classify('Apples', { ...four, features }).ranked.map(({ track }) => track)).not.toContain('no-offer');
  });

  it('ranks all tracks and outside, best first, with shares that sum to 1', () => {
    const { ranked, margin } = classify('pear pear apple motor', SMALL);
    expect(ranked.map(({ track }) => track).sort()).toEqual(['apples', 'outside', 'pears']);
    expect(ranked.map(({ share }) => share)).toEqual(ranked.map(({ share }) => share).sort((a, b) => b - a));
    expect(ranked.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(margin).toBeCloseTo((ranked[0]?.share ?? 0) - (ranked[1]?.share ?? 0), 12);
  });

  it('counts the nth find 1/n and scales the whole to length 1', () => {
    const heard = { ...SMALL, bias: [0, 0, -100] };
    // Pear counts 1 + 1/2, apple 1.
    const length = Math.hypot(1.5, 1);
    expect(wordsOf('pear pear apple', 'pears', heard)).toEqual([['pear', expect.closeTo((3 * 1.5) / length, 12)]]);
    expect(wordsOf('pear pear apple', 'apples', heard)).toEqual([['apple', expect.closeTo(3 / length, 12)]]);
  });

  it('counts a find in the opening for more, where the whole of it stands there', () => {
    const opening = { ...SMALL, opening: { words: 2, times: 3 } };
    const [[, points = 0] = []] = wordsOf('a pear and a pear with an apple', 'pears', opening);
    // Pear counts 3 + 1/2, apple 1; the plums end behind the opening.
    expect(points).toBeCloseTo((3 * 3.5) / Math.hypot(3.5, 1), 12);
    expect(wordsOf('two dried plums and a pear', 'apples', opening)).toEqual([
      ['dried plums', expect.closeTo(Math.SQRT1_2, 12)],
    ]);
  });

  it('hears no list behind the opening, and no phrase across the end of a sentence', () => {
    const lists = { ...SMALL, opening: { words: 3, times: 1 }, lists: { words: 6, least_share: 0.2 } };
    expect(wordsOf('The pear and more. Apple juice motor', 'apples', lists)).toEqual([]);
    expect(wordsOf('The pear and more. The apple and more', 'apples', lists)).not.toEqual([]);
    expect(wordsOf('The pear and more. The apple, motor, juice', 'apples', lists)).toEqual([]);
    expect(wordsOf('All were dried. Plums came later', 'apples')).toEqual([]);
  });

  it('counts a rare word, which is larger, for more', () => {
    expect(wordsOf('pear juice', 'apples')).toEqual([['juice', expect.closeTo(2 / Math.sqrt(5), 12)]]);
  });

  it('hears a phrase of a concept', () => {
    expect(wordsOf('Dried plums', 'apples')).toEqual([['Dried plums', 1]]);
  });

  it('lets words speak against a track', () => {
    expect(wordsOf('rotten apple', 'apples')).toEqual([
      ['apple', expect.closeTo(3 / Math.SQRT2, 12)],
      ['rotten', expect.closeTo(-2 / Math.SQRT2, 12)],
    ]);
  });

  it('reads no further than the words that it is told to', () => {
    expect(classify(`${'x '.repeat(20)}apple`, SMALL).status).toBe('no-offer');
  });

  it('explains the two that lead by words that add up to their scores less the bias', () => {
    const { words, ranked } = classify('rotten apple juice, a motor and a pear', SMALL);
    const scoreOf = (track: string) =>
      words.filter((word) => word.track === track).reduce((sum, { weight }) => sum + weight, 0) +
      (track === 'outside' ? 0.5 : 0);
    const [first, second] = ranked;
    // Shares are in proportion to the powers of the scores.
    expect(Math.log((first?.share ?? 0) / (second?.share ?? 1))).toBeCloseTo(
      scoreOf(first?.track ?? '') - scoreOf(second?.track ?? ''),
      9,
    );
    expect(new Set(words.map(({ track }) => track))).toEqual(new Set([first?.track, second?.track]));
  });

  it('orders words by strength, then track, then text', () => {
    const strengths = classify('Motor, pear, apple, rotten', SMALL).words.map(({ weight }) => Math.abs(weight));
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
  });
});

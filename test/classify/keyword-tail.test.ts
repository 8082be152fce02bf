import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.ts';
import { shippedRubric } from '../support/rubric.ts';

const { classifier, tracks } = shippedRubric();

/** Invented texts of forty words and more. */
const TEXTS = [
  'Owners of gaming computers rent out their graphics cards at night. A scheduler on our chain matches each job with a card, locks the fee in escrow and releases it when the result was checked by a second machine. Small AI labs save most of what a large cloud asks.',
  'Families keep encrypted copies of their photos on the disks of strangers. Every disk owner proves each day to a blockchain that the pieces are still there and earns tokens for it, while the family pays a few dollars a month for a terabyte of space.',
  'A wallet for AI agents in which the owner sets what the agent may spend in a day, which contracts it may call and when a person has to approve. The keys are split, every call is logged, and one button freezes everything at once for good.',
  'Shops in our town sell bread and cakes over a small web site that their customers order from in the evening. A driver brings the goods before seven, the bill is paid by card at the end of the month, and nobody needs to queue at the counter.',
];

const keywords = tracks.map(({ models }) =>
  models.flatMap(({ signals }) => signals.map(({ term }) => term)).filter((term) => /^[\w -]+$/.test(term)),
);

describe('a tail of words', () => {
  const functionWords = new Set(classifier.english.function_words);

  it.each(TEXTS)('moves nothing where they are keywords of the text: %s', (text) => {
    const before = classify(text, classifier);
    const words = (text.match(/\w+/g) ?? []).filter((word) => !functionWords.has(word.toLowerCase()));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 60 }), (tail) => {
        const { status, track, ranked } = classify(`${text} ${tail.join(' ')}`, classifier);
        expect({ status, track, ranked }).toEqual({
          status: before.status,
          track: before.track,
          ranked: before.ranked,
        });
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it.each(TEXTS)('moves no decided track where the text has them already: %s', (text) => {
    const { status, track } = classify(text, classifier);
    const words = text.match(/\w+/g) ?? [];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 60 }), (tail) => {
        expect(classify(`${text} ${tail.join(' ')}`, classifier)).toMatchObject({ status, track });
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it.each(TEXTS)('moves no decided track where it is a list of keywords: %s', (text) => {
    const { status, track } = classify(text, classifier);
    expect(['decided', 'outside']).toContain(status);
    for (const terms of keywords)
      for (const between of [' ', ', ', '\n- '])
        expect(classify(`${text}${between}${terms.join(between)}`, classifier)).toMatchObject({ status, track });
  });
});

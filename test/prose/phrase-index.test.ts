import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhraseIndex } from '../../src/prose/phrase-index.ts';

const find = (phrase: string, text: string) =>
  new PhraseIndex([phrase]).find(text).map(({ from, to }) => text.slice(from, to));

describe('an index of phrases', () => {
  it.each([
    ['pay by card', 'Buyers Pay by Card.', ['Pay by Card']],
    ['third party audit', 'A third-party audit is missing', ['third-party audit']],
    ['audit*', 'It was audited twice', ['audited']],
    ['audit', 'It was audited twice', []],
    ['no ... audit', 'There is no independent outside audit so far', ['no independent outside audit']],
    ['no ... audit', 'There is no audit', ['no audit']],
    ['no ... audit', 'No fee; the audit is public', []],
    ['no ... audit', 'no one two three four five audit', []],
    ['no sla', 'No, SLA terms are public', []],
    ["team's work", "the team's work", ["team's work"]],
    ['24/7', 'support 24/7 by mail', ['24/7']],
  ])('finds %j in %j', (phrase, text, hits) => {
    expect(find(phrase, text)).toEqual(hits);
  });

  it.each([
    ['<none> <usual> <offer>', 'There is no existing platform.', ['no existing platform']],
    ['<none> <usual> <offer>', 'Without current systems', ['Without current systems']],
    ['only ... <offer>', 'the only truly open platform', ['only truly open platform']],
    ['<none> card', 'No cards', []],
    ['<unknown> card', 'any card', []],
    ['\u274c', '\u274c Slow', ['\u274c']],
  ])('finds %j in %j by groups and signs', (phrase, text, hits) => {
    const groups = { none: ['no', 'without'], usual: ['existing', 'current'], offer: ['platform', 'system*'] };
    expect(new PhraseIndex([phrase], groups).find(text).map(({ from, to }) => text.slice(from, to))).toEqual(hits);
  });

  it('finds each phrase once, where it is first', () => {
    const index = new PhraseIndex(['pay', 'pay in', 'pay* in usdc']);
    expect(index.find('They pay and pay in USDC')).toEqual([
      { phrase: 0, from: 5, to: 8 },
      { phrase: 1, from: 13, to: 19 },
      { phrase: 2, from: 13, to: 24 },
    ]);
  });

  it('finds a phrase in any text that has its words side by side', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.string(), fc.string(), (words, before, behind) => {
        const phrase = words.join(' ');
        expect(find(phrase, `${before} ${phrase} ${behind}`).length).toBe(1);
      }),
    );
  });
});

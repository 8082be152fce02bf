import { describe, expect, it } from 'vitest';
import { tokenise } from '../../src/classify/tokens.ts';

describe('tokenise', () => {
  it('separates at everything that is no letter or digit', () => {
    expect(tokenise('On-chain, pay-per-use:\nUSD_5/month').map(({ stem }) => stem)).toEqual([
      'on',
      'chain',
      'pay',
      'per',
      'use',
      'usd',
      '5',
      'month',
    ]);
  });

  it('keeps a possessive with its word and nothing else behind an apostrophe', () => {
    expect(tokenise("the agent's wallet, l'agence").map(({ stem }) => stem)).toEqual([
      'the',
      'agent',
      'wallet',
      'l',
      'agenc',
    ]);
  });

  it('points at the text as written', () => {
    const text = '🙂 ＧＰＵｓ für\u0000alle';
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual(['ＧＰＵｓ', 'für', 'alle']);
  });

  it('stops after as many words as it is asked for', () => {
    expect(tokenise('one two three', 2)).toHaveLength(2);
  });

  it.each(['', ' \n\t', '🙂🙂', '\u0000', '—…'])('finds no word in %j', (text) => {
    expect(tokenise(text)).toEqual([]);
  });
});

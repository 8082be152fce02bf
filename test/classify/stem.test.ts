import { describe, expect, it } from 'vitest';
import { foldWord, stemWord } from '../../src/classify/tokens.ts';

const stemOf = (word: string) => stemWord(foldWord(word));

describe('stemWord', () => {
  it.each([
    ['token', ['tokens', 'Token', 'TOKENS']],
    ['decentralized', ['decentralised', 'decentralise', 'decentralization', 'decentralisation']],
    ['label', ['labels', 'labelled', 'labeled', 'labelling', 'labeling']],
    ['annotate', ['annotation', 'annotations', 'annotators', 'annotating']],
    ['store', ['stores', 'stored', 'storing']],
    ['sell', ['sells', 'selling']],
    ['verify', ['verified', 'verifies', 'verifying', 'verification', 'verifier']],
    ['cache', ['caches']],
    ['license', ['licence', 'licences', 'licensed', 'licensing']],
    ['data center', ['data centre']],
    ['gpu', ['GPUs', "GPU's"]],
    ['labor', ['labour']],
  ])('brings the forms of `%s` together', (word, forms) => {
    expect(forms.map((form) => stemOf(form))).toEqual(forms.map(() => stemOf(word)));
  });

  it.each([
    ['storage', 'store'],
    ['payment', 'pay'],
    ['status', 'statue'],
    ['model', 'mode'],
    ['speed', 'spe'],
    ['thing', 'th'],
  ])('keeps `%s` and `%s` apart', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});

describe('foldWord', () => {
  it.each([
    ['ＧＰＵ', 'gpu'],
    ['ﬁle', 'file'],
    ['to\u00adken', 'token'],
    ['to\u200bken', 'token'],
    ['agent’s', 'agent'],
  ])('reads %j as `%s`', (surface, word) => {
    expect(foldWord(surface)).toBe(word);
  });

  it('cuts a hostile token', () => {
    expect(foldWord('x'.repeat(1_000_000))).toHaveLength(64);
  });
});

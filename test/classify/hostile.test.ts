import { describe, expect, it } from 'vitest';
import { classify } from '../../src/classify/classify.ts';
import { shippedRubric } from '../support/rubric.ts';

const knowledge = shippedRubric().classifier;

const LACKING = Object.values(knowledge.tallies).map(({ none }) => `(${none})`);

const TEXTS: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['spaces', ' \t\n '],
  ['one word', 'GPU'],
  ['one unknown word', 'Lorem'],
  ['NUL and control characters', 'agent\u0000pays\u0007for\u001b[31m storage on chain'],
  ['emoji', '🤖💸 agents pay 🪙 with stablecoins 👩‍👩‍👧'],
  ['a lone surrogate', '\ud800 agents \udc00 pay'],
  ['a very long token', `${'g'.repeat(500_000)} decentralised storage`],
  ['one word said very often', 'storage '.repeat(50_000)],
  ['both sides of a pair said very often', 'agent pay '.repeat(50_000)],
  ['another script', '去中心化存储 децентрализованный'],
  ['names of object members', 'constructor __proto__ toString hasOwnProperty'],
  ['terms of the rubric', '<agent> ~ <pay> annotat* own * data'],
];

describe('classify on hostile text', () => {
  it('costs no more than in proportion to its length', () => {
    const timeOf = (text: string) => {
      const start = performance.now();
      classify(text, knowledge);
      return performance.now() - start;
    };
    const text = 'agent pay storage '.repeat(60_000);
    timeOf(text);
    expect(timeOf(text)).toBeLessThan(1_000);
  });

  it.each(TEXTS)('ranks %s without a number that is none', (_, text) => {
    const { ranked, margin, words } = classify(text, knowledge);
    const shares = ranked.map(({ share }) => share);
    expect([0, 7]).toContain(shares.length);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(shares.length === 0 ? 0 : 1, 9);
    expect(margin).toBeGreaterThanOrEqual(0);
    expect(words.every((word) => Number.isFinite(word.weight) && (text + LACKING).includes(word.text))).toBe(true);
  });

  it.each(['', ' \n', 'Heron', 'Lorem ipsum', '🙂'])('finds no offer in %j', (text) => {
    expect(classify(text, knowledge)).toMatchObject({ status: 'no-offer', track: null, model: null });
  });
});

import { describe, expect, it } from 'vitest';
import { SentenceJudge } from '../../src/classify/sentences.ts';
import { trainSentences } from '../../src/classify/training/train-sentences.ts';
import { shippedRubric } from '../support/rubric.ts';
import { SETTINGS } from './training/training-examples.ts';

const SENTENCES = [
  { text: 'Pricing > Small plan: $5', of: ['cost'] },
  { text: 'A plan costs $7 a month', of: ['cost'] },
  { text: 'Pay by card', of: ['payment'] },
  { text: 'A card pays for the plan', of: ['payment', 'cost'] },
  { text: 'The team likes rivers', of: [] },
];

describe('the model of sentences', () => {
  it('learns the same from the same sentences', () => {
    expect(trainSentences(SENTENCES, SETTINGS.sentences)).toEqual(trainSentences(SENTENCES, SETTINGS.sentences));
  });

  it('tells what it has learnt from', () => {
    const judge = new SentenceJudge(trainSentences(SENTENCES, SETTINGS.sentences));
    const bears = (text: string, under = '') =>
      [...judge.judge({ text, under })].filter(([, likely]) => likely > 0).map(([criterion]) => criterion);
    expect(bears('Small plan: $5', 'Pricing')).toEqual(['cost']);
    expect(bears('Pay by card')).toEqual(['payment']);
    expect(bears('The team likes rivers')).toEqual([]);
  });

  it.each([
    ['cost', 'Renting a card is billed at $1.80 an hour.', ''],
    ['payment', 'Customers pay by bank transfer or credit card; no wallet is needed.', ''],
    ['continuity', 'When a host fails, its job restarts from the last checkpoint on another node.', ''],
    ['assurance', 'Two firms audited the contracts, and the company is ISO 27001 certified.', ''],
    ['unmet_need', 'Existing tools are slow and closed, and no other network does this.', 'Problem'],
  ])('hears %s in words of its own', (criterion, text, under) => {
    const judge = new SentenceJudge(shippedRubric().classifier.sentences);
    expect(judge.judge({ text, under }).get(criterion)).toBeGreaterThan(0);
  });

  it.each([
    ["import { createAgent } from 'kestrel-sdk'", ''],
    ['Feature | Us | Them', ''],
    ['Target: $3M in annual revenue by 2029', 'Milestones'],
    ['Anna Brandt spent ten years at a bank', 'Team'],
  ])('hears nothing in "%s"', (text, under) => {
    const judge = new SentenceJudge(shippedRubric().classifier.sentences);
    expect([...judge.judge({ text, under })].filter(([, likely]) => likely >= -0.3)).toEqual([]);
  });
});

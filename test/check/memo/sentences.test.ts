import { describe, expect, it } from 'vitest';
import { findingsOf } from './memo-fixtures.ts';

const HEAD = `---
name: Alder Grid
summary: Alder rents GPUs of universities by the hour to AI teams; leases are recorded on a chain.
as_of: 2026-11-01
track: compute
sources:
  list: { title: Prices noted by Larch Weekly, url: "https://larch.example.org/prices", kind: analytics, published: 2026-09 }
technical_edge:
  cost: { project: 2, alternative: { name: Tarn Cloud, value: 5, sources: [list] }, unit: USD per H100-hour, sources: [list] }
  proof: { answer: own-benchmark, sources: [list], note: A job starts after 140 ms. }
switching_cost:
  integration: { answer: compatible-subset, sources: [list] }
  continuity: { answer: checkpoint, sources: [list] }
  payment: { answer: stablecoin, sources: [list] }
  assurance: { answer: self-assessed, sources: [list] }
  service_terms: { answer: promised, sources: [list], note: 99.5 percent a month. }
demand_maturity:
  revenue: { answer: 6000000, sources: [list], note: Volume is 40 million USD a year. }
landmark_adoption:
  customers:
    - { name: Rowan Institute, outside_crypto: true, stage: pilot, paid: false, sources: [list] }
---

`;

const found = (prose: string) => findingsOf(`${HEAD}${prose}\n`).map(({ id, subject }) => `${id.slice(5)} ${subject}`);

describe('a sentence of a memo', () => {
  it.each([
    ['Rowan Institute is a paying customer.', 'customer-disagrees paying customer'],
    ['Rowan Institute runs it in production.', 'customer-disagrees in production'],
    ['It is a drop-in replacement.', 'answer-disagrees drop-in'],
    ['A node may die; the buyer notices nothing.', 'answer-disagrees notices nothing'],
    ['Alder needs no crypto.', 'answer-disagrees needs no crypto'],
    ['No wallet and no token are needed on Alder.', 'answer-disagrees No wallet and no token'],
    ['Neither a wallet nor a token is required on Alder.', 'answer-disagrees Neither a wallet nor a token'],
    ['It is SOC 2 Type II certified.', 'answer-disagrees SOC 2 Type II'],
    ['An independent lab confirmed the speed.', 'answer-disagrees independent lab'],
    ['Revenue is $40 million a year.', 'figure-disagrees $40 million a year'],
    ['We would like to announce that revenue is $9M a year.', 'figure-disagrees $9M a year'],
    ['The contract promises 99.99% a month.', 'figure-disagrees 99.99% a month'],
    ['We have Siemens as a customer.', 'customer-not-in-ledger Siemens'],
    ['Siemens has been paying since May.', 'customer-not-in-ledger Siemens'],
    ['Half of the revenue comes from Siemens.', 'customer-not-in-ledger Siemens'],
    ['Siemens is a \u0441ustomer of ours.', 'customer-not-in-ledger Siemens'],
    ['Revenue is $\u0669M a year.', 'figure-disagrees $9M a year'],
    ['Zu den Kunden z\u00e4hlt auch Siemens, das dort seine Archive lagert.', 'not-read language'],
    ['<!-- demandfit-not-the-offer -->\n\nRevenue is $9M a year.', 'not-read marked'],
  ])('is told of: %s', (prose, finding) => {
    expect(found(prose)).toContain(finding);
  });

  it.each([
    'The market for rented GPUs will be $17 billion by 2032 (CAGR 21%).',
    '## Token\n\nThe team holds 18%, investors 17%.',
    '## The round\n\nThey raise $8M at $60M pre-money; founders hold 55%.',
    'In general, nobody switches for 10%.',
    '- [ ] Is there a discount of at least 50%?',
    '| Part | Link |\n|---|---|\n| Card | 900 GB/s |',
    'Eight cards cost $16 an hour, $3 an hour less for each than at Tarn Cloud.',
    'CoreWeave earned $1.9 billion in 2024.',
    'See #1 and #2.',
  ])('is quiet on: %s', (prose) => {
    expect(found(prose)).toEqual([]);
  });
});

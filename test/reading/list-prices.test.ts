import { describe, expect, it } from 'vitest';
import type { PriceReading } from '../../src/model/reading.ts';
import { readProse } from '../../src/reading/document-prose.ts';
import { listPrices, rankPrices } from '../../src/reading/list-prices.ts';
import { toDocumentText } from '../support/document-text.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

function read(text: string, track: string | null = 'compute', name: string | null = 'Heron', asOf = '2026-11-18') {
  return rankPrices(listPrices([readProse(toDocumentText(text), rubric)], { rubric, name, track, asOf }));
}

/** `project 1.49 USD per H100-hour`, and for somebody else the name and the registered alternative. */
function say({ quote, party, value, unit, alternative }: PriceReading): string {
  const who = [quote.whose, party, alternative].filter((part) => part !== null).join(' ');
  return `${who}: ${value} ${unit}`;
}

const list = (text: string, track: string | null = 'compute') => read(text, track).map(say);

describe('what is no price', () => {
  it.each([
    [
      'a budget',
      'compute',
      '# Heron\n\nHeron rents GPUs.\n\n- **Total costs:** 24,000 USD\n\n### Milestone 1\n\n- **Costs:** 12,000 USD',
    ],
    ['an expense', 'compute', 'The outside audit costs 15,000 USD and is paid from the grant.'],
    ['the price of a token', 'storage', '- **Token price:** $0.14 to $0.16'],
    ['takings and volume', 'agent-payments', '- $9K in fees so far, on $1.2M of traded volume'],
    ['a question that the track does not ask', 'data-market', 'A data set costs 500 USD.'],
    ['a cost inside', 'verification', '| Step | Gas | Cost |\n|---|---|---|\n| Prove | 120k | ~$0.004 |'],
    ['gas', 'agent-payments', 'Gas costs about $0.0004 per transaction on the chain.'],
    ['the revenue of a rival', 'data-market', '**Labelco** (~$220M revenue, shrinking) pays its workers by the hour.'],
    ['speed', 'verification', 'A proof takes 20 seconds; the usual prover takes 3 minutes.'],
    ['the income of operators', 'compute', 'Operators earn $1.10 per H100-hour.'],
    ['a saving', 'compute', 'Teams save $2.44 an hour on each H100.'],
    ['the price of a call behind the payment', 'agent-payments', 'A weather API has a price of $0.05 per call.'],
    ['the smallest payment', 'agent-payments', 'The minimum charge of a card is $0.50 per transaction.'],
    ['a condition', 'compute', 'If an H100 were $9 an hour, nobody would rent it.'],
    ['a market size', 'compute', 'The market for H100 rental will be $17 billion a year by 2032.'],
    ['a table of tokens', 'compute', '| Holder | Tokens | Price |\n|---|---|---|\n| Investors | 170M | $0.12 |'],
    ['what the project spends', 'compute', 'We spend $40,000 on servers (8x H100 at $16/hour for 100 days).'],
    ['traffic', 'storage', 'Egress is $7 per TB.'],
    ['a salary', 'compute', 'Payment: $2,000 per month for six months of H100 maintenance.'],
    ['the share of a sale where nothing was heard of payments', null, 'Platform fee: 20% on all transactions.'],
  ])('%s', (_what, track, text) => {
    expect(list(text, track)).toEqual([]);
  });
});

describe('the price of the project', () => {
  it.each([
    [
      'by the hour of a card in words',
      'compute',
      'Our price is $1.20 per H100 hour.',
      ['project: 1.2 USD per H100-hour'],
    ],
    [
      'by the card, of a card named before',
      'compute',
      'H100s start at $1.99/GPU/hr.',
      ['unsaid: 1.99 USD per H100-hour'],
    ],
    [
      'on demand and reserved',
      'compute',
      'H100: $2.10/h (on demand), $1.60/h (reserved)',
      ['unsaid: 2.1 USD per H100-hour', 'unsaid: 1.6 USD per H100-hour'],
    ],
    [
      'in a list',
      'compute',
      '## Pricing\n\n- H100 SXM5: **$1.85/hr**\n- H200: **$2.60/hr**',
      ['unsaid: 1.85 USD per H100-hour', 'unsaid: 2.6 USD per H200-hour'],
    ],
    [
      'in per cent and a sum',
      'agent-payments',
      'Heron takes 1% + $0.01 per transaction.',
      ['project: 0.0105 USD fee on a 0.05 USD payment'],
    ],
    [
      'beside the price of the network',
      'agent-payments',
      'Gas fees are about $0.0002 per transfer; the protocol fee is $0.001 per transfer.',
      ['unsaid: 0.001 USD fee on a 0.05 USD payment'],
    ],
    [
      'behind a table of its own',
      'compute',
      '## Heron Cloud\n\n| Machine | Price / Hr |\n|---|---|\n| 8 H100 | $23 |',
      ['project: 23 USD per 8xH100-hour'],
    ],
    ['by the terabyte', 'storage', 'Heron charges $5 per TB a month.', ['project: 5 USD per TB-month']],
    ['by the gigabyte', 'storage', 'Storage is 0.02 USD per GB-month.', ['unsaid: 0.02 USD per GB-month']],
    ['of an amount', 'storage', 'We store 1 TB for $4 a month.', ['project: 4 USD per TB-month']],
    [
      'once and for ever',
      'storage',
      'Heron stores a file permanently for $8 per GB, paid once.',
      ['project: 8 USD per GB for ten years'],
    ],
    [
      'on a payment',
      'agent-payments',
      'The fee is $0.001 per payment.',
      ['unsaid: 0.001 USD fee on a 0.05 USD payment'],
    ],
    [
      'flat',
      'agent-payments',
      'We charge a flat fee of $0.01 per transaction.',
      ['project: 0.01 USD fee on a 0.05 USD payment'],
    ],
    [
      'in per cent',
      'agent-payments',
      'Heron takes a fee of 1% of each payment.',
      ['project: 0.0005 USD fee on a 0.05 USD payment'],
    ],
    ['by the minute', 'compute', 'Heron rents an H100 for 4 cents a minute.', ['project: 0.04 USD per H100-minute']],
    ['of a machine', 'compute', 'An 8x H100 node costs $16 an hour on Heron.', ['project: 16 USD per 8xH100-hour']],
    [
      'of each card of a machine',
      'compute',
      'Heron rents 8x H100 nodes at $2 per GPU-hour.',
      ['project: 2 USD per H100-hour'],
    ],
    [
      'of a range, the higher end',
      'compute',
      'Heron rents H100s at $1.50 to $2.10 an hour.',
      ['project: 2.1 USD per H100-hour'],
    ],
    [
      'of another card',
      'compute',
      'Heron rents an RTX 4090 at $0.35 an hour.',
      ['project: 0.35 USD per RTX 4090-hour'],
    ],
    ['still to come', 'compute', 'We plan to charge $1.20 per H100-hour.', ['plan: 1.2 USD per H100-hour']],
    [
      'of several cards',
      'compute',
      'H100 at $1.89, H200 at $2.59 and A100 at $0.99 an hour.',
      ['unsaid: 1.89 USD per H100-hour', 'unsaid: 2.59 USD per H200-hour', 'unsaid: 0.99 USD per A100-hour'],
    ],
    [
      'under a plain head',
      'compute',
      '| GPU | USD per hour |\n|---|---|\n| H100 PCIe | 1.79 |',
      ['unsaid: 1.79 USD per H100-PCIe-hour'],
    ],
  ])('%s', (_what, track, text, prices) => {
    expect(list(text, track)).toEqual(prices);
  });
});

describe('the prices of others', () => {
  it.each([
    [
      'of a machine',
      'compute',
      'On AWS, eight H100 GPUs run $55/hour; on Heron the same box is $20/hour.',
      ['project: 20 USD per 8xH100-hour', 'rival AWS aws-p5: 55 USD per 8xH100-hour'],
    ],
    [
      'behind a label in a list of rivals',
      'compute',
      '## Competitors\n\n- **Otterbox**: H100 at about $1.70/hr, no SLA',
      ['rival Otterbox: 1.7 USD per H100-hour'],
    ],
    [
      'in the heads of goods',
      'compute',
      '| Provider | H100 SXM ($/hr) |\n|---|---|\n| **Heron (us)** | 1.79 |\n| RunPod | 2.69 |',
      ['project: 1.79 USD per H100-hour', 'rival RunPod runpod-community: 2.69 USD per H100-hour'],
    ],
    [
      'without the unit',
      'storage',
      'Storing a terabyte on Heron costs $3.90 per month, while Amazon S3 costs $23.',
      ['project: 3.9 USD per TB-month', 'rival Amazon S3 aws-s3-standard: 23 USD per TB-month'],
    ],
    [
      'in one sentence',
      'compute',
      'An H100 costs $2.10 an hour with us and $6.88 on AWS.',
      ['project: 2.1 USD per H100-hour', 'rival AWS aws-p5: 6.88 USD per H100-hour'],
    ],
    [
      'in a table of its own',
      'compute',
      '**Bigcloud**\n\n| Machine | Price / Hr |\n|---|---|\n| 8 H100 | $97 |\n\n**Heron**\n\n| Machine | Price / Hr |\n|---|---|\n| 8 H100 | $23 |',
      ['project: 23 USD per 8xH100-hour', 'rival Bigcloud: 97 USD per 8xH100-hour'],
    ],
    [
      'in rows',
      'storage',
      '| | Storage /TB | Traffic /TB |\n|---|---|---|\n| Heron | $5 | $8 |\n| AWS | $22 | $88 |',
      ['project: 5 USD per TB-month', 'rival AWS aws-s3-standard: 22 USD per TB-month'],
    ],
    [
      'in columns',
      'compute',
      '| Price an hour | Heron | Lambda |\n|---|---|---|\n| H100 SXM | $1.99 | $3.99 |',
      ['project: 1.99 USD per H100-hour', 'rival Lambda lambda-8x: 3.99 USD per H100-hour'],
    ],
    [
      'at the head of a sentence',
      'storage',
      'Otterbox provides 1TB of storage for $5.99 a month.',
      ['rival Otterbox: 5.99 USD per TB-month'],
    ],
    ['without a name', 'compute', 'Hyperscalers charge $7 per H100-hour.', ['rival Hyperscalers: 7 USD per H100-hour']],
    ['of the market', 'compute', 'The market price of an H100 is $2.30 an hour.', ['market: 2.3 USD per H100-hour']],
  ])('%s', (_what, track, text, prices) => {
    expect(list(text, track)).toEqual(prices);
  });
});

const HELIOGRID = `# HelioGrid deal memo

## Product

- On-demand H100 at **$1.49/hour** against $3.93 on AWS (p5) and $2.99 on Lambda: **62% cheaper** than hyperscalers.
- $4.1M annualised revenue run-rate in October 2026 (up from $1.2M in January).
- 9 customers pay more than $10k/month.

## Competition

| | Price H100/h | SLA | Utilisation |
|---|---|---|---|
| HelioGrid | $1.49 | none | 38% |
| Akash | $1.70 | none | 60% |
| io.net | $1.89 | none | n/a |
| CoreWeave | $4.25 | 99.9% | >90% |
| AWS p5 | $3.93 | 99.99% | n/a |
`;

describe('a whole memo', () => {
  const prices = read(HELIOGRID, 'compute', 'HelioGrid');

  it('has each price once, with whose it is', () => {
    expect(prices.map(say)).toEqual([
      'project: 1.49 USD per H100-hour',
      'rival AWS aws-p5: 3.93 USD per H100-hour',
      'rival Lambda lambda-8x: 2.99 USD per H100-hour',
      'rival CoreWeave coreweave-h100: 4.25 USD per H100-hour',
      'rival Akash: 1.7 USD per H100-hour',
      'rival io.net: 1.89 USD per H100-hour',
    ]);
  });

  it('holds its own price against the cheapest like it, and those of others against their own', () => {
    expect(prices[0]).toMatchObject({
      registered: { id: 'vast-ai-median', value: 2.4, asOf: '2026-10-19' },
      needed: 3,
    });
    expect(prices[0]?.ratio).toBeCloseTo(2.4 / 1.49, 6);
    expect(prices[1]).toMatchObject({ registered: { value: 6.88, asOf: '2026-11-09' }, ratio: null, needed: null });
  });

  it('quotes a cell with its row', () => {
    expect(prices.find(({ party }) => party === 'Akash')?.quote).toEqual({
      text: 'Akash | $1.70 | none | 60%',
      place: { file: 'memo.md', line: 14, sheet: null, section: 'Competition' },
      whose: 'rival',
    });
  });
});

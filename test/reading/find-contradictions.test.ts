import { describe, expect, it } from 'vitest';
import { readProse } from '../../src/reading/document-prose.ts';
import { findContradictions } from '../../src/reading/find-contradictions.ts';
import { listPrices } from '../../src/reading/list-prices.ts';
import { toDocumentText } from '../support/document-text.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

/** What contradicts what in the documents of one case. */
function find(...texts: string[]): readonly string[] {
  const proses = texts.map((text, at) => readProse(toDocumentText(text, `${at + 1}.md`), rubric));
  const context = { rubric, name: 'Heron', track: 'compute', asOf: null };
  return findContradictions(proses, listPrices(proses, context), context).map(
    ({ of, statements }) => `${of}: ${statements.map(({ said }) => said).join(' / ')}`,
  );
}

describe('figures that contradict each other', () => {
  it.each([
    [
      'by the month and by the year',
      ['MRR is $38,000.\n\nHeron has an ARR of $900k.'],
      ['revenue a year: $38,000 / $900k'],
    ],
    [
      'in two documents',
      ['- ARR: $2.4M', '## Traction\n\nMonthly recurring revenue is $150k.'],
      ['revenue a year: $2.4M / $150k'],
    ],
    [
      'of what is counted, alike',
      ['Heron has 312 paying accounts.\n\nThe network serves 180 paying accounts.'],
      ['accounts: 312 paying accounts / 180 paying accounts'],
    ],
    [
      'of shares and the rest',
      ['70% of revenue comes from paying customers.\n\n45% of revenue is subsidised.'],
      ['share of revenue from paying customers: 70% / 45%'],
    ],
    [
      'of a price in deck and memo',
      ['## Price\n\nHeron rents an H100 at $1.49 an hour.', '## Product\n\nAn H100 costs $1.99 an hour with Heron.'],
      ['price in USD per H100-hour: 1.49 USD per H100-hour / 1.99 USD per H100-hour'],
    ],
    [
      'of a claim and two prices',
      ['Heron rents an H100 at $3.49 an hour against $3.93 on AWS.\n\nThat is 62% cheaper than AWS.'],
      ['price against AWS: 62% / 3.49 USD per H100-hour / 3.93 USD per H100-hour'],
    ],
    ['of uptime', ['Uptime is 99.9%.\n\n| | Uptime |\n|---|---|\n| Heron | 97% |'], ['uptime: 99.9% / 97%']],
    [
      'of utilisation',
      ['Average utilisation is 38%.\n\nHeron runs at an average utilisation of 70%.'],
      ['utilisation: 38% / 70%'],
    ],
    [
      'in a table and in prose',
      ['Utilisation is 38%.\n\n| | Utilisation |\n|---|---|\n| Heron | 60% |\n| Akash | 38% |'],
      ['utilisation: 38% / 60%'],
    ],
  ])('%s', (_what, texts, found) => {
    expect(find(...texts)).toEqual(found);
  });
});

describe('figures that do not', () => {
  it.each([
    [
      'what two prices make',
      ['Heron rents an H100 at $1.49 an hour against $3.93 on AWS: 62% cheaper than hyperscalers.'],
    ],
    [
      'how many times two prices make',
      ['Heron rents an H100 at $1.50 an hour against $4.50 on AWS. It is 3x cheaper than AWS.'],
    ],
    [
      'a price list',
      [
        '## Prices\n\n| GPU | USD per hour |\n|---|---|\n| H100 basic | 1.49 |\n| H100 plus | 1.99 |\n\n## Offer\n\nHeron rents an H100 at $1.49 an hour.',
      ],
    ],
    [
      'prices on demand and reserved',
      [
        '## A\n\nHeron rents a reserved H100 at $1.10 an hour.\n\n## B\n\nHeron rents an on-demand H100 at $1.49 an hour.',
      ],
    ],
    ['one sum by the month and by the year', ['Heron makes $38,000 MRR ($456k ARR).']],
    ['one sum in two documents', ['- ARR: $456k', 'MRR is $38,000.']],
    ['a share and its rest', ['55% of revenue comes from paying customers.\n\n45% of revenue is subsidised.']],
    ['two states of a thing', ['41,000 GPUs are registered.\n\n6,500 GPUs are online.']],
    ['a rise', ['ARR is $4.1M in October 2026 (up from $1.2M in January).\n\nARR grew from $1.2M to $4.1M.']],
    ['two years', ['Revenue was $1.2M in 2025.\n\nRevenue was $4M in 2026.']],
    ['a plan', ['ARR is $1M.\n\nWe plan an ARR of $10M.']],
    ['a rival', ['ARR is $1M.\n\nOtterbox has an ARR of $30M.']],
    ['the market', ['Revenue is $1M.\n\nThe market has revenue of $17 billion.']],
    ['rounding', ['ARR is $4.1M.\n\nThe ARR is about $4M.']],
    ['at least', ['Over 300 customers use it.\n\nHeron has 312 customers.']],
    ['a part', ['Heron has 40 customers.\n\nHeron has 12 customers in Norway.']],
    ['tiers', ['| Plan | Fee |\n|---|---|\n| Basic | 2% |\n| Pro | 1% |']],
    ['gross and net', ['Gross revenue is $2M.\n\nNet revenue is $1M.']],
    ['roadmaps', ['Heron has 300 nodes.\n\n## Roadmap\n\nHeron has 10,000 nodes.']],
  ])('%s', (_what, texts) => {
    expect(find(...texts)).toEqual([]);
  });
});

const MEMO = `# Heron deal memo

## Product

- On-demand H100 at **$1.49/hour** against $3.93 on AWS (p5) and $2.99 on Lambda: **62% cheaper** than hyperscalers.
- 41,000 GPUs registered across 94 countries; about 6,500 online at any time. Average utilisation 38%.
- 99.5% uptime target. No SLA credits yet; planned for Q2 2027.

## Traction

- $4.1M annualised revenue run-rate in October 2026 (up from $1.2M in January), of which 55% comes from paying customers.
- 312 paying accounts, mostly university labs. 9 customers > $10k/month.
- Net revenue retention 131%.

## Competition

| | Price H100/h | SLA | Utilisation |
|---|---|---|---|
| Heron | $1.49 | none | 38% |
| Akash | $1.70 | none | 60% |
| AWS p5 | $3.93 | 99.99% | n/a |

## Risks

1. Revenue quality: 45% of revenue is subsidised.
2. AWS cut p5 by 44% in 2025.
`;

const PITCH = `# Heron pitch

- 2,300 agents pay each week; $3.2M total payment volume so far
- $38,000 **MRR** ($456k ARR)
- Fee: 0.5% of each payment

## Ask

$4M at $20M post
`;

describe('whole documents', () => {
  it('of nothing but prices and figures take time in proportion to their length', () => {
    const lines = Array.from(
      { length: 3000 },
      (_, at) => `- H100 at $${1 + (at % 7)}.${at % 10}9 an hour, ${at} nodes online`,
    );
    const before = process.cpuUsage();
    find(`# Heron\n\n${lines.join('\n')}\n`);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(20_000);
  });

  it('agree with themselves', () => {
    expect(find(MEMO)).toEqual([]);
    expect(find(PITCH)).toEqual([]);
  });

  it('contradict a deck of the same case', () => {
    const deck =
      '# Heron\n\n## Price\n\nAn H100 costs $1.99 an hour on demand.\n\n## Use\n\nAverage utilisation is 71%. Net revenue retention is 118%.\n';
    expect(find(MEMO, deck)).toEqual([
      'price in USD per H100-hour: 1.49 USD per H100-hour / 1.99 USD per H100-hour',
      'utilisation: 38% / 71%',
      'net revenue retention: 131% / 118%',
    ]);
  });
});

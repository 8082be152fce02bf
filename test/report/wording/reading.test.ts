import { describe, expect, it } from 'vitest';
import type { PriceReading } from '../../../src/model/reading.ts';
import { describePriceReading } from '../../../src/report/wording/reading.ts';

const AWS = {
  id: 'aws',
  name: 'AWS p5, one of its eight GPUs',
  value: 6.88,
  unit: 'USD per H100-hour',
  asOf: '2026-11-09',
};
const VAST = {
  id: 'vast',
  name: 'Vast.ai, median of the offers',
  value: 2.4,
  unit: 'USD per H100-hour',
  asOf: '2026-10-19',
};

function price(more: Partial<PriceReading>, whose: PriceReading['quote']['whose'] = 'project'): PriceReading {
  return {
    criterion: 'price',
    quote: { text: 'words', place: { file: 'memo.md', line: 1, sheet: null, section: null }, whose },
    value: 1.49,
    unit: 'USD per H100-hour',
    party: null,
    alternative: null,
    registered: null,
    ratio: null,
    needed: null,
    ...more,
  };
}

describe('describePriceReading', () => {
  it.each([
    [
      'its own against the cheapest like it',
      price({ registered: VAST, ratio: 2.4 / 1.49, needed: 3 }),
      'charges 1.49 USD per H100-hour; the cheapest comparable is Vast.ai at 2.40: 1.61x, and up to 3.0x is needed',
    ],
    [
      'its own by another unit',
      price({ value: 23, unit: 'USD per 8xH100-hour', registered: VAST, ratio: 0.8, needed: null }),
      'charges 23 USD per 8xH100-hour; the cheapest comparable is Vast.ai at 2.40 USD per H100-hour: 0.8x',
    ],
    [
      'its own of what is not registered',
      price({ value: 0.35 }),
      'charges 0.35 USD per H100-hour; the register has nothing comparable',
    ],
    [
      "a registered rival's",
      price({ value: 3.93, party: 'AWS', alternative: 'aws', registered: AWS }, 'rival'),
      'quotes AWS at 3.93 USD per H100-hour; the register has 6.88 since 2026-11-09',
    ],
    ["another's", price({ value: 1.7, party: 'Akash' }, 'rival'), 'quotes Akash at 1.70 USD per H100-hour'],
    [
      'one without a public price',
      price({ value: 9, party: 'GCP', alternative: 'gcp' }, 'rival'),
      'quotes GCP at 9 USD per H100-hour; the register has no price for it',
    ],
    ["the market's", price({ value: 2.3 }, 'market'), 'puts the market at 2.30 USD per H100-hour'],
    ['a plan', price({ value: 1.2 }, 'plan'), 'plans to charge 1.20 USD per H100-hour'],
  ])('%s', (_what, reading, said) => {
    expect(describePriceReading(reading)).toBe(said);
  });
});

import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import type { Finding } from '../../src/model/finding.ts';
import { describeText, HEAD, rubric } from '../input/description/read.ts';

function findingsOf(answers: Readonly<Record<string, unknown>>, id: string): readonly Finding[] {
  const byDimension = rubric.dimensions.flatMap((dimension) => {
    const own = rubric.criteria.filter((entry) => entry.dimension === dimension.id && entry.id in answers);
    return own.length === 0
      ? []
      : [`${dimension.id}:`, ...own.map((entry) => `  ${entry.id}: ${JSON.stringify(answers[entry.id])}`)];
  });
  const description = describeText(`${HEAD}track: storage\n${byDimension.join('\n')}\n`);
  return assess(description, rubric).findings.filter((finding) => finding.id === id);
}

const brokenBy = (answers: Readonly<Record<string, unknown>>) =>
  findingsOf(answers, 'answer/contradicts').map(({ detail }) => detail['implication']);

const PRICE = { project: 4, alternative: 'wasabi', unit: 'USD per TB-month', better: 'lower' };
const payer = { name: 'Alpha', outside_crypto: true, stage: 'production', paid: true };
const pilot = { name: 'Alpha', outside_crypto: true, stage: 'pilot', paid: false };
const plan = { ...payer, stage: 'announced' };

/** For each implication answers that break it, and the same with one that does not. */
const CASES: Readonly<Record<string, readonly [broken: Record<string, unknown>, sound: Record<string, unknown>]>> = {
  'payer-is-paid-use': [{ customers: [payer], paid_use: 'inside-crypto' }, { paid_use: 'outside-subsidised' }],
  'payer-is-somebody-who-pays': [
    { customers: [{ ...payer, outside_crypto: false }], paid_use: 'not-paid' },
    { paid_use: 'inside-crypto' },
  ],
  'announced-pays-nothing': [{ customers: [plan] }, { customers: [{ ...plan, paid: false }] }],
  'no-customer-no-payer': [{ customers: [], paid_use: 'outside' }, { paid_use: 'not-paid' }],
  'no-customer-no-revenue': [{ customers: [], revenue: 200000 }, { revenue: 0 }],
  'no-customer-no-workload': [{ customers: [], capacity: 'small-production' }, { capacity: 'demo' }],
  'no-customer-not-shipped': [
    { customers: [], mainstream_integration: 'shipped' },
    { mainstream_integration: 'crypto-products' },
  ],
  'payer-is-revenue': [{ customers: [payer], revenue: 0 }, { revenue: 90000 }],
  'production-is-a-workload': [{ customers: [payer], capacity: 'demo' }, { capacity: 'small-production' }],
  'paid-use-is-revenue': [{ paid_use: 'outside-most', revenue: 0 }, { revenue: 90000 }],
  'unpaid-revenue-is-hollow': [{ paid_use: 'not-paid', revenue: 5000000, use: 'growing' }, { use: 'hollow' }],
  'not-on-sale-not-paid': [{ availability: 'not-on-sale', paid_use: 'outside' }, { paid_use: 'not-paid' }],
  'not-on-sale-no-revenue': [{ availability: 'not-on-sale', revenue: 5000000 }, { revenue: 0 }],
  'not-on-sale-no-production': [{ availability: 'not-on-sale', customers: [payer] }, { customers: [pilot] }],
  'not-on-sale-not-shipped': [
    { availability: 'not-on-sale', mainstream_integration: 'shipped' },
    { mainstream_integration: 'on-the-way' },
  ],
  'not-on-sale-no-workload': [{ availability: 'not-on-sale', capacity: 'regular-production' }, { capacity: 'demo' }],
  'not-on-sale-no-use': [{ availability: 'not-on-sale', use: 'counted' }, { use: 'hollow' }],
  'story-has-a-customer': [{ published_result: 'story', customers: [] }, { customers: [pilot] }],
  'figures-have-a-user': [
    { published_result: 'vendor-numbers', customers: [{ ...plan, paid: false }] },
    { customers: [pilot] },
  ],
  'measuring-buyer-is-a-customer': [{ proof: 'buyer-measured', customers: [] }, { customers: [payer] }],
  'measuring-buyer-published': [{ proof: 'buyer-measured', published_result: 'logo' }, { published_result: 'story' }],
  'compliance-trial-has-a-customer': [{ compliance_buyers: 'pilot', customers: [] }, { customers: [pilot] }],
  'compliance-buyer-is-a-customer': [{ compliance_buyers: 'named-buyer', customers: [pilot] }, { customers: [payer] }],
  'several-compliance-buyers': [
    { compliance_buyers: 'several-buyers', customers: [payer] },
    { customers: [payer, { ...payer, name: 'B' }, { ...payer, name: 'C' }] },
  ],
  'explored-is-not-tried': [{ urgency: 'explored', customers: [pilot] }, { urgency: 'pilots' }],
  'production-is-bought': [{ urgency: 'pilots', customers: [payer] }, { urgency: 'bought' }],
  'no-budget-outside-no-majority': [{ urgency: 'inside-crypto', paid_use: 'outside-most' }, { urgency: 'bought' }],
  'routine-is-on-sale': [{ urgency: 'routine', unmet_need: 'incumbents-trying' }, { urgency: 'bought' }],
  'priced-alternative-exists': [{ cost: PRICE, unmet_need: 'no-incumbent' }, { unmet_need: 'incumbents-trying' }],
};

describe('the implications of the rubric', () => {
  it('are sixteen or more, each with a case here', () => {
    expect(rubric.implications.length).toBeGreaterThanOrEqual(16);
    expect(Object.keys(CASES).sort()).toEqual(rubric.implications.map(({ id }) => id).sort());
  });

  it.each(Object.entries(CASES))('%s is told where it is broken, and only there', (id, [broken, sound]) => {
    expect(brokenBy(broken)).toContain(id);
    expect(brokenBy({ ...broken, ...sound })).not.toContain(id);
  });

  it.each(Object.entries(CASES))('%s is not broken by what is unknown', (id, [broken]) => {
    const keys = Object.keys(broken);
    for (const key of keys.length === 1 ? [] : keys)
      expect(brokenBy({ ...broken, [key]: 'unknown' })).not.toContain(id);
    expect(brokenBy({ ...broken, customers: [{ name: 'Alpha' }, { name: 'B' }, { name: 'C' }] })).not.toContain(
      'customers' in broken ? id : '',
    );
  });

  it('name both answers in words, with where they stand', () => {
    const [finding] = findingsOf({ paid_use: 'outside-most', revenue: 0 }, 'answer/contradicts');
    expect(finding).toMatchObject({ subject: 'paid_use, revenue', at: { line: 6 } });
    expect(finding?.detail['answers']).toBe(
      'Who pays: outside-most (line 6); Revenue from buyers: 0 USD per year (line 7)',
    );
  });
});

describe('a figure in another unit', () => {
  it('is told where it is too small to be meant', () => {
    expect(findingsOf({ revenue: 4.8 }, 'answer/unit-slip')).toMatchObject([{ subject: 'revenue', at: { line: 6 } }]);
    expect(findingsOf({ revenue: 0 }, 'answer/unit-slip')).toEqual([]);
    expect(findingsOf({ revenue: 4800000 }, 'answer/unit-slip')).toEqual([]);
  });
});

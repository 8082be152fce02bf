import { describe, expect, it } from 'vitest';
import { getRule, REPORT_RULE_IDS } from '../../../src/check/rules/registry.ts';
import type { Finding, RuleId } from '../../../src/model/finding.ts';
import { describeFinding } from '../../../src/report/wording/finding-wording.ts';

const DETAIL: Readonly<Record<string, Finding['detail']>> = {
  'answer/contradicts': {
    implication: 'payer-is-paid-use',
    answers: 'Who pays: not-paid (line 3)',
    why: 'A payer pays.',
  },
  'answer/unit-slip': { said: '0.8 per cent', meant: '80' },
  'answer/disputed': { source: 'critique' },
  'comparison/cheaper-alternative': { named: 'AWS', best: 'Wasabi', ratio: 2.599, bestRatio: 1.619 },
  'comparison/no-registered-alternative': { unit: 'USD per hour' },
  'comparison/class-not-stated': { groups: 3 },
  'customer/inside-crypto': { customer: 'Example DAO' },
  'customer/looks-inside-crypto': { customer: 'Example DAO' },
  'customer/unnamed': { customer: 'a bank' },
  'duty/ended': { duty: 'EU AI Act, Art. 12', until: '2026-05-14' },
  'duty/not-yet-in-application': { duty: 'EU AI Act, Art. 12', from: '2027-12-02' },
  'duty/other-track': { duty: 'EU AI Act, Art. 12' },
  'duty/voluntary': { duty: 'EU AI Act, Art. 12' },
  'source/after-as-of': { criterion: 'cost, proof', date: '2026-09' },
  'source/one-owner': { share: 71, source: 'audit, benchmark' },
  'source/one-witness': { share: 64, source: 'audit' },
  'source/stale': { criterion: 'cost', date: '2020' },
  'source/undated': { criterion: 'cost' },
  'track/disagreement': { words: 'storage' },
};

/** Findings whose subject is the description as a whole. */
const WITHOUT_SUBJECT: readonly string[] = ['answer/contradicts', 'website/missing'];

describe.each([...REPORT_RULE_IDS])('%s', (id) => {
  const detail = DETAIL[id] ?? {};
  const { what, why, fix } = describeFinding({ id, subject: 'the-subject', detail, at: null }, getRule(id));

  it('says what, why and what to do in sentences', () => {
    for (const text of [what, why, fix]) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  it('tells every detail', () => {
    for (const value of Object.values(detail)) {
      expect(what).toContain(typeof value === 'string' ? value : String(Math.floor(value * 100) / 100));
    }
    const hasSubject =
      what.includes('the-subject') || Object.keys(detail).some((key) => ['duty', 'customer'].includes(key));
    expect(hasSubject).toBe(!WITHOUT_SUBJECT.includes(id));
  });

  it('does without details that it was not given', () => {
    expect(describeFinding({ id, subject: 's', detail: {}, at: null }, getRule(id)).what).not.toMatch(/undefined|NaN/);
  });
});

it('rounds ratios down', () => {
  const finding = {
    id: 'comparison/cheaper-alternative',
    subject: 'cost',
    detail: DETAIL['comparison/cheaper-alternative'] ?? {},
    at: null,
  } as const;
  expect(describeFinding(finding, getRule(finding.id)).what).toContain(
    '2.59x against the alternative it names (AWS), but 1.61x against',
  );
});

it('names a criterion by its title and its id', () => {
  const titles = new Map([
    ['paid_use', 'Who pays'],
    ['cost', 'Price'],
  ]);
  const say = (id: RuleId, subject: string, detail: Finding['detail']) =>
    describeFinding({ id, subject, detail, at: null }, getRule(id), titles).what;
  expect(say('answer/disputed', 'paid_use', { source: 'blog' })).toContain(
    'on Who pays (paid_use) is disputed by: blog',
  );
  expect(say('source/stale', 'press', { criterion: 'cost, paid_use', date: '2020' })).toContain(
    ': Price (cost), Who pays (paid_use).',
  );
  expect(say('answer/disputed', 'other', { source: 'blog' })).toContain('on other is disputed');
});

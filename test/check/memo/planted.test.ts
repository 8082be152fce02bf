import { describe, expect, it } from 'vitest';
import { findingsOf, inShort, memosIn, readMemo } from './memo-fixtures.ts';

/** What is planted in each memo: line, rule and subject. */
const PLANTED: Readonly<Record<string, readonly string[]>> = {
  'crlf.md': ['31 memo/figure-disagrees $1.90 an hour'],
  'customers.md': [
    '29 memo/customer-not-in-ledger Copperfield Robotics',
    '29 memo/customer-not-in-ledger Bank of Ravenna',
    '29 memo/customer-not-in-ledger Tessellate Health',
    '31 memo/customer-not-in-ledger Nimbus Foods',
    '31 memo/no-source Quarrystone',
  ],
  'heron-sides.md': [
    '36 memo/figure-disagrees $3.90 an hour',
    '42 memo/figure-disagrees 6,3 million USD a year',
    '44 memo/figure-disagrees $7.5M a year',
  ],
  'html.md': [
    '30 memo/figure-disagrees 12,000 GPUs',
    '34 memo/no-entry 85%',
    '36 memo/not-read picture',
    '36 memo/figure-disagrees 500 customers',
    '38 memo/not-read code',
  ],
  'laws.md': [
    '22 memo/law-not-in-force Article 12',
    '24 memo/law-not-in-force SB 26-189',
    '24 memo/no-entry Digital Operational Resilience Act',
    '26 memo/law-not-in-force GENIUS Act',
  ],
  'marten-laws.md': [
    '31 memo/law-not-in-force Article 12',
    '33 memo/no-entry BSI-7',
    '35 memo/law-not-in-force NIST AI RMF',
    '37 memo/no-entry has no equal',
    '37 memo/no-entry nothing can be lost',
    '39 memo/figure-disagrees 1.5 times',
  ],
  'nosource.md': ['29 memo/no-source 1.8x', '31 memo/no-source Quarrystone'],
  'otter-names.md': [
    '34 memo/customer-not-in-ledger Volkswagen Classic',
    '36 memo/customer-not-in-ledger Telefonica',
    '38 memo/customer-not-in-ledger Carrefour Brasil',
    '40 memo/customer-not-in-ledger Rijksmuseum',
    '40 memo/customer-not-in-ledger Rijksmuseum',
    '42 memo/figure-disagrees costs a tenth of',
  ],
  'payments.md': [
    '23 memo/figure-disagrees 26 million payments a month',
    '25 memo/customer-not-in-ledger Skylark Airlines',
    '25 memo/no-entry the only protocol',
  ],
  'price.md': ['31 memo/figure-disagrees $1.90 an hour'],
  'quote.md': [
    '29 memo/figure-disagrees 4,000 GPUs',
    '29 memo/customer-not-in-ledger Copperfield Robotics',
    '31 memo/no-entry 92%',
  ],
  'revenue.md': ['31 memo/figure-disagrees $5.2M a year', '31 memo/figure-disagrees 300 customers'],
  'sandpiper-tables.md': [
    '32 memo/no-entry 0.01 USD per task',
    '36 memo/customer-not-in-ledger Maersk Line',
    '41 memo/no-entry second to none',
  ],
  'storage.md': ['20 memo/no-entry 150 ms', '22 memo/no-entry the only store', '22 memo/no-entry HIPAA'],
  'strong.md': [
    '29 memo/too-strong The leading GPU marketplace',
    '31 memo/no-entry the first network',
    '31 memo/no-entry Nobody else comes close',
    '31 memo/no-entry cheapest',
    '32 memo/answer-disagrees guaranteed uptime',
    '32 memo/too-strong proven',
    '34 memo/too-strong Unmatched',
    '34 memo/no-entry never fails',
  ],
  'table.md': [
    '31 memo/figure-disagrees 1.75 USD/h',
    '31 memo/figure-disagrees 900 Customers',
    '34 memo/figure-disagrees 99.99%',
  ],
  'unicode.md': [
    '29 memo/figure-disagrees 7,000 GPUs',
    '29 memo/figure-disagrees 1.10 USD an hour',
    '31 memo/customer-not-in-ledger Café Zürich AG',
  ],
};

describe('a memo with faults', () => {
  it('is told of for each memo of the folder', () => {
    expect(memosIn('planted')).toEqual(Object.keys(PLANTED).sort());
  });

  it.each(Object.entries(PLANTED))('%s has exactly those that are planted', (name, planted) => {
    expect(inShort(findingsOf(readMemo(`test/check/memo/planted/${name}`), name))).toEqual(planted);
  });

  it.each(Object.keys(PLANTED))('%s has each fault marked where its words stand', (name) => {
    const text = readMemo(`test/check/memo/planted/${name}`);
    const lines = text.split(/\r?\n/);
    for (const { id, at, subject } of findingsOf(text, name)) {
      if (id === 'memo/not-read') continue;
      const words = (lines[(at?.line ?? 0) - 1] ?? '').slice((at?.column ?? 0) - 1, (at?.endColumn ?? 0) - 1);
      // Cells take their unit from elsewhere; entities and tags are written in more letters than they are read in.
      const [first = ''] = subject.split(' ');
      if (!/[&<\uff10-\uff19]/.test(words)) expect(words.startsWith(first)).toBe(true);
      expect(at?.endLine).toBe(at?.line);
      expect(words.trim()).toBe(words);
    }
  });

  it('tells what the rule needs to say', () => {
    const [price] = findingsOf(readMemo('test/check/memo/planted/price.md'));
    expect(price?.detail).toEqual({ criterion: 'cost', ledger: '2.4 USD per H100-hour' });
    const strong = findingsOf(readMemo('test/check/memo/planted/strong.md')).find(({ id }) => id === 'memo/too-strong');
    expect(strong?.detail).toEqual({ needs: 'independent', criterion: 'proof', grade: 'statement' });
    const [law] = findingsOf(readMemo('test/check/memo/planted/laws.md'));
    expect(law?.detail).toEqual({ from: '2027-12-02' });
    const [unsourced] = findingsOf(readMemo('test/check/memo/planted/nosource.md'));
    expect(unsourced?.detail).toEqual({ criterion: 'use' });
  });
});

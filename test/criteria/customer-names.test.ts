import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess.ts';
import {
  isUnnamed,
  listNameNoise,
  mixesScripts,
  normalizeName,
  readsInsideCrypto,
} from '../../src/criteria/normalize-name.ts';
import { cite, type Description, type Source } from '../../src/model/description.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

describe('a customer', () => {
  it.each([
    'a Fortune 500 bank',
    'A car maker',
    'an airline',
    'Customer A',
    'Client 3',
    'Bank X',
    'Tenant #2',
    'Undisclosed',
    'Confidential (NDA)',
    'hospital under NDA',
    'Large hospital',
    'big regional bank',
    'Three labs',
    'Top 10 insurer',
    'Fortune 100 Retailer',
    'One of the big four',
    'Enterprise',
    'une banque',
    'Org C',
    'B',
    '???',
  ])('is told of and not named as %j', (name) => expect(isUnnamed(name, rubric)).toBe(true));

  it.each([
    'Siemens',
    'Deutsche Bank',
    'A Cloud Guru',
    'A.P. Moller-Maersk',
    'One Medical',
    'Two Sigma',
    '3M',
    'Anonymous Content',
    'Unknown Worlds',
    'adidas',
    'io.net',
    'Charité',
    'Яндекс',
    'Яндекс Cloud',
    'Bank of America',
    'Universität Wien',
    'Partners HealthCare',
  ])('is named as %j', (name) => expect(isUnnamed(name, rubric)).toBe(false));

  it.each([
    'Siemens S.A.',
    'Siemens K.K.',
    'Siemens Aktiengesellschaft',
    'Siemens (Berlin)',
    'SIEMENS AG',
    'Siemens S.p.A.',
    'Siemens GmbH & Co. KG',
    'The Siemens Group',
  ])('is one organisation as %j', (name) => expect(normalizeName(name, listNameNoise(rubric))).toBe('siemens'));

  it.each([
    'Coinbase',
    'Coinbase Ventures',
    'Solana Foundation',
    'Arbitrum DAO',
    'DeFi Bank',
    'Acme Labs',
    'ACME Foundation',
    'Io.net',
    'Crypto.com',
  ])('is inside crypto as %j, whatever the answer says', (name) =>
    expect(readsInsideCrypto(name, 'Acme Network', rubric)).toBe(true));

  it.each([
    'Siemens',
    'Polygon Pictures',
    'Avalanche Studios',
    'Ocean Group',
    'Labs Group',
    'Token Ring GmbH',
    'Acme Hospital',
    'Daoust',
  ])('is not inside crypto by the name of %j', (name) =>
    expect(readsInsideCrypto(name, 'Acme Network', rubric)).toBe(false));

  it('is nobody in letters of two alphabets within a word', () => {
    expect(['S\u0456emens', 'Bos\u0441h AG', '\u0410cme'].map(mixesScripts)).toEqual([true, true, true]);
    expect(['Siemens', 'Яндекс Cloud', 'Ω Labs', '東京GPU', 'Åre'].map(mixesScripts)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('three customers', () => {
  const source = (id: string): Source => ({
    id,
    title: id,
    url: `https://${id}-clinic.org/${id}`,
    kind: 'buyer-statement',
    published: '2026-09-01',
    accessed: null,
  });
  const level = (names: readonly string[], cited: readonly (readonly string[])[], kind = 'buyer-statement') => {
    const customers = names.map((name, at) => ({
      name,
      outside_crypto: true,
      stage: 'production',
      paid: true,
      sources: (cited[at] ?? []).map(cite),
      disputed_by: [],
      note: null,
    }));
    const description: Description = {
      name: 'Acme',
      offer: null,
      summary: 'A marketplace on a chain where idle GPUs are rented for AI training.',
      website: 'https://acmegrid.io',
      own_hosts: [],
      reference: false,
      as_of: '2026-11-20',
      track: 'compute',
      sources: [
        { ...source('docs'), url: 'https://acmegrid.io/docs', kind: 'docs' },
        ...['s1', 's2', 's3'].map((id) => ({ ...source(id), kind })),
      ],
      answers: { customers: { status: 'answered', value: customers } },
      file: null,
      placeOf: () => null,
    };
    const found = assess(description, rubric).dimensions.flatMap(({ criteria }) => criteria);
    const customersFound = found.find(({ id }) => id === 'customers');
    return customersFound?.status === 'answered' ? customersFound.levels.supported : null;
  };
  const NAMES = ['Alpha Clinic', 'Beta Works', 'Gamma Press'];

  it('count as three with an account of each', () => {
    expect(level(NAMES, [['s1'], ['s2'], ['s3']])).toBe(4);
    expect(level(NAMES, [['s1', 's2'], ['s1', 's3'], ['s1']])).toBe(4);
  });

  it('count as fewer by the account of one', () => {
    expect(level(NAMES, [['s1'], ['s1'], ['s1']])).toBe(3);
    expect(
      level(NAMES, [
        ['s1', 'docs'],
        ['s1', 'docs'],
        ['s1', 'docs'],
      ]),
    ).toBe(3);
    expect(level(NAMES, [['s1'], ['s2'], ['s1', 's2']])).toBe(3);
    expect(level(NAMES, [['s1'], ['s1'], ['s1']], 'audit')).toBe(4);
  });

  it('count as three where a branch is named beside its organisation, by the account of either', () => {
    expect(level([...NAMES, 'Alpha Clinic Berlin'], [['s1'], ['s2'], ['s3'], ['s2']])).toBe(4);
    expect(level(['Air France', 'Air Canada', 'Air China'], [['s1'], ['s2'], ['s3']])).toBe(4);
  });

  it('count as one under three spellings, and as none without names', () => {
    expect(level(['Siemens AG', 'Siemens S.A.', 'Siemens (Berlin)'], [['s1'], ['s2'], ['s3']])).toBe(3);
    expect(level(['Siemens', 'S\u0456emens', 'Si\u0435mens'], [['s1'], ['s2'], ['s3']])).toBe(3);
    for (const twice of [
      'Siemens UK',
      'Siemens, Munich',
      'www.siemens.com',
      'S i e m e n s',
      'Sie-mens',
      'Siemens AG (Berlin)',
    ])
      expect(level(['Siemens', twice, 'Bosch'], [['s1'], ['s2'], ['s3']]), twice).toBe(3);
    expect(level(['Johnson & Johnson', 'Johnson and Johnson', 'Bosch'], [['s1'], ['s2'], ['s3']])).toBe(3);
    expect(level(['a Fortune 500 bank', 'a car maker', 'Customer A'], [['s1'], ['s2'], ['s3']])).toBe(1);
  });
});

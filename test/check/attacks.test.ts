import { describe, expect, it } from 'vitest';
import type { CheckSettings } from '../../src/model/check.ts';
import { checked, usual } from './check-fixtures.ts';

// Ways to pass a check by other means than facts: none may gain, and each is told. Those that lie in the sources are in test/score/attacks.test.ts.

const HEAD = (asOf: string) => `name: AcmeGrid
offer: On-demand H100 rental
summary: Rents out GPUs by the hour to AI labs, over a network of independent providers.
website: https://acmegrid.io
as_of: ${asOf}
track: compute
sources:
  docs: { title: Docs, url: "https://acmegrid.io/docs", kind: docs, published: 2023-06-01 }
  news: { title: News, url: "https://gpu-weekly.com/acme", kind: press, published: 2023-06-01 }
`;
const CUSTOMERS = (...names: readonly string[]) =>
  `landmark_adoption:\n  customers:\n${names.map((name) => `    - { name: ${name}, outside_crypto: true, stage: production, paid: true, sources: [news] }\n`).join('')}`;
const BAD = `switching_cost:
  continuity: { answer: work-lost, sources: [docs] }
  exit: { answer: free-standard, sources: [docs], disputed_by: [news] }
demand_maturity:
  paid_use: { answer: inside-crypto, sources: [news] }
`;

const all: CheckSettings = { ...usual, rules: Object.fromEntries(Object.keys(usual.rules).map((id) => [id, 'error'])) };
const judge = (text: string, today: string | null = '2026-11-30', settings = usual) => {
  const { findings, index } = checked(text, { settings, context: { today } });
  const rules = findings.filter(({ setAside }) => setAside === null).map(({ id }) => id);
  const errors = findings
    .filter(({ severity, setAside }) => severity === 'error' && setAside === null)
    .map(({ id }) => id);
  return { rules, errors, index: index?.supported ?? 0 };
};

/** Each attack with the honest file, and the rule that tells of it. */
const TOLD: readonly (readonly [attack: string, rule: string, text: string])[] = [
  ['a frozen as_of', 'as-of/too-old', HEAD('2024-01-01') + BAD],
  ['an as_of to come', 'as-of/after-today', HEAD('2030-01-01') + BAD],
  ['customers without names', 'customer/unnamed', HEAD('2026-11-20') + CUSTOMERS('a Fortune 500 bank', 'Customer A')],
  ['a name twice in two alphabets', 'name/mixed-scripts', HEAD('2026-11-20') + CUSTOMERS('Siemens', 'S\u0456emens')],
  [
    'a source id in two alphabets',
    'name/mixed-scripts',
    (HEAD('2026-11-20') + BAD).replaceAll('docs:', 'd\u043ecs:').replaceAll('[docs]', '[d\u043ecs]'),
  ],
  [
    'a suppression without an end',
    'suppression/malformed',
    `# demandfit-ignore-file source/after-as-of until 9999-12-31: x y\n${HEAD('2026-11-20')}${BAD}`,
  ],
  ['one buyer for all', 'answer/contradicts', `${HEAD('2026-11-20')}${BAD}${CUSTOMERS('Siemens')}`],
];

describe('an attack', () => {
  it.each(TOLD)('by %s is told: %s', (_, rule, text) => {
    expect(judge(text).rules).toContain(rule);
  });

  it('by other customers gains nothing over naming one', () => {
    const one = judge(HEAD('2026-11-20') + CUSTOMERS('Siemens')).index;
    for (const names of [
      ['a Fortune 500 bank', 'a car maker', 'Customer A'],
      ['Siemens', 'S\u0456emens', 'Si\u0435mens'],
      ['Siemens AG', 'Siemens S.A.', 'Siemens (Berlin)'],
    ])
      expect(judge(HEAD('2026-11-20') + CUSTOMERS(...names)).index).toBeLessThanOrEqual(one);
  });

  it.each([
    ['an answer set to unknown', BAD.replace('{ answer: work-lost, sources: [docs] }', 'unknown')],
    ['an answer left out', BAD.replace(/ {2}paid_use.*\n/, '  urgency: unknown\n')],
    ['what disputes it left out', BAD.replace(', disputed_by: [news]', '')],
    ['a source of an answer left out', BAD.replace('work-lost, sources: [docs]', 'work-lost')],
  ])('by %s passes no check that the honest file fails, and gains nothing', (_, silent) => {
    const [honest, other] = [BAD, silent].map((answers) => judge(HEAD('2026-11-20') + answers, '2026-11-30', all));
    if (honest === undefined || other === undefined) throw new Error('both are judged');
    const tally = (rules: readonly string[]) => (rule: string) => rules.filter((one) => one === rule).length;
    for (const rule of new Set(honest.errors))
      expect(tally(other.errors)(rule)).toBeGreaterThanOrEqual(tally(honest.errors)(rule));
    expect(other.index).toBeLessThanOrEqual(honest.index);
  });
});

import { describe, expect, it } from 'vitest';
import { findingsOf, inShort } from './memo-fixtures.ts';

const HEAD = `---
name: Ember Compute
summary: Ember is a marketplace on which owners of idle GPUs rent them out by the hour to AI developers.
website: https://ember.example
as_of: 2026-09-30
track: compute
sources:
  list: { title: Price list, url: "https://ember.example/prices", kind: price-list, accessed: 2026-09-20 }
  later: { title: A later study, url: "https://lab.example.edu/later", kind: benchmark, published: 2027-01 }
`;

function found(answers: string, prose: string): readonly string[] {
  return inShort(findingsOf(`${HEAD}${answers}---\n\n${prose}\n`)).map((entry) => entry.replace(/^\d+ memo\//, ''));
}

const NOTED =
  'demand_maturity:\n  paid_use: { answer: outside, sources: [list], note: "10 percent of the tokens, with 17 set aside." }\n';
const COST =
  'technical_edge:\n  cost: { project: 2.5, alternative: { name: Acme Cloud, value: 10, sources: [list] }, unit: USD per H100-hour, sources: [list] }\n';
const DEARER = COST.replace('project: 2.5', 'project: 9');
const DUTY = (sources: string) =>
  `regulatory_pull:\n  duties:\n    - { regulation: eu-ai-act, duty: art-12${sources} }\n`;

describe('what the answers carry', () => {
  it.each([
    ['a figure of a note, and a bare one behind it', NOTED, 'It keeps 10% and sets 17% aside.', []],
    ['both sides of a comparison', COST, 'It asks $2.50/h where Acme Cloud asks 10 USD an hour.', []],
    ['how many times as good', COST, 'The price is four times lower, a saving of 75%.', []],
    ['no multiple of another matter', COST, 'Use grew four times more.', []],
    ['another figure of the same matter', COST, 'The price is 3.5 times lower.', ['no-entry 3.5 times']],
    ['nothing where there is nothing', '', 'We charge $2.50/h.', ['no-entry $2.50/h']],
    [
      'nothing that a later source says',
      NOTED.replace('[list]', '[later]'),
      'It keeps 10% of the tokens.',
      ['no-source 10%'],
    ],
    ['a law under its short name', DUTY(', sources: [list]'), 'The AI Act is one reason.', []],
    ['a law without a source', DUTY(''), 'The AI Act is one reason.', ['no-source AI Act']],
    ['no other law', DUTY(', sources: [list]'), 'HIPAA is one reason.', ['no-entry HIPAA']],
    [
      'what a law asks for before its day',
      DUTY(', sources: [list]'),
      'The EU AI Act requires logs.',
      ['law-not-in-force EU AI Act'],
    ],
    [
      'what it will ask for',
      DUTY(', sources: [list]'),
      'The AI Act requires logs from December 2027. Art. 12 will apply then.',
      [],
    ],
    ['that it is in force', DUTY(', sources: [list]'), 'The EU AI Act is in force.', []],
    ['the cheapest offer where it is', COST, 'It is the cheapest offer.', []],
    ['no cheapest offer where a registered one asks less', DEARER, 'It is the cheapest offer.', ['no-entry cheapest']],
  ])('has %s', (_, answers, prose, findings) => {
    expect(found(answers, prose)).toEqual(findings);
  });

  it('quiets wishes, conditions and forecasts', () => {
    expect(found('', 'We would want 3x. If it paid 5 USD, who would stay? A break-even asks for 5x.')).toEqual([]);
    expect(found('', '## What would change our mind\n\n- 40% more uptime\n- a price of 2 USD')).toEqual([]);
    expect(found('', 'We will reach $100M. Revenue could double the 5 million.')).toEqual([]);
  });

  it('is the same for the same text, and works where no track fits', () => {
    const outside = HEAD.replace(/summary: .*/, 'summary: A bakery.').replace('track: compute\n', '');
    expect(inShort(findingsOf(`${outside}---\nIt earns 5 million USD.\n`))).toEqual(['10 memo/no-entry 5 million USD']);
  });
});

describe('a text that means ill', () => {
  it.each([
    ['capitals', 'Aa '.repeat(20_000)],
    ['a list of names', `customers include ${'Aa, '.repeat(20_000)}`],
    ['figures', '1,000 '.repeat(20_000)],
    ['strong words', 'the first and only '.repeat(900)],
    ['one word', 'A'.repeat(100_000)],
    ['brackets', '[('.repeat(5_000)],
    ['tags', '<b'.repeat(20_000)],
    ['marks', '"'.repeat(20_000)],
  ])('takes no long time: %s', (_, prose) => {
    const start = performance.now();
    found('', prose);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

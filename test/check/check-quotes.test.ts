import { describe, expect, it } from 'vitest';
import { type CitedFile, checkQuotes } from '../../src/check/check-quotes.ts';
import { getRule } from '../../src/check/rules/registry.ts';
import { readDescription } from '../../src/input/description/read-description.ts';
import { validateDescription } from '../../src/input/description/validate-description.ts';
import { describeFinding } from '../../src/report/wording/finding-wording.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

const HEAD = `name: Heron
summary: Rents out GPUs by the hour to AI labs, over a network of independent providers.
as_of: 2026-11-20
track: compute
sources:
  deck: { title: Seed deck, file: deck.md, kind: statement, published: 2026-11 }
`;

const DECK: CitedFile = {
  status: 'read',
  text: 'Heron rents **H100 cards** from $2.65 per hour. You get a refund within 30 days.\nIt is not in production.',
};

/** Each finding as `line:column id`, with what it says. */
function tell(answers: string, deck: CitedFile = DECK): readonly string[] {
  const read = readDescription({ name: 'x.yaml', content: `${HEAD}${answers}` });
  const described = read.ok ? validateDescription(read.value, rubric, 'x.yaml') : read;
  if (!described.ok) throw new Error(described.problems[0]?.what);
  return checkQuotes(described.value, new Map([['deck', deck]]), rubric).map((finding) => {
    const { what } = describeFinding(finding, getRule(finding.id));
    return `${finding.at?.line}:${finding.at?.column} ${finding.id} ${what}`;
  });
}

const exit = (quote: string, more = '') =>
  `switching_cost:\n  exit: { answer: free-standard, sources: [{ id: deck, quote: "${quote}"${more} }] }\n`;

describe('a quote from a local document', () => {
  it('that is in it is no finding', () => {
    expect(tell(exit('Rents H100 cards from $2.65 per hour.'))).toEqual([]);
    expect(tell(exit('rents H100 cards ... a refund within 30 days'))).toEqual([]);
  });

  it.each([
    ['a refund within 90 days', 'Nearest: "a refund within 30 days", which has "30" instead of "90".'],
    ['It is in production', 'Nearest: "It is not in production", which also has "not".'],
    ['get a full refund within 30 days', 'Nearest: "get a refund within 30 days", which lacks "full".'],
    ['an audited balance sheet', 'It contains nothing similar.'],
  ])('that is not in it is told with the nearest text: %s', (quote, nearest) => {
    expect(tell(exit(quote))).toEqual([`8:56 quote/not-found The quote "${quote}" is not in deck.md. ${nearest}`]);
  });

  it('leaves out no negation by an ellipsis', () => {
    expect(tell(exit('It is ... in production'))[0]).toMatch(/^8:56 quote\/not-found/);
  });

  it('is looked for between its prefix and suffix', () => {
    expect(tell(exit('a refund within 30 days', ', prefix: You get'))).toEqual([]);
    expect(tell(exit('a refund within 30 days', ', prefix: You lose'))).toEqual([
      '8:56 quote/not-found The quote "a refund within 30 days" is not in deck.md. It has "a refund within 30 days", but not between the given prefix and suffix.',
    ]);
  });

  it('is too short under twelve characters', () => {
    expect(tell(exit('30 days'))).toEqual(['8:56 quote/too-short The quote "30 days" is too short to be looked for.']);
  });

  it('is not looked for where the document is missing or cannot be read', () => {
    expect(tell(exit('a refund within 90 days'), { status: 'missing' })).toEqual([
      '6:29 source/file-missing The source deck names deck.md, which does not exist.',
    ]);
    expect(tell(exit('a refund within 90 days'), { status: 'unread', says: 'this is a ZIP archive' })).toEqual([
      '6:29 source/file-unread deck.md, the file of the source deck, cannot be read: this is a ZIP archive.',
    ]);
  });

  it('is told where three answers rest on it', () => {
    const cited = 'sources: [{ id: deck, quote: a refund within 30 days }]';
    const two = `switching_cost:\n  exit: { answer: free-standard, ${cited} }\n  payment: { answer: invoice, ${cited} }\n`;
    expect(tell(two)).toEqual([]);
    expect(tell(`${two}  service_terms: { answer: negotiated, ${cited} }\n`)).toHaveLength(1);
  });

  it('is held against it in the items of a list and on the side of an alternative', () => {
    const items =
      'landmark_adoption:\n  customers:\n    - { name: A, sources: [{ id: deck, quote: A runs its jobs on Heron }] }\n';
    const sides =
      'technical_edge:\n  cost: { project: 2.65, unit: USD per H100-hour, alternative: { name: B, value: 9, sources: [{ id: deck, quote: B costs $9 an hour }] } }\n';
    expect(tell(items)).toHaveLength(1);
    expect(tell(sides)).toHaveLength(1);
  });
});

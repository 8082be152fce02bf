import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../src/reading/read-documents.ts';
import { toDocumentText } from '../support/document-text.ts';
import { shippedRubric } from '../support/rubric.ts';

const rubric = shippedRubric();

const OFFERS = {
  compute: 'Heron rents GPUs of many owners to AI teams, on a chain.',
  storage: 'Heron keeps files of AI teams on disks of many operators, with proofs on a chain.',
};

/** What is quoted of a text, by criterion, as `whose: words`. */
function quote(text: string, offer: keyof typeof OFFERS = 'compute'): Readonly<Record<string, readonly string[]>> {
  const { dimensions } = readDocuments([toDocumentText(`# Heron\n\n${OFFERS[offer]}\n\n${text}\n`)], rubric);
  const questions = dimensions.flatMap((dimension) => dimension.questions);
  return Object.fromEntries(
    questions.map(({ criterion, quotes }) => [criterion, quotes.map((one) => `${one.whose}: ${one.text}`)]),
  );
}

describe('what the documents say on a question', () => {
  it.each([
    ['cost', 'An H100 costs $1.90 an hour with us.', 'project: An H100 costs $1.90 an hour with us.'],
    ['service_terms', 'There is no SLA so far.', 'unsaid: There is no SLA so far.'],
    ['assurance', 'No third-party audit was done.', 'unsaid: No third-party audit was done.'],
    [
      'availability',
      'The service is planned for spring and has a waitlist.',
      'plan: The service is planned for spring and has a waitlist.',
    ],
  ])('%s: %s', (criterion, text, quoted) => {
    expect(quote(text)[criterion]).toEqual([quoted]);
  });

  it('quotes rows of tables whole, with whose they are', () => {
    const table =
      '## Competition\n\n| | Price H100/h | SLA |\n|---|---|---|\n| Heron | $1.90 | none |\n| Bigcloud | $4.10 | 99.9% |';
    expect(quote(table)['cost']).toEqual(['project: Heron | $1.90 | none', 'rival: Bigcloud | $4.10 | 99.9%']);
  });

  it.each([
    ['a budget', '## Budget\n\n- **Total costs:** 24,000 USD\n- The audit costs 5,000 USD'],
    ['the price of a token', '- **Token price:** $0.14 to $0.16'],
    ['a team', '## Team\n\nAnna Berg audited contracts at Northbank.'],
    ['a question', 'What does it cost per hour, and is there an SLA of 99%?'],
  ])('quotes %s for no question', (_, text) => {
    const quoted = Object.values(quote(text)).flat();
    expect(quoted.filter((one) => !one.includes(OFFERS.compute))).toEqual([]);
  });
});

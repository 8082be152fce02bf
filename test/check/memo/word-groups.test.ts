import { describe, expect, it } from 'vitest';
import { findingsOf } from './memo-fixtures.ts';

const HEAD = `---
name: Tamarisk Grid
summary: Tamarisk is a marketplace on which AI teams rent GPUs of independent owners by the hour, recorded on a chain.
website: https://tamarisk.example
as_of: 2026-11-01
track: compute
sources:
  docs: { title: Documentation of Tamarisk, url: "https://tamarisk.example/docs", kind: docs, published: 2026-09 }
technical_edge:
  availability: { answer: limited, sources: [docs] }
  proof: { answer: own-claim, sources: [docs] }
switching_cost:
  integration: { answer: rewrite, sources: [docs] }
  payment: { answer: volatile-token, sources: [docs] }
  exit: { answer: held, sources: [docs] }
  assurance: { answer: self-assessed, sources: [docs] }
---

`;

const found = (prose: string) => findingsOf(`${HEAD}${prose}\n`).map(({ id }) => id.slice(5));

describe('words of a group stand for one another', () => {
  it.each([
    ['first-or-only', 'Cards of this kind can be rented from nobody else.'],
    ['first-or-only', 'What it leases cannot be obtained elsewhere.'],
    ['first-or-only', 'Tamarisk was the first such grid on earth.'],
    ['first-or-only', 'Nobody else in this trade can offer the same.'],
    ['absolute', 'Tamarisk has never in five years leaked a byte.'],
    ['absolute', 'Not one job on Tamarisk has failed.'],
    ['absolute', 'The grid counts zero incidents.'],
    ['guaranteed', 'A spare card is assured to every tenant.'],
  ])('in strong words of %s: %s', (_, prose) => {
    expect(found(prose)).toContain('no-entry');
  });

  it.each([
    ['integration', 'Existing notebooks run on it unmodified.'],
    ['integration', 'Merely the endpoint and the credentials differ.'],
    ['payment', 'The tenant steers clear of tokens.'],
    ['payment', 'Each lease is debited from an ordinary bank account.'],
    ['assurance', 'Its attestation under ISO 27001 can be had on request.'],
    ['availability', 'One signs up and starts.'],
    ['exit', 'A tenant leaves without owing anything.'],
    ['proof', 'A test house which took no fee clocked the cards.'],
  ])('in words for a level of %s: %s', (_, prose) => {
    expect(found(prose)).toEqual(['answer-disagrees']);
  });
});

describe('what is not said of the offer today', () => {
  it.each([
    ['a row of a later quarter', '| When | What |\n|---|---|\n| Q2 2027 | SOC 2 Type II, $3M run rate |'],
    ['a heading of plans', '## Roadmap\n\n- ISO 27001\n- drop-in client'],
    ['what is under way', 'An ISO 27001 certificate is said to be in preparation.'],
    ['a line of a check list', '- [ ] Ask whether the GDPR applies to logs.'],
    ['a duty that is named and not dated', 'One tenant thinks of its records under the AI Act.'],
    ['strong words on rivals', '## Competition\n\n- The cheapest provider is far away.'],
    ['an advice', 'We suggest a first order of $40,000.'],
  ])('is left alone: %s', (_, prose) => {
    expect(found(prose).filter((id) => id !== 'no-entry' || !/AI Act/.test(prose))).toEqual([]);
  });

  it.each([
    ['no choice', 'NIS2 leaves hospitals no choice.'],
    ['a past row', '| When | What |\n|---|---|\n| Q2 2026 | ISO 27001 certificate |'],
  ])('is told all the same: %s', (_, prose) => {
    expect(found(prose)).not.toEqual([]);
  });
});

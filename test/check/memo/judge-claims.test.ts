import { describe, expect, it } from 'vitest';
import { findingsOf } from './memo-fixtures.ts';

// What a sentence claims in words that no list has, by the model that is learnt from invented sentences.

const head = (integration: string, payment: string) => `---
name: Fennel Grid
summary: Fennel is a marketplace on which AI teams rent GPUs of independent owners by the hour, recorded on a chain.
website: https://fennel.example
as_of: 2026-11-01
track: compute
sources:
  list: { title: Manual noted by Larch Weekly, url: "https://larch.example.org/m", kind: analytics, published: 2026-09 }
switching_cost:
  integration: { answer: ${integration}, sources: [list] }
  payment: { answer: ${payment}, sources: [list] }
---

`;

const found = (integration: string, payment: string, prose: string) =>
  findingsOf(`${head(integration, payment)}${prose}\n`).map(({ id }) => id);

describe('a claim in words of its own', () => {
  const claims = [
    'Nobody has to rewrite anything; the old client simply keeps working.',
    'Your engineers change one line and are done.',
  ];

  it.each(claims)('is told where the answer does not reach it: %s', (prose) => {
    expect(found('rewrite', 'volatile-token', prose)).toEqual(['memo/no-entry']);
  });

  it.each(claims)('is left alone where the answer supports it: %s', (prose) => {
    expect(found('drop-in', 'invoice', prose)).toEqual([]);
  });

  it.each([
    ['of a rival', 'On AWS your engineers change one line and are done.'],
    ['a question', 'Can your engineers change one line and be done?'],
    ['a plan', 'Next year your engineers will change one line and be done.'],
  ])('is none where it is %s', (_, prose) => {
    expect(found('rewrite', 'volatile-token', prose)).toEqual([]);
  });
});

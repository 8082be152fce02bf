import { describe, expect, it } from 'vitest';
import { buildClauseBreak, findClause, splitSentences } from '../../src/prose/sentences.ts';

const ABBREVIATIONS = new Set(['e.g', 'art', 'inc', 'vs']);
const breaks = buildClauseBreak(['and', 'but']);
const cut = (text: string) => splitSentences(text, ABBREVIATIONS).map(({ from, to }) => text.slice(from, to));

describe('sentences', () => {
  it.each([
    ['A b. C d! E? F', ['A b.', 'C d!', 'E?', 'F']],
    ['By Art. 12 of it, e.g. That. Acme Inc. Pays.', ['By Art. 12 of it, e.g. That.', 'Acme Inc. Pays.']],
    ['It costs 2.65 USD. 40 pay.', ['It costs 2.65 USD.', '40 pay.']],
    ['J. Doe says “A.” “B.” c', ['J. Doe says “A.”', '“B.” c']],
    ['see x.y and so on. then more', ['see x.y and so on. then more']],
    ['', []],
    ['   ', []],
  ])('cuts %j', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  it('cuts what has no end', () => {
    const sentences = cut('a '.repeat(5000));
    expect(sentences.length).toBeGreaterThan(5);
    expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThanOrEqual(1500);
  });

  it.each([
    ['Cheap, but it is not the <first> of them, and more', ' it is not the first of them'],
    ['It costs 1,000 USD <here>', 'It costs 1,000 USD here'],
  ])('finds the part of a sentence: %s', (marked, clause) => {
    const from = marked.indexOf('<');
    const text = marked.replace(/[<>]/g, '');
    const { from: a, to: b } = findClause(
      text,
      { from: 0, to: text.length },
      { from, to: marked.indexOf('>') - 1 },
      breaks,
    );
    expect(text.slice(a, b).trim()).toBe(clause.trim());
  });
});

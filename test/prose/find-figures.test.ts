import { describe, expect, it } from 'vitest';
import { findFigures, readCellFigure } from '../../src/prose/find-figures.ts';
import { agrees, alignUnits, hasSameUnit, type StatedFigure } from '../../src/prose/stated-figure.ts';
import { getVocabulary } from '../../src/prose/vocabulary.ts';
import { rubric } from '../check/memo/memo-fixtures.ts';

const { figures: patterns } = getVocabulary(rubric);
const read = (text: string) => findFigures(text, { from: 0, to: text.length }, patterns);
const short = (figure: StatedFigure) =>
  `${Number(figure.value.toPrecision(9))} ${figure.what || figure.of}${figure.hedge ? ` ${figure.hedge}` : ''}`;

/** The one figure of a text. @throws Error where there is none. */
function one(text: string): StatedFigure {
  const [figure] = read(text);
  if (figure === undefined) throw new Error(`no figure in ${text}`);
  return figure;
}

describe('figures', () => {
  it.each([
    ['$14.2M', ['14200000 USD']],
    ['14.2 million USD a year', ['14200000 USD']],
    ['EUR 3bn and US$ 4k', ['3000000000 EUR', '4000 USD']],
    ['two million dollars', ['2000000 USD']],
    ['a $40-million fund', ['40000000 USD']],
    ['14 200 000 USD', ['14200000 USD']],
    ["14'200'000 CHF", ['14200000 CHF']],
    ['5 cents, £7 and €0.30', ['0.05 USD', '7 GBP', '0.3 EUR']],
    ['10%, 17 per cent and ten percent', ['10 percent', '17 percent', '10 percent']],
    ['10 to 20 percent, 2-4x', ['10 percent', '20 percent', '2 multiple', '4 multiple']],
    ['between 2 and 4 USD', ['2 USD', '4 USD']],
    ['in 2025 and 10 percent', ['10 percent']],
    ['3x, 3.5 × and 2x cheaper', ['3 multiple', '3.5 multiple', '2 multiple']],
    ['3 times cheaper, three times faster, twice as fast', ['3 multiple', '3 multiple', '2 multiple']],
    ['tenfold, doubled, half the price', ['10 multiple', '2 multiple', '2 multiple']],
    ['80 GB, 2 TiB, 50 ms, 9 s', ['80000000000 bytes', '2199023260000 bytes', '0.05 time', '9 time']],
    ['500 customers, 2,000 GPUs, 40 paying business clients', ['500 customers', '2000 gpus', '40 customers']],
    ['thousands of users', ['2000 users over']],
    [
      'about 5%, over 6%, under 7%, at least 8%, up to 9%',
      ['5 percent about', '6 percent over', '7 percent under', '8 percent over', '9 percent about'],
    ],
    ['1.50 USD per 1,000 records', ['1.5 USD']],
    ['raised 12 million', ['12000000 number']],
  ])('are read in %j', (text, figures) => {
    expect(read(text).map(short)).toEqual(figures);
  });

  it.each([
    'on 2 August 2026 and in 2027',
    'Art. 12 of AB 2013, section 3, 24/7',
    'H100, GPT-4, Llama 3 and x402',
    'an RTX 4090 cards test on 8x H100',
    'In 2025 customers came back',
    'the top 10 customers and tier 1 clients',
    'three customers and one GB',
    '3 times a day, twice a week, many times over',
    'the 1990s, version 2.1, the 3rd of them',
    'a report of 40 pages',
  ])('are not seen in %j', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['2.65', 'USD/h', 'Price', '2.65 USD'],
    ['~ 1,200', null, 'Customers Acme', '1200 customers'],
    ['12', null, 'Rank', null],
    ['12 of 40', 'USD', 'Price', null],
  ])('take the unit of the cell %j from its headings', (cell, unit, around, figure) => {
    const found = readCellFigure({ text: cell, unit, around, heads: [] }, patterns);
    expect(found === null ? null : short({ ...found, hedge: null })).toBe(figure);
  });
});

describe('two figures', () => {
  it.each([
    ['14 million USD', '14.2 million USD', true],
    ['14.0 million USD', '14.2 million USD', false],
    ['$14.2M a year', '14200000 USD per year', true],
    ['$1.2M a month', '14.4 million USD a year', true],
    ['$38K MRR', '456,000 USD a year', true],
    ['MRR: $38K', '456,000 USD a year', true],
    ['$38,000 in monthly sales', '456,000 USD a year', true],
    ['$14.2M', '14.2 million EUR', false],
    ['3x', '2.6 times more', true],
    ['3.0x', '2.6 times more', false],
    ['about 2,000 GPUs', '2,140 GPUs', true],
    ['2,000 GPUs', '2,140 GPUs', false],
    ['about 2,137 GPUs', '2,240 GPUs', false],
    ['over 100 users', '120 users', true],
    ['over 100 users', '90 users', false],
    ['over 100 users', '900 users', false],
    ['under 50 ms', '42 ms', true],
    ['under 50 ms', '60 ms', false],
    ['0.9 s', '900 ms', true],
    ['5 USD per TB a month', '0.005 USD per GB-month', true],
    ['500 users', '500 nodes', false],
    ['12 million', '12 million USD', true],
  ])('%s against %s', (told, known, holds) => {
    expect(agrees(one(told), one(known), rubric.grammar.agreement)).toBe(holds);
  });

  it('are of one unit where both are divided alike', () => {
    expect(hasSameUnit(one('2 USD an hour'), one('3 USD per H100-hour'))).toBe(true);
    expect(hasSameUnit(one('2 USD per GB'), one('3 USD an hour'))).toBe(false);
    expect(alignUnits(one('2 GB'), one('3 ms'))).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLookup, findRow, writeTable } from '../../src/classify/lookup-table.ts';

const part = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }).filter((text) => !/[,;]/.test(text));

describe('a table', () => {
  it('gives back every row, and null for a key that it does not have', () => {
    fc.assert(
      fc.property(fc.dictionary(part, fc.array(part, { maxLength: 3 })), part, (rows, other) => {
        const entries = Object.entries(rows);
        const table = writeTable(entries);
        for (const [key, row] of entries) expect(findRow(table, key)).toEqual(row);
        if (!Object.hasOwn(rows, other)) expect(findRow(table, other)).toBeNull();
      }),
    );
  });

  it.each(['', 'a', 'constructor'])('has no row where it is empty: %j', (key) => {
    expect(findRow('', key)).toBeNull();
  });

  it('tells a key from its beginning, and a row of nothing from none', () => {
    const table = writeTable([
      ['gpu rental', ['rent']],
      ['gpu', []],
    ]);
    expect(['gp', 'gpu', 'gpu rental', 'gpu rentals'].map((key) => findRow(table, key))).toEqual([
      null,
      [],
      ['rent'],
      null,
    ]);
  });

  it('reads the same again', () => {
    const read = createLookup(writeTable([['gpu', [1, -2]]]));
    expect([read('gpu'), read('gpu'), read('card')]).toEqual([['1', '-2'], ['1', '-2'], null]);
  });
});

import { describe, expect, it } from 'vitest';
import { layOutTable } from '../../../../src/report/writers/terminal/table.ts';

describe('a table of text', () => {
  it('is as wide as its text where there is room', () => {
    expect(
      layOutTable(
        [
          [['a'], ['bb']],
          [['ccc'], ['d']],
        ],
        40,
      ),
    ).toEqual(['a    bb', 'ccc  d']);
  });

  it('wraps the widest column first and keeps the others aligned', () => {
    const rows = [
      [['id'], ['one two three four five six']],
      [['second'], ['seven']],
    ];
    expect(layOutTable(rows, 24)).toEqual(['id      one two three', '        four five six', 'second  seven']);
  });

  it('parts the room between columns that are all too wide', () => {
    const wide = 'word '.repeat(20).trim();
    const lines = layOutTable([[[wide], [wide], [wide]]], 50) ?? [];
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(50);
  });

  it('gives up where the columns would be too narrow to read', () => {
    expect(layOutTable([Array.from({ length: 6 }, () => ['x'])], 60)).toBeNull();
    expect(layOutTable([Array.from({ length: 5 }, () => ['x'])], 60)).not.toBeNull();
  });

  it('is empty without rows', () => {
    expect(layOutTable([], 60)).toEqual([]);
  });
});

import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { CheckJson } from '../../../src/model/check.ts';
import { renderCheckCsv } from '../../../src/report/machine/csv.ts';
import {
  checked,
  checkFile,
  FAILING,
  finding,
  hostileFile,
  look,
  MIXED,
  problem,
  SITUATIONS,
} from '../documents/check/fixtures.ts';
import { HOSTILE } from '../documents/check/hostile-texts.ts';

/** Reads strictly: quotes only where they belong, as many cells in each row, and rows that end as RFC 4180 has it. */
function rowsOf(file: CheckJson): readonly Readonly<Record<string, string>>[] {
  return parse(renderCheckCsv(file, look()), { columns: true, relax_quotes: false, record_delimiter: '\r\n' });
}

function fileCell(file: string): string | undefined {
  return rowsOf(checkFile([checked({ file, findings: [finding({ id: 'gate/not-passed' })] })]))[0]?.['file'];
}

describe('checkInCsv', () => {
  it.each(SITUATIONS)('has a row for each finding and problem of a run that is %s', (_, file) => {
    const findings = file.check.files.flatMap((one) => one.findings);
    expect(rowsOf(file)).toHaveLength(findings.length + file.problems.length);
  });

  it('keeps a cell of several lines whole for a reader that takes any line end', () => {
    const file = checkFile([checked({ file: 'a\n=b', findings: [finding({ id: 'gate/not-passed' })] })]);
    expect(parse(renderCheckCsv(file, look()), { columns: true })).toMatchObject([{ file: "a\n'=b" }]);
  });

  it('names its columns even where nothing was found', () => {
    expect(renderCheckCsv(checkFile([]), look())).toBe(
      'file,line,column,end_line,end_column,severity,rule,what,why,fix,set_aside,reason,until,fingerprint,verdict,basis,shown,claimed_only,open,ruled_out\r\n',
    );
  });

  it('says what, where and why', () => {
    const [broken, stale] = rowsOf(MIXED);
    expect(broken).toMatchObject({ file: 'projects/broken.yaml', rule: 'yaml/duplicate-key', severity: 'error' });
    expect(stale).toMatchObject({
      file: 'projects/acme.yaml',
      line: '2',
      column: '8',
      end_line: '2',
      end_column: '22',
      severity: 'warn',
      rule: 'source/stale',
      set_aside: '',
    });
    const aside = rowsOf(FAILING).filter((row) => row['set_aside'] !== '');
    expect(aside.map((row) => [row['set_aside'], row['reason'], row['until']])).toEqual([
      ['baseline', '', ''],
      ['comment', 'The audit is under way.', '2027-01-01'],
      ['baseline', '', ''],
    ]);
    const whole = rowsOf(checkFile([checked({ findings: [finding({ id: 'website/missing', at: null })] })]));
    expect(whole[0]).toMatchObject({ line: '', end_column: '' });
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+x', "'+x"],
    ['-x', "'-x"],
    ['@x', "'@x"],
    [' =x', "' =x"],
    ['\u00a0\u3000=x', "'\u00a0\u3000=x"],
    ['\u200b=x', '\\u200b=x'],
    ['\uff1dx', "'\uff1dx"],
    ['a\n=x', "a\n'=x"],
    ['a\r\n\t-x', "a\n' -x"],
    ['a\r=x', 'a\\u000d=x'],
    ['\tx', ' x'],
    ['-12.5', '-12.5'],
    ['+1e5', '+1e5'],
    ['-12.5x', "'-12.5x"],
    ['a=b', 'a=b'],
    ['', ''],
    ['a,"b"', 'a,"b"'],
  ])('writes the cell %j as %j', (text, cell) => {
    expect(fileCell(text)).toBe(cell);
  });

  it.each(HOSTILE)('has no cell that a spreadsheet would run: %j', (text) => {
    for (const row of rowsOf(hostileFile(text))) {
      for (const cell of Object.values(row)) {
        for (const line of cell.split(/\r\n|\r|\n/))
          expect(line.trim()).not.toMatch(/^[=+\-@\uff1d\uff0b\uff0d\uff20]/);
      }
    }
  });

  it('quotes what would break a row', () => {
    const [row] = rowsOf(checkFile([], [problem({ what: 'a "b", c\nd' })]));
    expect(row?.['what']).toBe('a "b", c\nd.');
  });
});

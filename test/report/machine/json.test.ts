import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { ReportJson } from '../../../src/model/report.ts';
import { toSafeJson } from '../../../src/report/writers/safe-json.ts';
import { buildJsonSchema } from '../../support/schemas.ts';
import { HOSTILE_TEXTS, hostileReport } from '../hostile-report.ts';
import { outsideReport, reportFile, sampleReport, span, undecidedReport, unknownReport } from '../sample-report.ts';

const valid = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(buildJsonSchema('report'));
const problem = {
  code: 'yaml/syntax',
  file: 'a.yaml',
  at: span(1),
  what: 'w',
  why: 'y',
  fix: 'f',
  suggestion: 's',
  related: { at: span(2), what: 'w' },
};
const everything: ReportJson = {
  ...reportFile(sampleReport(), outsideReport(), undecidedReport(), unknownReport()),
  problems: [problem],
};

describe('JSON of a report', () => {
  it('is the file itself, indented', () => {
    expect(toSafeJson(everything)).toBe(`${JSON.stringify(everything, null, 2)}\n`);
  });

  it.each(HOSTILE_TEXTS)('keeps the text exact: %j', (text) => {
    const file = reportFile(hostileReport(text));
    expect(JSON.parse(toSafeJson(file))).toEqual(file);
  });
});

describe('the JSON Schema', () => {
  it('accepts what the format writes', () => {
    valid(JSON.parse(toSafeJson(everything)));
    expect(valid.errors).toBeNull();
    expect(valid(JSON.parse(toSafeJson(reportFile())))).toBe(true);
  });

  it.each([
    ['an unknown key', { ...everything, extra: 1 }],
    ['a missing key', { ...everything, problems: undefined }],
    ['another version', { ...everything, schemaVersion: everything.schemaVersion + 1 }],
    ['a level beyond 4', reportFile(withLevel(5))],
    ['a number where an answer is unknown', reportFile(withLevel(1.5))],
    [
      'an unknown finding',
      reportFile({ ...sampleReport(), findings: [{ id: 'x/y' as 'source/stale', subject: '', detail: {}, at: null }] }),
    ],
  ])('refuses %s', (_, file) => {
    expect(valid(JSON.parse(JSON.stringify(file)))).toBe(false);
  });

  it('describes each named part once', () => {
    const { definitions } = buildJsonSchema('report');
    expect(Object.keys(definitions ?? {})).toContain('Criterion');
    expect(Object.keys(definitions ?? {}).some((name) => name.startsWith('__'))).toBe(false);
  });
});

function withLevel(level: number) {
  const report = sampleReport();
  const { breakEven } = report;
  if (breakEven.status !== 'compared') throw new Error('the sample compares');
  return { ...report, breakEven: { ...breakEven, ease: { ...breakEven.ease, supported: level as 4 } } };
}

import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { parse as parseJunit } from 'junit2json';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../../src/check/rules/registry.ts';
import { renderCheckJson } from '../../../src/report/machine/check-json.ts';
import { renderCheckCsv } from '../../../src/report/machine/csv.ts';
import { renderCheckGithub } from '../../../src/report/machine/github.ts';
import { renderCheckJunit } from '../../../src/report/machine/junit.ts';
import { renderCheckSarif } from '../../../src/report/machine/sarif.ts';
import { buildJsonSchema } from '../../support/schemas.ts';
import { hostileFile, look } from '../documents/check/fixtures.ts';

/** Any sequence of UTF-16 units, with what has a meaning somewhere more often than chance would have it. */
const anyText = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom('::', '##[', '&', '&#', ';', ']]>', '<', '"', "'", ',', '\r', '\n', '%', '%0A', '=', '|', ' '),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const FINDINGS = RULE_IDS.length + 1;
const RUNS = { numRuns: 60 };

describe('any text', () => {
  it('leaves JUnit XML that an XML reader takes, with every test', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const xml = renderCheckJunit(hostileFile(text), look());
        XmlDocument.fromString(xml).dispose();
        const read = await parseJunit(xml);
        const suites = read !== undefined && read !== null && 'testsuite' in read ? (read.testsuite ?? []) : [];
        expect(suites.flatMap(({ testcase }) => testcase ?? [])).toHaveLength(RULE_IDS.length + 2);
      }),
      RUNS,
    );
  });

  it('leaves a CSV table with every row', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parse(renderCheckCsv(hostileFile(text), look()), { record_delimiter: '\r\n' })).toHaveLength(
          FINDINGS + 2,
        );
      }),
      RUNS,
    );
  });

  it('leaves as many lines for a runner, ten errors and how many more there are', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = renderCheckGithub(hostileFile(text), look()).split(/[\n\r\u0085\u2028\u2029]/);
        expect(lines.map((line) => /^\s*::(\w+)/.exec(line)?.[1])).toEqual([
          ...Array(10).fill('error'),
          'notice',
          undefined,
          undefined,
        ]);
      }),
      RUNS,
    );
  });

  it('leaves SARIF with every result, and JSON with the very text', () => {
    const valid = new Ajv({ strict: true, strictTypes: false }).compile(buildJsonSchema('check'));
    fc.assert(
      fc.property(anyText, (text) => {
        const file = hostileFile(text);
        expect(JSON.parse(renderCheckSarif(file, look())).runs[0].results).toHaveLength(FINDINGS + 1);
        const read = JSON.parse(renderCheckJson(file, look()));
        expect(valid(read)).toBe(true);
        expect(read.check.files[0].track).toBe(text);
      }),
      RUNS,
    );
  });
});

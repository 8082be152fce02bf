import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { FileRegionsCache } from '@microsoft/sarif';
import { sarifToMarkdown } from '@security-alert/sarif-to-markdown';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { afterAll, describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../../src/check/rules/registry.ts';
import type { CheckJson } from '../../../src/model/check.ts';
import { renderCheckSarif } from '../../../src/report/machine/sarif.ts';
import {
  BROKEN,
  checked,
  checkFile,
  FAILING,
  finding,
  hostileFile,
  look,
  MIXED,
  OFFER,
  SITUATIONS,
  TEXT,
} from '../documents/check/fixtures.ts';
import { HOSTILE } from '../documents/check/hostile-texts.ts';

/** The schema of the SARIF specification, as Microsoft's package carries it. */
function officialSchema(): Record<string, unknown> {
  const entry = fileURLToPath(import.meta.resolve('@microsoft/sarif-multitool-ts'));
  return JSON.parse(fs.readFileSync(path.join(path.dirname(entry), '../assets/sarif-2.1.0.schema.json'), 'utf8'));
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const valid = ajv.compile(officialSchema());

function logOf(file: CheckJson, given = look()): Log {
  return JSON.parse(renderCheckSarif(file, given)) as Log;
}

function resultsOf(file: CheckJson, given = look()): readonly Result[] {
  return logOf(file, given).runs[0]?.results ?? [];
}

/** Every value in the tree. */
function valuesIn(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return [value, ...Object.values(value).flatMap(valuesIn)];
}

const uriOf = (result: Result | undefined) => result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;

describe('checkInSarif', () => {
  it.each(SITUATIONS)('holds to the official schema for a run that is %s', (_, file) => {
    valid(logOf(file));
    expect(valid.errors).toBeNull();
  });

  it.each(HOSTILE)('holds to the official schema with %j', (text) => {
    valid(logOf(hostileFile(text)));
    expect(valid.errors).toBeNull();
  });

  it('is held to a schema that refuses what it should', () => {
    const log = logOf(FAILING);
    expect(valid({ ...log, extra: 1 })).toBe(false);
    expect(valid({ ...log, runs: [{ results: [] }] })).toBe(false);
  });

  it('names every rule once, whole, and finds it by its index', () => {
    const run = logOf(FAILING).runs[0];
    const rules = run?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual([...RULE_IDS, 'input/unreadable']);
    for (const { shortDescription, fullDescription, help } of rules) {
      for (const text of [shortDescription?.text, fullDescription?.text, help?.text, help?.markdown]) {
        expect(text).toMatch(/\w/);
        expect(text?.length).toBeLessThanOrEqual(1024);
      }
    }
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
  });

  it.each([
    ...SITUATIONS,
    ['hostile', hostileFile('')] as const,
  ])('holds nothing empty for a run that is %s', (_, file) => {
    for (const value of valuesIn(logOf(file).runs.map(({ results: _results, ...run }) => run))) {
      expect(value).not.toBe('');
      expect(value).not.toEqual({});
    }
    for (const value of valuesIn(resultsOf(file)))
      expect(['', '{}']).not.toContain(value === '' ? value : JSON.stringify(value));
  });

  it('counts columns in UTF-16 units, so that a reader finds the very text', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-'));
    afterAll(() => fs.rmSync(folder, { recursive: true }));
    fs.writeFileSync(path.join(folder, 'acme.yaml'), TEXT);
    const [result] = resultsOf(
      checkFile([checked({ file: 'acme.yaml', findings: [finding({ id: 'gate/not-passed' })] })]),
    );
    const region = JSON.parse(JSON.stringify(result?.locations?.[0]?.physicalLocation?.region));
    const uri = pathToFileURL(path.join(folder, uriOf(result) ?? '')).href;
    const found = new FileRegionsCache().populateTextRegionProperties(region, uri, true);
    expect(found.snippet?.text).toBe('"GPU 東京 hours"');
    expect(logOf(FAILING).runs[0]?.columnKind).toBe('utf16CodeUnits');
  });

  it('has a fingerprint of its own for each result, and none that GitHub works out', () => {
    for (const file of [FAILING, BROKEN]) {
      const prints = resultsOf(file).map(({ partialFingerprints }) => partialFingerprints ?? {});
      expect(prints.every((print) => Object.keys(print).join() === 'demandfit/v1')).toBe(true);
      expect(new Set(prints.map((print) => print['demandfit/v1'])).size).toBe(prints.length);
    }
  });

  it('keeps what is set aside, and says why', () => {
    const results = resultsOf(FAILING);
    expect(results.every(({ suppressions }) => suppressions !== undefined)).toBe(true);
    expect(results.flatMap(({ suppressions }) => suppressions ?? [])).toEqual([
      { kind: 'external', justification: 'Recorded in the baseline.' },
      { kind: 'inSource', justification: 'Until 2027-01-01: The audit is under way.' },
      { kind: 'external', justification: 'Recorded in the baseline.' },
    ]);
    expect(resultsOf(MIXED).every((result) => !('suppressions' in result))).toBe(true);
  });

  it('tells problems as results of a rule, and the run as a failed one', () => {
    const { invocations, results } = logOf(BROKEN).runs[0] ?? {};
    expect(invocations).toEqual([{ executionSuccessful: false }]);
    expect(results?.map(({ ruleId, level }) => [ruleId, level])).toEqual(Array(3).fill(['input/unreadable', 'error']));
    expect(results?.[2]?.message.text).toBe(
      'file/unreadable: there is no such file. Take one of them out. Did you mean acme.yaml?',
    );
    expect(logOf(FAILING).runs[0]?.invocations).toEqual([{ executionSuccessful: true }]);
  });

  it.each([
    ['./a/b c.yaml', 'a/b%20c.yaml'],
    ['a\\b#1.yaml', 'a/b%231.yaml'],
    ['東/%41?.md', '%E6%9D%B1/%2541%3F.md'],
    ['c:x.md', 'c%3Ax.md'],
    ['\ud800.md', '%EF%BF%BD.md'],
  ])('writes %j as the reference %s', (file, uri) => {
    expect(uriOf(resultsOf(checkFile([checked({ file, findings: [finding({ id: 'gate/not-passed' })] })]))[0])).toBe(
      uri,
    );
  });

  it('takes paths from the root where it is told how', () => {
    const results = resultsOf(FAILING, look({ fromRoot: (file) => `sub/${file}` }));
    expect(uriOf(results[0])).toBe('sub/projects/acme.yaml');
  });

  it('says what a viewer then shows, and no link of the user', () => {
    const view = sarifToMarkdown({ title: 'T', owner: 'o', repo: 'r', branch: 'b', sourceRoot: '' });
    const [shown] = view(logOf(FAILING));
    expect(shown?.hasMessages).toBe(true);
    expect(shown?.body).toContain('Failed gate: unit price.');
    expect(shown?.body).toContain('projects/acme.yaml#L2');
    const [none] = view(logOf(checkFile([checked()])));
    expect(none?.hasMessages).toBe(false);
    const [hostile] = resultsOf(hostileFile('[x](https://evil.example)'));
    expect(hostile?.message.text).not.toMatch(/(?<!\\)\]\(/);
  });

  it('points at the first line where a finding is of the whole file', () => {
    const [result] = resultsOf(checkFile([checked({ findings: [finding({ id: 'website/missing', at: null })] })]));
    expect(result?.locations?.[0]?.physicalLocation?.region).toEqual({ startLine: 1 });
    const [other] = resultsOf(checkFile([checked({ findings: [finding({ id: 'gate/not-passed' })] })]));
    const { line, column, endLine, endColumn } = OFFER;
    expect(other?.locations?.[0]?.physicalLocation?.region).toEqual({
      startLine: line,
      startColumn: column,
      endLine,
      endColumn,
    });
  });
});

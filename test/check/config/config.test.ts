import * as fs from 'node:fs';
import * as path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { serializeBaseline } from '../../../src/check/baseline.ts';
import { findUnknownIds, readConfig } from '../../../src/check/config/read-config.ts';
import { resolveSettings } from '../../../src/check/config/resolve-settings.ts';
import { readBaseline } from '../../../src/check/read-baseline.ts';
import { DEFAULT_SEVERITIES } from '../../../src/check/rules/registry.ts';
import { ROOT, shippedRubric } from '../../support/rubric.ts';
import { buildJsonSchema } from '../../support/schemas.ts';

const rubric = shippedRubric();
const validate = new Ajv({ strict: false }).compile(buildJsonSchema('config'));
const PAGE = fs.readFileSync(path.join(ROOT, 'docs/check.md'), 'utf8');

/** The YAML block of the page on pipelines that holds a text. */
function snippet(holding: string): string {
  const blocks = [...PAGE.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const [found] = blocks.filter((text) => text.includes(holding));
  if (found === undefined) throw new Error(`the page has no YAML with ${holding}`);
  return found;
}

const SOUND = [
  '{}',
  'rules: { source/stale: off }',
  'minimum: { index: 0, coverage: 100, dimensions: { technical_edge: 1 } }',
  'overrides: [{ files: [a], required: [cost] }]',
  'max_warnings: 0',
  '{ max_age_days: 90, overrides: [{ files: [a], max_ignore_days: 30 }] }',
  'rules: { gate/not-passed: error, customer/inside-crypto: off, answer/disputed: note }',
  '{ "fail_severity": "never", "files": ["a"] }',
];
const FAULTY = [
  'rules: { source/stale: info }',
  'rules: { a/b: warn }',
  'minimum: { index: -1 }',
  'minimum: { index: 101 }',
  'minimum: { index: "40" }',
  'overrides: [{ rules: {} }]',
  'overrides: [{ files: [] }]',
  'max_warnings: 1.5',
  'files: pitches',
  'unknown: 1',
];

describe('a config', () => {
  it.each(SOUND)('is read as %s, by the schema for editors too', (text) => {
    expect(readConfig(text, 'c.yaml').ok).toBe(true);
    expect(validate(parse(text))).toBe(true);
  });

  it.each(FAULTY)('is refused as %s, by the schema for editors too', (text) => {
    const read = readConfig(text, 'c.yaml');
    expect(read.ok ? [] : read.problems.map(({ file, at }) => [file, at?.line])).toEqual([['c.yaml', 1]]);
    expect(validate(parse(text))).toBe(false);
  });

  it('takes no share for points', () => {
    const read = readConfig('minimum:\n  index: 0.7\n', 'c.yaml');
    expect(read.ok ? null : read.problems[0]).toMatchObject({
      at: { line: 2, column: 10 },
      fix: expect.stringContaining('70'),
    });
  });

  it('is never run', () => {
    for (const text of ['a: !!js/function "function(){}"', '--- !<tag:yaml.org,2002:js/regexp> /a/'])
      expect(readConfig(text, 'c.yaml').ok).toBe(false);
  });

  it('of the page on pipelines is sound, and names ids of the rubric', () => {
    const read = readConfig(snippet('max_warnings'), 'check.md');
    expect(read.ok ? findUnknownIds(read.value, rubric) : read.problems).toEqual([]);
  });

  it('cannot make a disclosure fail', () => {
    const read = readConfig('rules:\n  answer/disputed: error\n', 'c.yaml');
    expect(read.ok ? [] : read.problems).toMatchObject([
      { at: { line: 2 }, what: expect.stringContaining('its severity is note or off') },
    ]);
  });

  it('says what became of the rules on gates', () => {
    for (const old of ['gate/failed', 'gate/not-shown-yet']) {
      const read = readConfig(`rules: { ${old}: error }`, 'c.yaml');
      expect(read.ok ? '' : read.problems[0]?.fix).toContain('Write `gate/not-passed`');
    }
  });

  it('is told of all its faults at once', () => {
    const text = 'minimum: { index: 300, verdict: wek-fit }\nrequired: [costs]\nmax_warning: 1\n';
    const read = readConfig(text, 'c.yaml');
    expect(read.ok ? null : read.problems).toHaveLength(2);
    const unknown = read.ok || read.partial === null ? [] : findUnknownIds(read.partial, rubric);
    expect(unknown.map(({ at, suggestion }) => [at?.line, suggestion])).toEqual([
      [1, 'weak-fit'],
      [2, 'cost'],
    ]);
  });
});

describe('settings', () => {
  it('are the usual ones where nothing is said', () => {
    expect(resolveSettings(null, {})('a.yaml')).toEqual({
      rules: DEFAULT_SEVERITIES,
      minimum: { index: null, verdict: null, coverage: null, dimensions: {} },
      required: [],
      maxAgeDays: 365,
      maxIgnoreDays: 180,
    });
  });

  it('of a later override go before those of an earlier one, and those of the caller before all', () => {
    const config = {
      minimum: { index: 10, dimensions: { technical_edge: 1 } },
      required: ['cost'],
      overrides: [
        { files: ['a/**'], rules: { 'gate/not-passed': 'error' as const }, minimum: { index: 20 } },
        { files: ['a/b/*.md'], minimum: { index: 30 }, required: [] },
      ],
    };
    const settings = resolveSettings(config, { dimensions: { demand_maturity: 5 } });
    expect(settings('x.md').minimum).toMatchObject({
      index: 10,
      dimensions: { technical_edge: 1, demand_maturity: 5 },
    });
    expect(settings('a/x.md')).toMatchObject({
      rules: { 'gate/not-passed': 'error' },
      minimum: { index: 20 },
      required: ['cost'],
    });
    expect(settings('a/b/x.md')).toMatchObject({
      rules: { 'gate/not-passed': 'error' },
      minimum: { index: 30 },
      required: [],
    });
    expect(resolveSettings(config, { index: 40 })('a/b/x.md').minimum.index).toBe(40);
  });
});

it.each([
  "exclude: ['!x']",
  "files: ['!x']",
  "overrides: [{ files: ['!p/x'], required: [] }]",
])('a pattern that takes paths away is refused: %s', (text) => {
  expect(readConfig(text, 'c.yaml')).toMatchObject({
    ok: false,
    problems: [{ what: expect.stringContaining('begins with !'), at: { line: 1 } }],
  });
});

it('a baseline is read as it was written', () => {
  const baseline = {
    files: {
      'a.md': { name: 'A', index: 100 / 3, excused: [{ rule: 'gate/not-passed', subject: 'x', fingerprint: 'f' }] },
    },
  };
  expect(readBaseline(serializeBaseline(baseline), 'b.json')).toEqual({ ok: true, value: baseline });
});

describe('what ships for pipelines', () => {
  it('is used in the docs by inputs that the action has', () => {
    const { inputs } = parse(fs.readFileSync(path.join(ROOT, 'action.yml'), 'utf8'));
    const { steps } = parse(snippet('actions/checkout'));
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(steps[1].with)));
  });

  it('names a hook in the docs that there is', () => {
    const hooks: { id: string }[] = parse(fs.readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
    const { repos } = parse(snippet('repos:'));
    expect(hooks.map(({ id }) => id)).toEqual(repos[0].hooks.map(({ id }: { id: string }) => id));
  });

  it('lets no input of the action run as a script', () => {
    const { runs } = parse(fs.readFileSync(path.join(ROOT, 'action.yml'), 'utf8'));
    for (const { run } of runs.steps) expect(run).not.toContain('${{');
  });
});

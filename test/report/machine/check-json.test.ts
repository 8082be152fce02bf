import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { renderCheckJson } from '../../../src/report/machine/check-json.ts';
import { buildJsonSchema } from '../../support/schemas.ts';
import { checked, checkFile, FAILING, finding, hostileFile, look, SITUATIONS } from '../documents/check/fixtures.ts';
import { HOSTILE } from '../documents/check/hostile-texts.ts';

const valid = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(buildJsonSchema('check'));

describe('checkInJson', () => {
  it.each(SITUATIONS)('holds to its schema for a run that is %s', (_, file) => {
    valid(JSON.parse(renderCheckJson(file, look())));
    expect(valid.errors).toBeNull();
  });

  it('adds words to each finding and changes nothing else', () => {
    const read = JSON.parse(renderCheckJson(FAILING, look()));
    for (const { findings } of read.check.files) {
      for (const one of findings) {
        expect([one.what, one.why, one.fix, one.url].every((text) => typeof text === 'string' && text !== '')).toBe(
          true,
        );
        for (const key of ['what', 'why', 'fix', 'url']) delete one[key];
      }
    }
    expect(read).toEqual(FAILING);
  });

  it.each(HOSTILE)('keeps the text exact: %j', (text) => {
    const read = JSON.parse(renderCheckJson(hostileFile(text), look()));
    expect(read.check.files[0].name).toBe(text);
    expect(read.problems[0].what).toBe(text);
    expect(valid(read)).toBe(true);
  });
});

describe('the JSON Schema of a check', () => {
  it.each([
    ['an unknown key', { ...FAILING, extra: 1 }],
    ['a missing key', { ...FAILING, problems: undefined }],
    [
      'a rule that is off',
      checkFile([checked({ findings: [finding({ id: 'gate/not-passed', severity: 'off' as 'warn' })] })]),
    ],
    ['an unknown rule', checkFile([checked({ findings: [finding({ id: 'gate/x' as 'gate/not-passed' })] })])],
    ['an index over 100', checkFile([checked({ index: { supported: 101, claimed: 101, possible: 101 } })])],
  ])('refuses %s', (_, file) => {
    const data = JSON.parse(JSON.stringify(file));
    for (const { findings } of data.check.files)
      for (const one of findings) Object.assign(one, { what: '', why: '', fix: '' });
    expect(valid(data)).toBe(false);
  });
});

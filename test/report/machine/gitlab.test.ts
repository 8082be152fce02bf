import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { CheckJson } from '../../../src/model/check.ts';
import { renderCheckGitlab } from '../../../src/report/machine/gitlab.ts';
import {
  BROKEN,
  checked,
  checkFile,
  FAILING,
  finding,
  hostileFile,
  look,
  MIXED,
  SITUATIONS,
} from '../documents/check/fixtures.ts';
import { HOSTILE } from '../documents/check/hostile-texts.ts';

/**
 * What the documentation of GitLab asks of an entry, written down here: no package carries GitLab's own schema, which asks
 * for less.
 */
const text = { type: 'string', minLength: 1 };
const position = { type: 'integer', minimum: 1 };
const valid = new Ajv({ allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: text,
      check_name: { type: 'string' },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string' },
          lines: { type: 'object', required: ['begin'], properties: { begin: position } },
        },
      },
    },
  },
});

interface Degradation {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

function read(file: CheckJson, given = look()): readonly Degradation[] {
  return JSON.parse(renderCheckGitlab(file, given)) as Degradation[];
}

describe('checkForGitlab', () => {
  it.each(SITUATIONS)('is what GitLab documents for a run that is %s', (_, file) => {
    valid(read(file));
    expect(valid.errors).toBeNull();
  });

  it.each(HOSTILE)('is what GitLab documents with %j', (hostile) => {
    valid(read(hostileFile(hostile)));
    expect(valid.errors).toBeNull();
  });

  it('is an empty array where nothing was found', () => {
    expect(renderCheckGitlab(checkFile([checked()]), look())).toBe('[]\n');
  });

  it('says rule, place and severity', () => {
    expect(read(MIXED).map(({ fingerprint: _, ...entry }) => entry)).toEqual([
      {
        description: 'yaml/duplicate-key: the key `offer` is there twice. Take one of them out.',
        check_name: 'yaml/duplicate-key',
        severity: 'blocker',
        location: { path: 'projects/broken.yaml', lines: { begin: 2 } },
      },
      {
        description:
          'source/stale: The source unit price (2025-01-01) is older than these criteria allow: price. Cite a newer document.',
        check_name: 'source/stale',
        severity: 'minor',
        location: { path: 'projects/acme.yaml', lines: { begin: 2 } },
      },
    ]);
    const file = checkFile([
      checked({
        file: '.\\sub\\a.yaml',
        findings: [finding({ id: 'gate/not-passed', at: null, severity: 'error' })],
      }),
    ]);
    expect(read(file)[0]).toMatchObject({ severity: 'major', location: { path: 'sub/a.yaml', lines: { begin: 1 } } });
  });

  it('leaves out what is set aside, and collapses nothing', () => {
    const { error, warn } = FAILING.check.counts;
    expect(read(FAILING)).toHaveLength(error + warn);
    for (const file of [FAILING, BROKEN]) {
      const prints = read(file).map(({ fingerprint }) => fingerprint);
      expect(new Set(prints).size).toBe(prints.length);
    }
    const renamed = FAILING.check.files.map((one) => ({ ...one, file: `sub/${one.file}` }));
    const prints = new Set(read(FAILING).map(({ fingerprint }) => fingerprint));
    const others = read({ ...FAILING, check: { ...FAILING.check, files: renamed } });
    expect(others.filter(({ fingerprint }) => prints.has(fingerprint))).toEqual([]);
  });

  it('keeps the fingerprint of a problem where its line moves', () => {
    const moved = BROKEN.problems.map((one) => ({ ...one, at: { line: 9, column: 1, endLine: 9, endColumn: 2 } }));
    const prints = (file: CheckJson) => read(file).map(({ fingerprint }) => fingerprint);
    expect(prints({ ...BROKEN, problems: moved })).toEqual(prints(BROKEN));
  });
});

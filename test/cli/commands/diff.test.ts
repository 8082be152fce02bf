import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { diffVersions } from '../../../src/analysis/diff/diff-versions.ts';
import type { Description } from '../../../src/model/description.ts';
import { listDiffSections } from '../../report/documents/diff-sections.ts';
import { arbitraryDescription } from '../../support/arbitrary.ts';
import { ROOT, shippedRubric } from '../../support/rubric.ts';
import { run } from '../../support/run.ts';
import { buildJsonSchema } from '../../support/schemas.ts';

const rubric = shippedRubric();
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-diff-'));
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

const EZKL = fs.readFileSync(path.join(ROOT, 'examples/ezkl.yaml'), 'utf8');

function file(name: string, text: string): string {
  const full = path.join(scratch, name);
  fs.writeFileSync(full, text);
  return full;
}

const old = file('old.yaml', EZKL);

/** A description of which only the day of one duty moves a point. */
const WAITS = `name: Clinic Data
offer: Anonymised health records by licence
summary: A marketplace on a chain for data sets, where contributors are paid in tokens and AI labs buy licences to train on them.
website: https://clinicdata.io
as_of: 2026-11-22
track: data-market
sources:
  docs: { title: Guide, url: "https://docs.clinicdata.io/guide", kind: docs, accessed: 2026-11-01 }
regulatory_pull:
  duties:
    - { regulation: eu-ehds, duty: art-73, sources: [docs] }
`;
const waits = file('waits.yaml', WAITS);
const due = file('due.yaml', WAITS.replace('as_of: 2026-11-22', 'as_of: 2029-04-01'));
/** A gain in JSON as it is printed, in whole tenths from below. */
const toLabel = (points: number) => `+${(Math.floor(points * 10) / 10).toFixed(1)}`;

function git(...args: readonly string[]): void {
  const who = {
    GIT_AUTHOR_NAME: 'T',
    GIT_AUTHOR_EMAIL: 't@example.org',
    GIT_COMMITTER_NAME: 'T',
    GIT_COMMITTER_EMAIL: 't@example.org',
  };
  const { status, stderr } = spawnSync('git', args, {
    cwd: scratch,
    encoding: 'utf8',
    env: { ...process.env, ...who },
  });
  if (status !== 0) throw new Error(stderr);
}

describe('printed figures', () => {
  const tenths = (label: string) => Math.round(Number(label) * 10);

  it('sum as the exact ones do: lines to their part, parts to the whole', () => {
    fc.assert(
      fc.property(arbitraryDescription(rubric), arbitraryDescription(rubric), (a, b) => {
        const after: Description = { ...b, as_of: '2027-03-01' };
        const before: Description = { ...a, track: 'compute' };
        const versions = {
          old: { description: before, rubric },
          new: { description: after, rubric },
          oldByNew: { ok: true as const, value: before },
        };
        const [summary, ...details] = listDiffSections(diffVersions(versions));
        const total = tenths(summary?.title.replace('Supported index ', '') ?? '');
        const parts = summary?.items.map(({ label }) => tenths(label)) ?? [];
        expect(parts.reduce((sum, value) => sum + value, 0)).toBe(total);
        for (const { title, items } of details.filter((section) => section.title !== 'Scope')) {
          const own = tenths(/[+-]\d+\.\d$/.exec(title)?.[0] ?? '');
          expect(items.reduce((sum, { label }) => sum + tenths(label), 0)).toBe(own);
          const lines = items
            .filter(({ text }) => !text.startsWith('Gates'))
            .map(({ label }) => Math.abs(tenths(label)));
          expect(lines).toEqual([...lines].sort((a, b) => b - a));
          for (const item of items) expect(item.label === '+0.0' && item.text === 'Gates').toBe(false);
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe('demandfit diff', () => {
  const valid = new Ajv({ strict: true, strictTypes: false, allErrors: true }).compile(buildJsonSchema('diff'));

  it('gives to time what only the day changes', () => {
    const { code, stdout } = run(['diff', waits, due, '--format', 'json']);
    expect(code).toBe(0);
    const { change } = JSON.parse(stdout);
    const points = change.split.parts.map((part: { change: { points: number } }) => part.change.points);
    expect(points.slice(0, 2)).toEqual([0, 0]);
    expect(points[2]).toBeGreaterThan(0);
    expect(points[3]).toBe(0);
    const said = run(['diff', waits, due]).stdout.replace(/\s+/g, ' ');
    expect(said).toContain(`Time alone ${toLabel(points[2])}`);
    expect(said).toContain('in application since 2029-03-26');
    expect(run(['diff', waits, due, '--as-of', '2026-11-22']).stdout).toContain('Supported index +0.0');
  });

  it('tells the grade that only the day moved, though no point did', () => {
    const text = (day: string) =>
      `name: A\nsummary: GPUs by the hour\nwebsite: https://grid.io\ntrack: compute\nas_of: ${day}\nsources:\n  own: { title: O, url: https://grid.io, kind: docs, accessed: 2026-01 }\n  tale: { title: T, url: https://tallyhouse.net/a, kind: press, published: 2026-01 }\ndemand_maturity:\n  use: { answer: hollow, sources: [tale] }\n`;
    const [first, next, last] = ['2026-02-01', '2026-02-02', '2027-12-31'].map((day) => file(`${day}.yaml`, text(day)));
    const told = run(['diff', first ?? '', last ?? '']).stdout.replace(/\s+/g, ' ');
    expect(told).toContain('hollow (level 0, grade press) to hollow (level 0, grade statement); source tale is too');
    expect(told).toContain('+0.0 The facts: no effect');
    const still = run(['diff', first ?? '', next ?? '']).stdout;
    expect(still).toContain('Supported index +0.0\n  No change in levels, evidence grades, gates or rules.\n');
  });

  it('gives to the facts what only an answer changes, and to the track what only the track does', () => {
    const bare = file('bare.yaml', EZKL.replace(/^track: verification$/m, 'track: compute'));
    const byTrack = JSON.parse(run(['diff', old, bare, '--format', 'json']).stdout).change.split.parts;
    expect(byTrack[1].change.points).not.toBe(0);
    expect([byTrack[0], byTrack[2], byTrack[3]].map((part) => part.change.points)).toEqual([0, 0, 0]);
  });

  it('splits the change to a reference, of which less is asked, like any other', () => {
    const { stdout } = run([
      'diff',
      'examples/filecoin.yaml',
      'examples/references/object-storage.yaml',
      '--format',
      'json',
    ]);
    const { before, after, split } = JSON.parse(stdout).change;
    const points = split.parts.map((part: { change: { points: number } }) => part.change.points);
    expect(points.reduce((sum: number, part: number) => sum + part, 0)).toBeCloseTo(split.change.points, 9);
    expect(split.change.points).toBeCloseTo(after.index.supported.points - before.index.supported.points, 9);
    expect(JSON.stringify(split)).toContain('not-applicable');
  });

  it('writes data by its schema, and says plainly why there are no parts', () => {
    const outside = file(
      'outside.yaml',
      'name: Cake\nsummary: A bakery that sells custard tarts to people who walk by.\nas_of: 2026-11-22\n',
    );
    for (const args of [
      ['diff', waits, due],
      ['diff', old, outside],
    ]) {
      valid(JSON.parse(run([...args, '--format', 'json']).stdout));
      expect(valid.errors).toBeNull();
    }
    expect(run(['diff', old, outside]).stdout).toContain('The new version has no track and so no index.');
    expect(run(['diff', old, outside]).code).toBe(0);
  });

  it('reads a file of a git revision, and tells what git said where there is none', () => {
    git('init', '-q');
    file('memo.yaml', WAITS);
    git('add', 'memo.yaml');
    git('commit', '-qm', 'One');
    fs.copyFileSync(due, path.join(scratch, 'memo.yaml'));
    const inRepository = { cwd: scratch };
    const { change } = JSON.parse(run(['diff', waits, due, '--format', 'json']).stdout);
    for (const args of [
      ['diff', 'HEAD:memo.yaml', 'memo.yaml'],
      ['diff', ':memo.yaml', 'memo.yaml'],
      ['diff', 'HEAD:./memo.yaml', 'memo.yaml'],
      ['diff', '--since', 'HEAD', 'memo.yaml'],
    ]) {
      const { code, stdout } = run(args, inRepository);
      expect(code).toBe(0);
      expect(stdout).toContain(`Supported index ${toLabel(change.split.parts[2].change.points)}`);
    }
    fs.mkdirSync(path.join(scratch, 'sub'));
    for (const name of [
      ':nope.yaml',
      'nope:memo.yaml',
      'HEAD:nope.yaml',
      '-p:memo.yaml',
      'HEAD..HEAD:memo.yaml',
      'HEAD:.',
    ]) {
      const { code, stderr } = run(['diff', '--', name, 'memo.yaml'], inRepository);
      expect(code, name).toBe(2);
      expect(stderr.replace(/\s+/g, ' ')).toMatch(/no such file in git/);
    }
    const below = { cwd: path.join(scratch, 'sub') };
    expect(run(['diff', 'HEAD:memo.yaml', '../memo.yaml'], below).code).toBe(0);
    expect(run(['diff', '--since', 'HEAD', '../memo.yaml'], below).code).toBe(0);
    expect(run(['diff', '--since', 'HEAD', path.join(scratch, 'memo.yaml')], below).code).toBe(0);
    expect(run(['diff', 'HEAD:memo.yaml', 'memo.yaml'], { cwd: os.tmpdir() }).code).toBe(2);
  });

  it('tells where git is missing, and where there is no repository, with what to do', () => {
    const told = (cwd: string, env: Readonly<Record<string, string>> = {}) => {
      const { code, stderr } = run(['diff', 'HEAD:memo.yaml', old], { cwd, env });
      expect(code).toBe(2);
      return stderr.replace(/\s+/g, ' ');
    };
    const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-no-git-'));
    expect(told(outside)).toMatch(/this folder is not in a git repository: .*fix Run it inside the repository/);
    expect(told(outside, { PATH: '' })).toMatch(/cannot run git: .*fix Install git/);
    fs.rmSync(outside, { recursive: true });
    const { code, stderr } = run(['diff', '--since', '', old]);
    expect(code).toBe(2);
    expect(stderr).toContain('--since needs a git revision');
  });

  describe('between which nothing can be split', () => {
    /** A set in which one track is called otherwise, so that a description of it is none of the other set. */
    function renamedTrack(): string {
      const folder = path.join(scratch, 'renamed');
      expect(run(['rubric', 'copy', folder]).code).toBe(0);
      const texts = fs
        .readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.yaml'));
      for (const name of texts) {
        const text = fs.readFileSync(path.join(folder, name), 'utf8').replace(/\bverification\b/g, 'proving');
        fs.rmSync(path.join(folder, name));
        fs.writeFileSync(path.join(folder, name.replace('verification', 'proving')), text);
      }
      return folder;
    }

    function told(...args: readonly string[]): { readonly kinds: readonly string[]; readonly said: string } {
      const { code, stdout } = run(['diff', ...args, '--format', 'json']);
      expect(code).toBe(0);
      const data = JSON.parse(stdout);
      valid(data);
      expect(valid.errors).toBeNull();
      const { because } = data.change.split;
      const said = run(['diff', ...args]).stdout.replace(/\s+/g, ' ');
      expect(said).toContain('The change cannot be split into parts.');
      return { kinds: because.map(({ kind }: { kind: string }) => kind), said };
    }

    it('says that the new rubric has no such track, or that the old file is no description by it', {
      timeout: 120_000,
    }, () => {
      const folder = renamedTrack();
      const silent = file('silent.yaml', EZKL.replace(/^track: .*\n/m, ''));
      const byWords = told(silent, silent, '--old-rubric', 'rubrics', '--rubric', folder);
      expect(byWords.kinds).toEqual(['no-track']);
      expect(byWords.said).toContain('The new rubric has no track verification.');
      const proving = file('proving.yaml', EZKL.replace(/^track: .*$/m, 'track: proving'));
      const refused = told(old, proving, '--old-rubric', 'rubrics', '--rubric', folder);
      expect(refused.kinds).toEqual(['no-track', 'refused']);
      expect(refused.said).toContain('The old file is not valid under the new rubric: invalid value `verification`');
    });
  });

  it('tells what is wrong with both files, and wants two', () => {
    const mistakes = 'test/fixtures/mistakes.yaml';
    const { code, stdout, stderr } = run(['diff', mistakes, mistakes]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('mistakes.yaml:3:8');
    expect(run(['diff', old]).code).toBe(2);
    const absent = run(['diff', 'HEAD:nope.yaml', 'nowhere.yaml'], { cwd: scratch });
    expect(absent.stderr).toContain('input/not-found');
    expect(absent.stderr).toContain('input/not-in-git');
    expect(run(['diff', old, due, '--old-rubric', 'nowhere']).stderr).toContain('--old-rubric: no such folder');
    expect(run(['diff', '--since', 'HEAD', old, due]).code).toBe(2);
  });
});

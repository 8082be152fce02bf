import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Disk } from '../../../src/input/text/disk.ts';
import { expandPaths, mixesStdin } from '../../../src/input/text/expand-paths.ts';
import { readText } from '../../../src/input/text/read-text.ts';
import { diskAt, folderWith } from './real-disk.ts';

const MEMO = '---\nname: A\n---\n# A\n';

const root = folderWith({
  '[x].md': MEMO,
  'x.md': MEMO,
  'a b (1).yaml': '',
  'pitches/akash.yaml': '',
  'pitches/deep/er/one.yml': '',
  'pitches/memo.md': MEMO,
  'pitches/windows.md': '\ufeff---\r\nname: A\r\n---\r\n',
  'pitches/README.md': '# Read me\n\n---\n',
  'pitches/project.schema.json': '{}',
  'pitches/notes.txt': '',
  'pitches/node_modules/p/n.yaml': '',
  'pitches/.git/g.yaml': '',
  'pitches/.hidden.yaml': '',
  'empty/notes.txt': '',
  'prose/b.md': '# B\n',
  'prose/a.md': '# A\n',
});
fs.symlinkSync(path.join(root, 'pitches/deep'), path.join(root, 'pitches/linked'));
afterAll(() => fs.rmSync(root, { recursive: true }));

const disk = diskAt(root);
const filesOf = async (paths: readonly string[], exclude: readonly string[] = []) =>
  (await expandPaths(paths, disk, exclude)).files;
const codesOf = async (paths: readonly string[]) =>
  (await expandPaths(paths, disk)).problems.map(({ code, file }) => `${code} ${file}`);

describe('expandPaths', () => {
  it('says how many files of Markdown without answers a folder holds, and how to begin from one', async () => {
    const [problem] = (await expandPaths(['prose'], disk)).problems;
    expect(problem).toMatchObject({
      code: 'input/no-match',
      what: 'no descriptions here, only 2 documents without answers',
      fix: 'Read one: `demandfit read prose/a.md`. Answer its questions: `demandfit init prose/a.md`.',
    });
  });

  it('takes an existing file as it is written, even where it looks like a pattern', async () => {
    expect(await filesOf(['[x].md'])).toEqual(['[x].md']);
    expect(await filesOf(['a b (1).yaml'])).toEqual(['a b (1).yaml']);
  });

  it('takes every .yaml, .yml and every .md with front matter below a folder', async () => {
    expect(await filesOf(['pitches'])).toEqual([
      'pitches/akash.yaml',
      'pitches/deep/er/one.yml',
      'pitches/memo.md',
      'pitches/windows.md',
    ]);
  });

  it('expands patterns itself', async () => {
    expect(await filesOf(['pitches/*.yaml'])).toEqual(['pitches/akash.yaml']);
    expect(await filesOf(['pitches/**/*.{yml,yaml}'])).toEqual(['pitches/akash.yaml', 'pitches/deep/er/one.yml']);
    expect(await filesOf(['pitches/*.md'])).toEqual(['pitches/README.md', 'pitches/memo.md', 'pitches/windows.md']);
  });

  it('names each file once, sorted, with tidy relative names', async () => {
    expect(await filesOf(['./x.md', 'x.md', './/pitches//akash.yaml', 'pitches/akash.yaml', './[x].md'])).toEqual([
      '[x].md',
      'pitches/akash.yaml',
      'x.md',
    ]);
    expect(await filesOf(['pitches/'])).toEqual(await filesOf(['pitches']));
  });

  it('works from the current folder, from above it and with full names', async () => {
    expect(await filesOf(['.'])).toContain('pitches/akash.yaml');
    const below = diskAt(path.join(root, 'empty'));
    expect((await expandPaths(['../pitches/*.yaml'], below)).files).toEqual(['../pitches/akash.yaml']);
    expect((await expandPaths(['../pitches'], below)).files).toContain('../pitches/deep/er/one.yml');
    expect(await filesOf([`${root}/pitches/akash.yaml`, `${root}/pitches/*.yaml`])).toEqual([
      `${root}/pitches/akash.yaml`,
    ]);
    expect(await filesOf([`${root}/pitches`])).toContain(`${root}/pitches/memo.md`);
  });

  it('leaves out what is excluded, but for a file that is named itself', async () => {
    expect(await filesOf(['pitches'], ['pitches/deep', 'pitches/*.md', 'no-such'])).toEqual(['pitches/akash.yaml']);
    expect(await filesOf(['pitches/akash.yaml'], ['pitches'])).toEqual(['pitches/akash.yaml']);
  });

  it('reads names with the separator of the system and reports them with /', async () => {
    const windows: Disk = { ...disk, separator: '\\' };
    expect((await expandPaths(['pitches\\akash.yaml', '.\\x.md'], windows)).files).toEqual([
      'pitches/akash.yaml',
      'x.md',
    ]);
  });

  it.each([
    [['no-such.yaml'], ['input/not-found no-such.yaml']],
    [['no-such/dir/a.yaml'], ['input/not-found no-such/dir/a.yaml']],
    [['x.md/inside'], ['input/not-found x.md/inside']],
    [[''], ['input/not-found ']],
    [['*.nope'], ['input/no-match *.nope']],
    [['empty'], ['input/no-match empty']],
    [
      ['x.md', 'no-such.yaml', '*.nope'],
      ['input/not-found no-such.yaml', 'input/no-match *.nope'],
    ],
    [['a\u0000b'], ['input/unreadable a\u0000b']],
  ])('reports %j', async (paths, codes) => {
    expect(await codesOf(paths)).toEqual(codes);
  });

  it('keeps the files that exist when others do not', async () => {
    expect(await filesOf(['x.md', 'no-such.yaml'])).toEqual(['x.md']);
  });

  it('suggests a file beside a misspelt one', async () => {
    expect((await expandPaths(['pitches/akahs.yaml'], disk)).problems[0]?.suggestion).toBe('pitches/akash.yaml');
  });

  it('reports a folder that may not be entered', async () => {
    const locked: Disk = {
      ...disk,
      stat: () => {
        throw Object.assign(new Error('no'), { code: 'EACCES' });
      },
    };
    expect((await expandPaths(['x.md'], locked)).problems[0]).toMatchObject({
      code: 'input/unreadable',
      what: expect.stringContaining('EACCES'),
    });
  });
});

describe('mixesStdin', () => {
  it.each([
    [['-'], false],
    [['a.yaml', 'b.yaml'], false],
    [['-', 'a.yaml'], true],
    [['-', '-'], true],
  ])('%j is %s', (paths, expected) => {
    expect(mixesStdin(paths)).toBe(expected);
  });
});

describe('readText', () => {
  it('reads a file and drops its byte order mark', () => {
    expect(readText('pitches/windows.md', disk)).toEqual({ ok: true, value: '---\r\nname: A\r\n---\r\n' });
  });

  it('reports a file that the system does not let go', () => {
    const read = readText('pitches', disk);
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'input/unreadable', at: null, file: 'pitches' }] });
  });

  it('reads no more than a little over the limit', () => {
    const asked: number[] = [];
    const readFile = (_: string, limit: number) => {
      asked.push(limit);
      return new Uint8Array(limit);
    };
    const huge: Disk = { ...disk, readFile };
    expect(readText('/dev/zero', huge)).toMatchObject({ ok: false, problems: [{ code: 'input/too-large' }] });
    expect(asked).toEqual([1_048_577]);
  });
});

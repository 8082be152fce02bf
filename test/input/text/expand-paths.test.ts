import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Disk } from '../../../src/input/text/disk.ts';
import { expandPaths, mixesStdin } from '../../../src/input/text/expand-paths.ts';
import { readPathPattern } from '../../../src/input/text/path-pattern.ts';
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
const filesOf = async (paths: readonly string[], exclude: readonly string[] = []) => {
  const patterns = exclude.map((one) => readPathPattern(one, (name) => disk.stat(name) !== null));
  const isExcluded = (file: string) => patterns.some(({ match }) => match(file) !== null);
  return (await expandPaths(paths, disk, { isExcluded })).files;
};
const codesOf = async (paths: readonly string[]) =>
  (await expandPaths(paths, disk)).problems.map(({ code, file }) => `${code} ${file}`);

describe('expandPaths', () => {
  it('takes an existing file as it is written, even where it looks like a pattern', async () => {
    expect(await filesOf(['[x].md'])).toEqual(['[x].md']);
    expect(await filesOf(['a b (1).yaml'])).toEqual(['a b (1).yaml']);
  });

  it('takes every YAML and Markdown file below a folder', async () => {
    expect(await filesOf(['pitches'])).toEqual([
      'pitches/README.md',
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

  it('takes extensions in any case, and says what it skips', async () => {
    const folder = folderWith({
      'a.Md': MEMO,
      'b.MDX': MEMO,
      'c.qmd': MEMO,
      'd.Yaml': '',
      'drafts/e.md': MEMO,
      '.f.md': MEMO,
      '.config/g.md': MEMO,
      'notes.txt': '',
      'h/kept.md': MEMO,
      'demandfit.config.yaml': '',
    });
    fs.symlinkSync('h/kept.md', path.join(folder, 'inside.md'));
    fs.symlinkSync(path.join(root, 'x.md'), path.join(folder, 'outside.md'));
    fs.symlinkSync('nowhere.md', path.join(folder, 'dangling.md'));
    fs.symlinkSync('loop.md', path.join(folder, 'loop.md'));
    fs.symlinkSync('h', path.join(folder, 'linked'));
    spawnSync('mkfifo', [path.join(folder, 'pipe.md')]);
    const isExcluded = (file: string) => file.startsWith('drafts/');
    const { files, skipped, problems } = await expandPaths(['.'], diskAt(folder), { isExcluded });
    expect(files).toEqual(['a.Md', 'b.MDX', 'c.qmd', 'd.Yaml', 'h/kept.md', 'inside.md']);
    expect(skipped.map(({ file, reason }) => `${file} ${reason}`)).toEqual([
      '.config/ hidden',
      '.f.md hidden',
      'dangling.md link',
      'drafts/e.md excluded',
      'linked/ link',
      'loop.md link',
      'outside.md link',
      'pipe.md not-a-file',
    ]);
    expect(problems).toEqual([]);
    fs.rmSync(folder, { recursive: true });
  });

  it('reports a folder that may not be listed, wherever it lies, and takes the others', async () => {
    const locked: Disk = {
      ...disk,
      list(folder) {
        if (folder.endsWith('deep')) throw Object.assign(new Error('no'), { code: 'EACCES' });
        return disk.list(folder);
      },
    };
    for (const argument of ['pitches', 'pitches/**/*.md', '.']) {
      const { files, problems } = await expandPaths([argument], locked);
      expect(files).toContain('pitches/memo.md');
      expect(problems).toMatchObject([{ code: 'input/unreadable', file: 'pitches/deep' }]);
    }
  });

  it('finds a name in whichever form of Unicode it is on the disk', async () => {
    const folder = folderWith({ ['Caf\u00e9/Soci\u00e9t\u00e9.md'.normalize('NFD')]: MEMO });
    const below = diskAt(folder);
    const [file] = (await expandPaths(['.'], below)).files;
    for (const name of ['Caf\u00e9', 'Caf\u00e9/Soci\u00e9t\u00e9.md', '*/Soci\u00e9t\u00e9.md'])
      expect((await expandPaths([name], below)).files).toEqual([file]);
    fs.rmSync(folder, { recursive: true });
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

import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../support/run.ts';

// A change must not be able to move the bar that it is judged by.

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-bar-'));
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

let folder = root;
let count = 0;
beforeEach(() => {
  count += 1;
  folder = path.join(root, `repository-${count}`);
  fs.mkdirSync(folder);
});

const IDENTITY = {
  GIT_AUTHOR_NAME: 'T',
  GIT_AUTHOR_EMAIL: 't@example.org',
  GIT_COMMITTER_NAME: 'T',
  GIT_COMMITTER_EMAIL: 't@example.org',
};

function git(args: readonly string[], cwd = folder): void {
  const { status, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8', env: { ...process.env, ...IDENTITY } });
  if (status !== 0) throw new Error(stderr);
}

function write(name: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  fs.writeFileSync(path.join(folder, name), text);
}

function commit(message: string): void {
  git(['add', '-A', '.']);
  git(['commit', '-qm', message]);
}

const check = (args: readonly string[], cwd = folder) => run(['check', ...args], { cwd });

/** A memo with this prose. Nothing in it has a source, so all that its prose says is found. */
const memo = (prose: string, more = '') =>
  `---\nname: ColdVault\nsummary: >-\n  A decentralised storage network that keeps the files of hospitals on disks of independent operators, with proofs on a chain.\nas_of: 2026-11-20\ntrack: storage\n${more}---\n\n# ColdVault\n\n${prose}\n`;

const UPTIME = 'Uptime was 99.5% last year.';

/** The rules of findings that count, by file. */
function countingRules(stdout: string): readonly string[] {
  const files: { findings: { id: string; setAside: unknown }[] }[] = JSON.parse(stdout).check.files;
  return files.flatMap(({ findings }) => findings.filter(({ setAside }) => setAside === null).map(({ id }) => id));
}

describe('a base that this clone cannot read', () => {
  beforeEach(() => {
    git(['init', '-q', '-b', 'main']);
    git(['config', 'uploadpack.allowFilter', 'true']);
    write('demandfit.config.yaml', 'minimum: { index: 90 }\n');
    write('pitches/coldvault.md', memo('Files are kept on many disks.'));
    commit('Base');
    git(['checkout', '-q', '-b', 'change']);
    fs.rmSync(path.join(folder, 'demandfit.config.yaml'));
    commit('Remove the bar');
  });

  const clone = (...options: readonly string[]) => {
    const into = `${folder}-clone`;
    git(['clone', '-q', '--branch', 'change', ...options, `file://${folder}`, into], root);
    return into;
  };

  it('is read from a full clone', () => {
    const { code, stdout } = check(['pitches', '--base', 'origin/main', '--quiet'], clone());
    expect([code, stdout]).toEqual([1, expect.stringContaining('fit/under-min-index')]);
  });

  it.each([
    ['without file contents', '--filter=blob:none', 'git show origin/main:./demandfit.config.yaml'],
    ['without folders', '--filter=tree:0', 'git ls-tree -r origin/main'],
    ['of one commit', '--depth=1', 'git fetch origin main:refs/remotes/origin/main'],
  ])('ends the check with the command that gets it: a clone %s', (_, option, command) => {
    const into = clone(option);
    const { code, stdout, stderr } = check(['pitches', '--base', 'origin/main', '--quiet'], into);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--base: git cannot read ');
    expect(stderr).toContain(`For example: ${command}\n`);
    // The command does it. A file that the partial clone has fetched is read.
    if (option === '--filter=tree:0') return;
    git(command.split(' ').slice(1), into);
    expect(check(['pitches', '--base', 'origin/main', '--quiet'], into).code).toBe(1);
  });

  it('names the command that gets the descriptions of the base', () => {
    git(['checkout', '-q', 'main']);
    git(['checkout', '-q', '-b', 'moved']);
    git(['mv', 'pitches/coldvault.md', 'pitches/.coldvault.md']);
    write('pitches/.coldvault.md', memo('More.'));
    write('pitches/other.md', memo('Other.').replaceAll('ColdVault', 'Other'));
    commit('Hide one');
    const into = clone('--filter=blob:none', '--branch=moved');
    const { code, stderr } = check(['pitches', '--base', 'origin/main'], into);
    expect([code, stderr]).toEqual([2, expect.stringContaining('For example: git diff --stat origin/main\n')]);
    git(['diff', '--stat', 'origin/main'], into);
    const { stdout } = check(['pitches', '--base', 'origin/main'], into);
    expect(stdout).toContain(
      'baseline/unchecked: Known from origin/main, but not checked: it is now pitches/.coldvault.md',
    );
  });

  it('shows what git says of a repository that belongs to somebody else, or of none', () => {
    const outside = fs.mkdtempSync(path.join(root, 'plain-'));
    fs.writeFileSync(path.join(outside, 'a.md'), memo(UPTIME));
    const { code, stderr } = check(['a.md', '--base', 'main'], outside);
    expect([code, stderr]).toEqual([2, expect.stringContaining('not a git repository')]);
  });
});

describe('the words of git', () => {
  beforeEach(() => {
    git(['init', '-q', '-b', 'main']);
    write('a.md', memo(UPTIME));
    commit('One');
  });

  it.each([
    ['--base=', {}, 'it is empty', 'demandfit check pitches/ --base origin/main'],
    ['--base=main', { PATH: '' }, 'git is not installed', ''],
    [
      '--base=main',
      { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' },
      'dubious ownership',
      'git config --global --add safe.dir',
    ],
    ['--base=nowhere', {}, 'Not a valid object name', 'git fetch origin nowhere'],
  ])('are shown with what mends it: %s %j', (base, env, said, example) => {
    const { code, stdout, stderr } = run(['check', 'a.md', base], { cwd: folder, env });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr).toContain(`For example: ${example}`);
  });

  it('say that a clone is shallow', () => {
    write('a.md', memo('More.'));
    commit('Two');
    const into = `${folder}-shallow`;
    git(['clone', '-q', '--depth=1', `file://${folder}`, into], root);
    const { code, stderr } = check(['a.md', '--base', 'HEAD~1'], into);
    expect([code, stderr]).toEqual([2, expect.stringContaining('For example: git fetch --unshallow')]);
  });
});

it('takes the repository from the folder, whatever a hook says of another', () => {
  git(['init', '-q', '-b', 'main']);
  write('sub/demandfit.config.yaml', 'minimum: { index: 90 }\n');
  write('sub/a.md', memo(UPTIME));
  commit('Base');
  const linked = `${folder}-linked`;
  git(['worktree', 'add', '-q', linked, 'HEAD', '--detach']);
  const env = { GIT_DIR: path.join(folder, '.git/worktrees', path.basename(linked)), GIT_INDEX_FILE: 'none' };
  const { code, stdout } = run(['check', 'a.md', '--base', 'HEAD', '--quiet'], { cwd: path.join(linked, 'sub'), env });
  expect([code, stdout]).toEqual([1, expect.stringContaining('fit/under-min-index')]);
});

describe('what a baseline excuses', () => {
  const judged = (name: string, cwd = folder) => {
    const { code, stdout } = check([name, '--baseline', path.join(folder, 'known.json'), '--format', 'json'], cwd);
    return {
      code,
      rules: countingRules(stdout).filter((rule) => rule.startsWith('memo/') || rule === 'baseline/stale'),
    };
  };

  beforeEach(() => {
    write('a.md', memo(UPTIME));
    expect(countingRules(check(['a.md', '--format', 'json']).stdout)).toContain('memo/no-entry');
    expect(check(['a.md', '--write-baseline', '--baseline', 'known.json']).code).toBe(0);
    expect(judged('a.md').rules).toEqual([]);
  });

  it('is the sentence, not the word in another one', () => {
    write('a.md', memo('And 99.5% of the largest hospitals have signed.'));
    expect(judged('a.md').rules).toContain('memo/no-entry');
    expect(judged('a.md').rules).toContain('baseline/stale');
  });

  it('is the sentence however it is set', () => {
    write('a.md', memo('New words on top.\n\nUptime was **99.5%**\nlast year.'));
    expect(judged('a.md').rules).toEqual([]);
  });

  it('follows a file that is renamed', () => {
    fs.renameSync(path.join(folder, 'a.md'), path.join(folder, 'b.md'));
    expect(judged('b.md').rules).toEqual([]);
  });

  it('is the same from inside the folder and from above it', () => {
    const { rules } = judged(`${path.basename(folder)}/a.md`, root);
    expect(rules).toEqual([]);
  });

  it('is no lower minimum: one that is raised counts', () => {
    const below = (least: string, ...more: readonly string[]) =>
      check(['a.md', '--min-index', least, '--baseline', 'known.json', '--format', 'json', ...more]);
    below('40', '--write-baseline');
    expect(countingRules(below('40').stdout)).not.toContain('fit/under-min-index');
    expect(countingRules(below('80').stdout)).toContain('fit/under-min-index');
  });
});

import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

// Makes a release of what is committed: a tarball that npm installs without a build, and a tag whose tree is what the
// tarball holds with what action and hook need, so that a pipeline that names the tag builds nothing. Pushes nothing.

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What forges and pre-commit read at the top of a repository. */
const INTEGRATIONS = ['action.yml', '.pre-commit-hooks.yaml'];

/** Keys of package.json that have no use where everything is built; some of them would make npm build again. */
const BUILD_KEYS = ['scripts', 'devDependencies', 'allowScripts'];

/** What a command prints. @throws Error with what it says where it fails. */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const done = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...env } });
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${done.error?.message ?? done.stderr.trim()}`);
  return done.stdout.trim();
}

/** The tree in git of a folder outside the repository. */
function writeTree(folder: string, scratch: string): string {
  const env = { GIT_INDEX_FILE: path.join(scratch, 'index'), GIT_WORK_TREE: folder };
  run('git', ['add', '--all', '--force', '.'], env);
  return run('git', ['write-tree'], env);
}

/** The files of the tarball, without what is for building it, and what is read at the top of a repository. */
function unpackRelease(tarball: string, folder: string): void {
  run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
  for (const name of INTEGRATIONS) fs.copyFileSync(path.join(ROOT, name), path.join(folder, name));
  const file = path.join(folder, 'package.json');
  const entries = Object.entries(JSON.parse(fs.readFileSync(file, 'utf8'))).filter(
    ([key]) => !BUILD_KEYS.includes(key),
  );
  fs.writeFileSync(file, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
}

function main(): void {
  const { version, homepage } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    readonly version: string;
    readonly homepage?: string;
  };
  if (homepage === undefined)
    process.stderr.write(
      'warning: package.json has no `homepage`, so findings link to no page of their rule. Set it to the address of the repository before you publish.\n',
    );
  const tag = `v${version}`;
  if (run('git', ['status', '--porcelain', '--untracked-files=no']) !== '')
    throw new Error('there are changes that are not committed, so no commit would say what the release was made of');
  if (run('git', ['tag', '--list', tag]) !== '')
    throw new Error(`${tag} already exists: raise the version in package.json, or delete the tag`);
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'demandfit-release-'));
  try {
    const built = run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', scratch]);
    const folder = path.join(scratch, 'tree');
    fs.mkdirSync(folder);
    unpackRelease(path.join(scratch, built), folder);
    // Without scripts, of which npm would warn whoever installs it.
    const tarball = path.join(ROOT, run('npm', ['pack', '--silent', '--ignore-scripts', folder]));
    const message = `Release ${version}, built from ${run('git', ['rev-parse', 'HEAD'])}`;
    const commit = run('git', ['commit-tree', writeTree(folder, scratch), '-p', 'HEAD', '-m', message]);
    run('git', ['tag', tag, commit]);
    process.stdout.write(`${tarball}\n${tag}: ${commit}\nPublish it: git push origin ${tag}\n`);
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

main();

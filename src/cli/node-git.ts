import type { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { decodeText, MAX_BYTES } from '../input/text/read-text.ts';
import type { GitRefusal, Host } from './host.ts';

/** Variables of git that say which repository it is about, as `git rev-parse --local-env-vars` lists them, without those for settings. */
const REPOSITORY_VARIABLES = [
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_DIR',
  'GIT_GRAFT_FILE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_NAMESPACE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_QUARANTINE_PATH',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
];

/**
 * The repository is that of the folder. In a hook git sets variables that name another one, or another folder as its top; only a
 * folder and a work tree that are named together are kept, as that is how somebody names a repository. What a partial clone lacks is
 * not fetched: no command opens a connection. What git says is read, so it is in English.
 */
export function buildGitEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { GIT_DIR, GIT_WORK_TREE } = env;
  const others = Object.entries(env).filter(([name]) => !REPOSITORY_VARIABLES.includes(name));
  const named = GIT_DIR && GIT_WORK_TREE ? { GIT_DIR, GIT_WORK_TREE } : {};
  return { ...Object.fromEntries(others), ...named, GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' };
}

/** What git says where a revision does not have the name, or where there is no such revision. */
const NO_FILE =
  /^fatal: (?:path '.*' (?:does not exist (?:in|\(neither)|exists on disk, but not in) |invalid object name |Not a valid object name |.* is outside repository)/s;

type GitRun = { readonly ok: true; readonly bytes: Buffer } | GitRefusal;

/** Runs git in this folder for at most `limit` bytes of what it prints. */
function runGit(spawn: typeof spawnSync, args: readonly string[], limit: number): GitRun {
  const run = spawn('git', args, { maxBuffer: limit + 1, env: buildGitEnvironment(process.env) });
  const isCut = run.error !== undefined && 'code' in run.error && run.error.code === 'ENOBUFS';
  if (isCut || (run.error === undefined && run.status === 0)) return { ok: true, bytes: run.stdout.subarray(0, limit) };
  if (run.error !== undefined) {
    const isMissing = 'code' in run.error && run.error.code === 'ENOENT';
    return { ok: false, cause: 'no-git', said: isMissing ? 'git is not installed' : run.error.message };
  }
  // Warnings may come before what ended it.
  const all = run.stderr.toString('utf8').trim();
  const said = all.slice(Math.max(0, all.lastIndexOf('fatal: ')));
  const cause = said.includes('detected dubious ownership')
    ? 'owner'
    : said.includes('not a git repository')
      ? 'no-repository'
      : NO_FILE.test(said)
        ? 'no-file'
        : 'unreadable';
  return { ok: false, cause, said: said.split('\n')[0] ?? '' };
}

/** A revision that begins with a hyphen would be an option of git. */
const HYPHEN: GitRefusal = { ok: false, cause: 'no-file', said: 'a revision does not begin with a hyphen' };

/** The refusal, or that the clone is cut off where this is why it lacks the whole revision. */
function explainShallow(refusal: GitRefusal, spawn: typeof spawnSync, revision: string): GitRefusal {
  if (refusal.cause !== 'no-file' || runGit(spawn, ['rev-parse', '-q', '--verify', `${revision}^{tree}`], 99).ok)
    return refusal;
  const asked = runGit(spawn, ['rev-parse', '--is-shallow-repository'], 99);
  const isShallow = asked.ok && asked.bytes.toString('utf8').trim() === 'true';
  return isShallow ? { ...refusal, cause: 'shallow' } : refusal;
}

/** A file as it was in a git revision. */
export async function readGitFile(revision: string, name: string, limit: number): ReturnType<Host['gitShow']> {
  if (revision.startsWith('-')) return HYPHEN;
  const { spawnSync } = await import('node:child_process');
  // git means a bare path from the top of the repository, and one that begins with ./ from the folder it runs in.
  const here = path.isAbsolute(name) ? `./${path.relative(process.cwd(), name)}` : name;
  return runGit(spawnSync, ['cat-file', 'blob', `${revision}:${here.replaceAll(path.sep, '/')}`], limit);
}

/** The files of a folder in a git revision, each read when it is asked for. */
export async function openGitFolder(revision: string, folder: string): ReturnType<Host['gitFolder']> {
  if (revision.startsWith('-')) return HYPHEN;
  const { spawnSync } = await import('node:child_process');
  const here = path.relative(process.cwd(), path.resolve(folder)).replaceAll(path.sep, '/');
  const tree = `${revision}:./${here}`;
  const listed = runGit(spawnSync, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', tree], 2 ** 26);
  if (!listed.ok) return explainShallow(listed, spawnSync, revision);
  const names = listed.bytes
    .toString('utf8')
    .split('\0')
    .filter((name) => name !== '');
  return {
    ok: true,
    files: {
      list: () => names,
      read(name) {
        const at = path.posix.normalize(path.posix.join(here, name));
        const run = runGit(spawnSync, ['cat-file', 'blob', `${revision}:./${at}`], MAX_BYTES + 1);
        return run.ok ? decodeText(run.bytes, name) : null;
      },
    },
  };
}

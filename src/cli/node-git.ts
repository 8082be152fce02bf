import type { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import type { RubricFiles } from '../input/rubric/rubric-files.ts';
import { decodeText, MAX_BYTES } from '../input/text/read-text.ts';
import type { Host } from './host.ts';

/** What a partial clone has not got yet is not fetched: no command opens a connection. What git says is read, so it is in English. */
function buildGitEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' };
}

/** The first `limit` bytes of an object, null where git gives none. */
function readGitBlob(spawn: typeof spawnSync, object: string, limit: number) {
  const run = spawn('git', ['cat-file', 'blob', object], { maxBuffer: limit + 1, env: buildGitEnvironment() });
  const isCut = run.error !== undefined && 'code' in run.error && run.error.code === 'ENOBUFS';
  const bytes = isCut || (run.error === undefined && run.status === 0) ? run.stdout.subarray(0, limit) : null;
  const said =
    bytes === null && run.error === undefined ? (run.stderr.toString('utf8').trim().split('\n')[0] ?? '') : '';
  return { bytes, error: run.error, said };
}

/** A file as it was in a git revision. A name that begins with a hyphen would be an option of git, so it is refused. */
export async function readGitFile(revision: string, name: string, limit: number): ReturnType<Host['gitShow']> {
  if (revision.startsWith('-')) return { ok: false, cause: 'no-file', said: 'a revision does not begin with a hyphen' };
  const { spawnSync } = await import('node:child_process');
  // git means a bare path from the top of the repository, and one that begins with ./ from the folder it runs in.
  const here = path.isAbsolute(name) ? `./${path.relative(process.cwd(), name)}` : name;
  const run = readGitBlob(spawnSync, `${revision}:${here.replaceAll(path.sep, '/')}`, limit);
  if (run.bytes !== null) return { ok: true, bytes: run.bytes };
  if (run.error !== undefined) return { ok: false, cause: 'no-git', said: run.error.message };
  const isOutside = run.said.includes('not a git repository');
  return { ok: false, cause: isOutside ? 'no-repository' : 'no-file', said: run.said };
}

/** The files of a folder in a git revision, each read when it is asked for. */
export async function openGitFolder(revision: string, folder: string): Promise<RubricFiles | null> {
  if (revision.startsWith('-')) return null;
  const { spawnSync } = await import('node:child_process');
  const env = buildGitEnvironment();
  const git = (...args: readonly string[]): string | null => {
    const run = spawnSync('git', args, { env, maxBuffer: 2 ** 26, encoding: 'utf8' });
    return run.status === 0 ? run.stdout : null;
  };
  const here = path.relative(process.cwd(), path.resolve(folder)).replaceAll(path.sep, '/');
  const listed = git('ls-tree', '-r', '-z', '--name-only', '--full-tree', `${revision}:./${here}`);
  if (listed === null) return null;
  const names = listed.split('\0').filter((name) => name !== '');
  return {
    list: () => names,
    read(name) {
      const at = path.posix.normalize(path.posix.join(here, name));
      const { bytes } = readGitBlob(spawnSync, `${revision}:./${at}`, MAX_BYTES + 1);
      return bytes === null ? null : decodeText(bytes, name);
    },
  };
}

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
function buildGitEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
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
function runGit(spawn: typeof spawnSync, args: readonly string[], limit: number, input = ''): GitRun {
  const run = spawn('git', args, { maxBuffer: limit + 1, env: buildGitEnvironment(process.env), input });
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

/** The day of the commit that is checked out. A committer has no say in it where a server makes the merge that a pipeline checks. */
export async function readGitDay(): Promise<string | null> {
  const { spawnSync } = await import('node:child_process');
  const run = runGit(spawnSync, ['cat-file', 'commit', 'HEAD'], 2 ** 16);
  const seconds = run.ok ? /^committer .* (\d{1,11}) [+-]\d{4}$/m.exec(run.bytes.toString('utf8'))?.[1] : undefined;
  return seconds === undefined ? null : new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
}

/** The name of a folder as git takes it in `REV:./name`. */
function nameFromHere(folder: string): string {
  return path.relative(process.cwd(), path.resolve(folder)).replaceAll(path.sep, '/');
}

/** Bytes of files that git prints in one run. */
const MOST_BYTES_A_RUN = 2 ** 25;

/** The files in what `git ls-tree -z` prints, each with its object; links and submodules are not among them. */
function parseTree(printed: string): ReadonlyMap<string, string> {
  return new Map(
    printed.split('\0').flatMap((line): readonly [string, string][] => {
      const [, object, name] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return object === undefined || name === undefined ? [] : [[name, object]];
    }),
  );
}

/** The texts of objects in what `git cat-file --batch` prints, by object. */
function parseBatch(bytes: Buffer): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const [object = '', , size] = bytes.toString('utf8', at, end).split(' ');
    const next = end + 1 + Number(size);
    texts.set(object, bytes.toString('utf8', end + 1, next).replace(/^\ufeff/, ''));
    at = next + 1;
  }
  return texts;
}

/** The wanted text files below a folder in a git revision, at most as large as a description. */
export async function readGitTexts(
  revision: string,
  folder: string,
  isWanted: (name: string) => boolean,
): ReturnType<Host['gitTexts']> {
  const { spawnSync } = await import('node:child_process');
  const tree = `${revision}:./${nameFromHere(folder)}`;
  const listed = runGit(spawnSync, ['ls-tree', '-r', '-z', '--full-tree', tree], 2 ** 26);
  if (!listed.ok) return listed;
  const files = [...parseTree(listed.bytes.toString('utf8'))].filter(([name]) => isWanted(name));
  const toInput = (objects: readonly string[]) => objects.map((object) => `${object}\n`).join('');
  const objects = files.map(([, object]) => object);
  const sized = runGit(spawnSync, ['cat-file', '--batch-check'], 2 ** 26, toInput(objects));
  const sizes = sized.ok ? sized.bytes.toString('utf8').split('\n') : [];
  if (!sized.ok || sizes.some((line) => line.endsWith(' missing')))
    return { ok: false, cause: 'unreadable', said: 'this clone lacks the content of some files there' };
  const wanted = objects.map((object, at) => ({ object, size: Number(sizes[at]?.split(' ')[2]) }));
  const small = wanted.filter(({ size }) => size <= MAX_BYTES);
  const texts = new Map<string, string>();
  for (let at = 0; at < small.length; ) {
    let [end, size] = [at, 0];
    for (; end < small.length && size < MOST_BYTES_A_RUN; end += 1) size += small[end]?.size ?? 0;
    const input = toInput(small.slice(at, end).map(({ object }) => object));
    const run = runGit(spawnSync, ['cat-file', '--batch'], 2 * MOST_BYTES_A_RUN, input);
    if (!run.ok) return run;
    for (const [object, text] of parseBatch(run.bytes)) texts.set(object, text);
    at = end;
  }
  const found = files.flatMap(([name, object]): readonly [string, string][] => {
    const text = texts.get(object);
    return text === undefined ? [] : [[name, text]];
  });
  return { ok: true, texts: new Map(found) };
}

/** The files of a folder in a git revision, each read when it is asked for. */
export async function openGitFolder(revision: string, folder: string): ReturnType<Host['gitFolder']> {
  if (revision.startsWith('-')) return HYPHEN;
  const { spawnSync } = await import('node:child_process');
  const here = nameFromHere(folder);
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

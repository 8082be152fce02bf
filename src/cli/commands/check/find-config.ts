import type { ConfigRead } from '../../../check/config/read-config.ts';
import { CONFIG_NAMES, toSlashes } from '../../../input/text/expand-paths.ts';
import { quoteForShell } from '../../../input/text/quote.ts';
import { decodeText, explainUnreadable, MAX_BYTES, readFileBeside } from '../../../input/text/read-text.ts';
import type { Outcome } from '../../../model/diagnostic.ts';
import { escapeForTerminal } from '../../../report/writers/escape-for-terminal.ts';
import type { GitRefusal, Host } from '../../host.ts';
import { UsageError } from '../../usage-error.ts';
import { CHECK_EXAMPLE } from './signature.ts';

const EXAMPLE = `${CHECK_EXAMPLE} --base origin/main`;

/** Folders above this one are not looked into: no path has that many parts. */
const MAX_FOLDERS_UP = 64;

/** True where something has the name, and the system allows to look. */
export function isThere(name: string, { disk }: Host): boolean {
  try {
    return disk.stat(name) !== null;
  } catch {
    return false;
  }
}

/** What stands before the names of a folder and of those above it, such as `''` and `../`, up to the one that holds `.git`, or the root. */
function listPrefixesUp(host: Host): readonly string[] {
  const prefixes: string[] = [];
  for (let prefix = ''; prefixes.length < MAX_FOLDERS_UP; prefix = `${prefix}../`) {
    prefixes.push(prefix);
    if (host.disk.stat(`${prefix}.git`) !== null || host.isSameFile(prefix === '' ? '.' : prefix, `${prefix}..`)) break;
  }
  return prefixes;
}

/** The top of the repository around a folder as a name from here, or this folder where there is no repository. */
export function findRepositoryTop(host: Host): string {
  const last = listPrefixesUp(host).at(-1) ?? '';
  return host.disk.stat(`${last}.git`) === null || last === '' ? '.' : last.replace(/\/$/, '');
}

/**
 * Ends a check whose base git cannot read: to go on without it would let a change lower its own bar. The example is the command that
 * fixes it. @param name the file that the revision has and this clone does not; none for the revision itself.
 */
export function refuseBase(revision: string, { cause, said }: GitRefusal, name?: string): never {
  const what = name === undefined ? revision : `${name} at ${revision}`;
  const hint = cause === 'shallow' ? '. This clone is shallow; in GitHub Actions, set `fetch-depth: 0`' : '';
  throw new UsageError(
    escapeForTerminal(`--base: git cannot read ${what}: ${said}${hint}`),
    escapeForTerminal(nameRemedy(revision, { cause, said }, name)),
  );
}

/** The command that lets git read a base: it fetches the content of a partial clone where it is shown. */
function nameRemedy(
  revision: string,
  { cause, said }: Pick<GitRefusal, 'cause' | 'said'>,
  name: string | undefined,
): string {
  if (cause === 'no-git' || cause === 'no-repository') return EXAMPLE;
  if (cause === 'owner')
    return `git config --global --add safe.directory ${quoteForShell(/'(.+)'/.exec(said)?.[1] ?? '.')}`;
  if (cause === 'unreadable' && said.includes('lacks the content')) return `git diff --stat ${revision}`;
  if (cause === 'unreadable')
    return name === undefined ? `git ls-tree -r ${revision}` : `git show ${revision}:./${name}`;
  const [, remote, branch] = /^(origin|upstream)\/(.+)$/.exec(revision) ?? [];
  if (branch !== undefined) return `git fetch ${remote} ${branch}:refs/remotes/${revision}`;
  return cause === 'shallow' ? 'git fetch --unshallow' : `git fetch origin ${revision}`;
}

function readTextBeside(name: string, { disk }: Host): Outcome<string> | null {
  try {
    const bytes = readFileBeside(name, MAX_BYTES + 1, disk);
    return bytes === null ? null : decodeText(bytes, name);
  } catch (error) {
    return { ok: false, problems: [explainUnreadable(name, error)] };
  }
}

/** A text at a name, on the disk or in a git revision. null where there is none. @throws UsageError where git cannot tell. */
export async function readTextAt(
  name: string,
  revision: string | undefined,
  host: Host,
): Promise<Outcome<string> | null> {
  if (revision === undefined) return readTextBeside(name, host);
  const shown = await host.gitShow(revision, /^\.{0,2}\//.test(name) ? name : `./${name}`, MAX_BYTES + 1);
  if (shown.ok) return decodeText(shown.bytes, name);
  return shown.cause === 'no-file' ? null : refuseBase(revision, shown, name);
}

/**
 * The config that counts here: the named one, else the nearest upward to the top of the repository; null where there is none. With
 * a `revision` it is read from there, so that a change can't lower its own bar. A named one that is missing is `undefined`.
 */
export async function findConfig(
  named: string | undefined,
  revision: string | undefined,
  host: Host,
): Promise<ConfigRead | null | undefined> {
  const read = async (text: Outcome<string>, name: string): Promise<ConfigRead> =>
    text.ok
      ? (await import('../../../check/config/read-config.ts')).readConfig(text.value, name)
      : { ...text, partial: null };
  if (named !== undefined) {
    const name = toSlashes(named, host.disk);
    const text = await readTextAt(name, revision, host);
    return text === null ? undefined : read(text, name);
  }
  for (const prefix of listPrefixesUp(host)) {
    for (const name of CONFIG_NAMES) {
      const text = await readTextAt(`${prefix}${name}`, revision, host);
      if (text !== null) return read(text, `${prefix}${name}`);
    }
  }
  return null;
}

/** A name that stands in a file, such as a config, as a name from here; as it is where there is no file. */
export function resolveBeside(file: string | null, name: string): string {
  if (file === null || /^(?:[\\/]|[A-Za-z]:[\\/])/.test(name)) return name;
  const cut = file.lastIndexOf('/');
  return cut === -1 ? name : `${file.slice(0, cut)}/${name}`;
}

import type { Problem } from '../../model/diagnostic.ts';
import { findNearest } from '../problems/find-nearest.ts';
import type { Disk, DiskEntry } from './disk.ts';
import { inferFormat } from './front-matter.ts';
import { createFileProblem, getErrorCode } from './read-text.ts';

/** Names of a config file; the first that exists counts. */
export const CONFIG_NAMES = ['demandfit.config.yaml', 'demandfit.config.yml', 'demandfit.config.json'] as const;

/** True for a file, named with `/`, that is a config by its name, and so not a description. */
export function isConfigFile(file: string): boolean {
  return CONFIG_NAMES.some((name) => file === name || file.endsWith(`/${name}`));
}

/** The argument for standard input. */
export const STDIN = '-';

/** True where standard input is named beside something else, which is a usage error: its text has no end of its own. */
export function mixesStdin(paths: readonly string[]): boolean {
  return paths.includes(STDIN) && paths.length > 1;
}

const WHY_NOTHING = 'With nothing to read, a check would pass whatever happens.';

/** Bytes that show whether Markdown is meant as a memo. */
const HEAD_BYTES = 64;

/** The name with `/` between its parts, however the system writes it. */
export function toSlashes(path: string, { separator }: Disk): string {
  return separator === '/' ? path : path.replaceAll(separator, '/');
}

/** The name with `/` between its parts, without `./` and doubled or closing slashes. */
function normalizePath(path: string, disk: Disk): string {
  if (path === '') return '';
  const whole = toSlashes(path, disk);
  const parts = whole.replace(/(?<=.)\/+$/, '').split('/');
  const kept = parts.filter((part, index) => part !== '.' && (part !== '' || index === 0));
  return kept.join('/') || (whole.startsWith('/') ? '/' : '.');
}

/** What a path argument stands for: the files, or why there are none. */
type Expansion = { readonly files: readonly string[] } | { readonly problem: Problem };

function joinPath(folder: string, name: string): string {
  return folder === '.' ? name : folder === '/' ? `/${name}` : `${folder}/${name}`;
}

/** True for Markdown that is meant as a memo: what makes its front matter no such thing is told when it is read. */
function isMeantAsMemo(file: string, disk: Disk): boolean {
  try {
    const head = disk.readFile(file, HEAD_BYTES);
    const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
    return isUtf16 || /^(?:---|\+\+\+)/.test(new TextDecoder().decode(head).trimStart());
  } catch {
    // It is named in a problem when it is read.
    return true;
  }
}

async function expandFolder(folder: string, disk: Disk): Promise<Expansion> {
  const files = (await disk.glob('**/*.{yaml,yml,md,markdown,YAML,YML,MD,MARKDOWN}', folder))
    .map((name) => joinPath(folder, name))
    .filter((file) => !isConfigFile(file) && (inferFormat(file) === 'yaml' || isMeantAsMemo(file, disk)));
  if (files.length > 0) return { files };
  const fix = 'Name a folder with .yaml files in it, or with .md files that begin with a line of three hyphens.';
  return { problem: createFileProblem(folder, 'input/no-match', 'this folder holds no description', WHY_NOTHING, fix) };
}

async function explainMissing(path: string, disk: Disk): Promise<Expansion> {
  const cut = path.lastIndexOf('/');
  const folder = cut === -1 ? '.' : path.slice(0, cut) || '/';
  const beside = (await disk.glob('*', folder)).map((name) => joinPath(folder, name));
  const problem = createFileProblem(
    path,
    'input/not-found',
    'no such file or folder',
    WHY_NOTHING,
    'Check the spelling and the folder that the command runs in.',
  );
  return { problem: { ...problem, suggestion: findNearest(path, beside) } };
}

async function expandPattern(pattern: string, disk: Disk): Promise<Expansion> {
  const files = (await disk.glob(pattern, '.')).map((name) => normalizePath(name, disk));
  if (files.length > 0) return { files };
  const fix =
    'Check the pattern and the folder that the command runs in; a pattern matches files, in folders only with **.';
  return { problem: createFileProblem(pattern, 'input/no-match', 'no file matches this pattern', WHY_NOTHING, fix) };
}

function explainNoAccess(path: string, error: unknown): Expansion {
  const why = 'The system does not let this user look there.';
  const what = `the file or folder cannot be opened (${getErrorCode(error)})`;
  return {
    problem: createFileProblem(path, 'input/unreadable', what, why, 'Check the permissions of the folders above it.'),
  };
}

/** A tidy path. */
async function expandPath(path: string, disk: Disk): Promise<Expansion> {
  try {
    const entry: DiskEntry | null = path === '' ? null : disk.stat(path);
    if (entry?.kind === 'folder') return await expandFolder(path, disk);
    // What exists is meant as it is written, even where it looks like a pattern, as `[x].md` does.
    if (entry !== null) return { files: [path] };
    return await (/[*?[{]|[!+@]\(/.test(path) ? expandPattern(path, disk) : explainMissing(path, disk));
  } catch (error) {
    return explainNoAccess(path, error);
  }
}

/**
 * The files that path arguments stand for, as the user would name them, sorted by code unit and each once; with a
 * problem for every argument that stands for none. Of a folder it is every .yaml and .yml file but a config, and every .md
 * file that opens with front matter, or with what looks like it. `exclude` takes paths of the same kinds; it leaves alone a file that is named itself, and
 * matches nothing without complaint. Standard input is the caller's to read.
 */
export async function expandPaths(
  paths: readonly string[],
  disk: Disk,
  exclude: readonly string[] = [],
): Promise<{ readonly files: readonly string[]; readonly problems: readonly Problem[] }> {
  const excluded = new Set<string>();
  for (const path of exclude) {
    const expansion = await expandPath(normalizePath(path, disk), disk);
    if ('files' in expansion) for (const file of expansion.files) excluded.add(file);
  }
  const files = new Set<string>();
  const problems: Problem[] = [];
  for (const path of paths.map((argument) => normalizePath(argument, disk))) {
    const expansion = await expandPath(path, disk);
    if ('problem' in expansion) problems.push(expansion.problem);
    else for (const file of expansion.files) if (file === path || !excluded.has(file)) files.add(file);
  }
  return { files: [...files].sort(), problems };
}

import type { Problem } from '../../model/diagnostic.ts';
import { findNearest } from '../problems/find-nearest.ts';
import type { Disk, DiskEntry } from './disk.ts';
import { inferFormat } from './front-matter.ts';
import { quoteForShell } from './quote.ts';
import { createFileProblem, getErrorCode } from './read-text.ts';

/** Names of a config file; the first that exists counts. */
export const CONFIG_NAMES = ['demandfit.config.yaml', 'demandfit.config.yml', 'demandfit.config.json'] as const;

/** True for a file, named with `/`, that is a config by its name, and so not a description. */
export function isConfigFile(file: string): boolean {
  return CONFIG_NAMES.some((name) => file === name || file.endsWith(`/${name}`));
}

export const STDIN = '-';

/** True if standard input is combined with other paths, which is a usage error. */
export function mixesStdin(paths: readonly string[]): boolean {
  return paths.includes(STDIN) && paths.length > 1;
}

const WHY_NO_MATCH = 'A path that matches nothing is not skipped silently.';

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

/** The files that a path argument matches, with the texts in its directory that have no answers, or why it matches none. */
type Expansion =
  | { readonly files: readonly string[]; readonly documents?: readonly string[] }
  | { readonly problem: Problem };

/** A pattern of the files in a directory with one of these extensions, in small or capital letters. */
function toPattern(extensions: readonly string[]): string {
  return `**/*.{${[...extensions, ...extensions.map((extension) => extension.toUpperCase())].join(',')}}`;
}

function joinPath(folder: string, name: string): string {
  return folder === '.' ? name : folder === '/' ? `/${name}` : `${folder}/${name}`;
}

/** True for Markdown that is meant as a memo, even if its front matter turns out to be malformed. */
function isMeantAsMemo(file: string, disk: Disk): boolean {
  try {
    const head = disk.readFile(file, HEAD_BYTES);
    const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
    return isUtf16 || /^(?:---|\+\+\+)/.test(new TextDecoder().decode(head).trimStart());
  } catch {
    // Reading it will report the problem.
    return true;
  }
}

/** The problem of a directory where nothing has answers. */
export function explainOnlyDocuments(folder: string, first: string, count: number): Problem {
  const what = `no descriptions here, only ${count === 1 ? 'a document' : `${count} documents`} without answers`;
  const fix = `Read one: \`demandfit read ${quoteForShell(first)}\`. Answer its questions: \`demandfit init ${quoteForShell(first)}\`.`;
  return createFileProblem(folder, 'input/no-match', what, WHY_NO_MATCH, fix);
}

async function expandFolder(folder: string, disk: Disk): Promise<Expansion> {
  const files = (await disk.glob(toPattern(['yaml', 'yml', 'md', 'markdown']), folder))
    .map((name) => joinPath(folder, name))
    .filter((file) => !isConfigFile(file));
  const isMeant = (file: string) => inferFormat(file) === 'yaml' || isMeantAsMemo(file, disk);
  const meant = files.filter(isMeant);
  if (meant.length > 0) return { files: meant, documents: files.filter((file) => !isMeant(file)) };
  const [first] = [...files].sort();
  if (first !== undefined) return { problem: explainOnlyDocuments(folder, first, files.length) };
  const fix = 'Name a directory with .yaml files in it, or with .md files that begin with a line of three hyphens.';
  const what = 'no descriptions in this directory';
  return { problem: createFileProblem(folder, 'input/no-match', what, WHY_NO_MATCH, fix) };
}

async function explainMissing(path: string, disk: Disk): Promise<Expansion> {
  const cut = path.lastIndexOf('/');
  const folder = cut === -1 ? '.' : path.slice(0, cut) || '/';
  const beside = (await disk.glob('*', folder)).map((name) => joinPath(folder, name));
  const fix = 'Check the spelling and the current directory.';
  const problem = createFileProblem(path, 'input/not-found', 'no such file or directory', WHY_NO_MATCH, fix);
  return { problem: { ...problem, suggestion: findNearest(path, beside) } };
}

async function expandPattern(pattern: string, disk: Disk): Promise<Expansion> {
  const files = (await disk.glob(pattern, '.')).map((name) => normalizePath(name, disk));
  if (files.length > 0) return { files };
  const fix = 'Check the glob and the current directory; a glob matches files, and in subdirectories only with **.';
  return { problem: createFileProblem(pattern, 'input/no-match', 'no file matches this glob', WHY_NO_MATCH, fix) };
}

function explainNoAccess(path: string, error: unknown): Expansion {
  const what = `the path cannot be opened (${getErrorCode(error)})`;
  const fix = 'Check the permissions of the directories above it.';
  return { problem: createFileProblem(path, 'input/unreadable', what, 'The system denies access to it.', fix) };
}

/** A tidy path. */
async function expandPath(path: string, disk: Disk): Promise<Expansion> {
  try {
    const entry: DiskEntry | null = path === '' ? null : disk.stat(path);
    if (entry?.kind === 'folder') return await expandFolder(path, disk);
    // A path that exists is taken literally, even if it looks like a glob, as `[x].md` does.
    if (entry !== null) return { files: [path] };
    return await (/[*?[{]|[!+@]\(/.test(path) ? expandPattern(path, disk) : explainMissing(path, disk));
  } catch (error) {
    return explainNoAccess(path, error);
  }
}

/** Path arguments as the files that they match. */
export interface ExpandedPaths {
  /** As the user would name them. */
  readonly files: readonly string[];
  /** Those of them that an argument names itself, where the others lie in a directory or match a glob. */
  readonly named: ReadonlySet<string>;
  /** Markdown without front matter in the directories, which is not among the files. */
  readonly documents: readonly string[];
  /** One for every argument that matches nothing. */
  readonly problems: readonly Problem[];
}

/**
 * The files that path arguments match, sorted by code unit and each once. A directory matches every .yaml and .yml file in
 * it but a config, and every .md file that opens with front matter, or with what looks like it. `exclude` takes paths of
 * the same kinds; it does not apply to a file that is named itself, and may match nothing. Standard input is the caller's to read.
 */
export async function expandPaths(
  paths: readonly string[],
  disk: Disk,
  exclude: readonly string[] = [],
): Promise<ExpandedPaths> {
  const excluded = new Set<string>();
  for (const path of exclude) {
    const expansion = await expandPath(normalizePath(path, disk), disk);
    if ('problem' in expansion) continue;
    for (const file of [...expansion.files, ...(expansion.documents ?? [])]) excluded.add(file);
  }
  const files = new Set<string>();
  const named = new Set<string>();
  const documents = new Set<string>();
  const problems: Problem[] = [];
  for (const path of paths.map((argument) => normalizePath(argument, disk))) {
    const expansion = await expandPath(path, disk);
    if ('problem' in expansion) {
      problems.push(expansion.problem);
      continue;
    }
    for (const file of expansion.files) if (file === path || !excluded.has(file)) files.add(file);
    for (const file of expansion.documents ?? []) if (!excluded.has(file)) documents.add(file);
    if (expansion.files[0] === path) named.add(path);
  }
  return { files: [...files].sort(), named, documents: [...documents].sort(), problems };
}

/**
 * The documents of one case that path arguments match, in the order of the arguments and each once; a directory matches
 * every file in it with one of the extensions.
 */
export async function expandDocumentPaths(
  paths: readonly string[],
  extensions: readonly string[],
  disk: Disk,
): Promise<Pick<ExpandedPaths, 'files' | 'problems'>> {
  const files = new Set<string>();
  const problems: Problem[] = [];
  for (const path of paths.map((argument) => normalizePath(argument, disk))) {
    const isFolder = path !== '' && isDirectory(path, disk);
    const names = isFolder ? await disk.glob(toPattern(extensions), path) : [];
    const expansion = isFolder
      ? { files: names.map((name) => joinPath(path, name)).sort() }
      : await expandPath(path, disk);
    if ('problem' in expansion) problems.push(expansion.problem);
    else if (expansion.files.length > 0) for (const file of expansion.files) files.add(file);
    else {
      const fix = `Name a directory with documents in it: ${extensions.map((extension) => `.${extension}`).join(', ')}.`;
      problems.push(createFileProblem(path, 'input/no-match', 'no documents in this directory', WHY_NO_MATCH, fix));
    }
  }
  return { files: [...files], problems };
}

function isDirectory(path: string, disk: Disk): boolean {
  try {
    return disk.stat(path)?.kind === 'folder';
  } catch {
    // Expanding it reports why the system forbids to look.
    return false;
  }
}

import type { Problem } from '../../model/diagnostic.ts';
import { LOCK_NAME } from '../../model/sight.ts';
import { describeSkipped, type SkippedPath, type SkipReason } from '../../model/skipped.ts';
import { findNearest } from '../problems/find-nearest.ts';
import type { Disk, DiskEntry, DiskItem } from './disk.ts';
import { MEMO_EXTENSIONS } from './front-matter.ts';
import type { PathPattern } from './path-pattern.ts';
import { quoteForShell } from './quote.ts';
import { createFileProblem, getErrorCode } from './read-text.ts';

/** Names of a config file; the first that exists counts. */
export const CONFIG_NAMES = ['demandfit.config.yaml', 'demandfit.config.yml', 'demandfit.config.json'] as const;

/** True for a file, named with `/`, that is a config or a lock file by its name, and so not a description. */
export function isConfigFile(file: string): boolean {
  return [...CONFIG_NAMES, LOCK_NAME].some((name) => file === name || file.endsWith(`/${name}`));
}

export const STDIN = '-';

/** True if standard input is combined with other paths, which is a usage error. */
export function mixesStdin(paths: readonly string[]): boolean {
  return paths.includes(STDIN) && paths.length > 1;
}

const WHY_NO_MATCH = 'A path that matches nothing is not skipped silently.';

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

/** Extensions of descriptions, without the dot. */
const EXTENSIONS = ['yaml', 'yml', ...MEMO_EXTENSIONS];

/** True for a name with one of the extensions, in small or capital letters. */
function hasExtension(file: string, extensions: readonly string[]): boolean {
  const extension = /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase();
  return extension !== undefined && extensions.includes(extension);
}

/** True for a name that a description in a folder may have. */
export function isDescriptionName(file: string): boolean {
  return hasExtension(file, EXTENSIONS) && !isConfigFile(file);
}

function getFolder(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut === -1 ? '.' : path.slice(0, cut) || '/';
}

function joinPath(folder: string, name: string): string {
  return folder === '.' ? name : folder === '/' ? `/${name}` : `${folder}/${name}`;
}

/** What lies below a folder: files, and what is not read with the reason. A folder is named with a closing slash. */
interface FoundPath {
  readonly file: string;
  readonly reason: SkipReason | null;
}

/** Folders that hold nothing of the user's own. */
const FOREIGN_FOLDERS = ['.git', 'node_modules'];

/** True where a path is in a folder, or in one below it. Both are whole paths. */
export function isInside(path: string, folder: string, { separator }: Disk): boolean {
  return path.startsWith(folder.endsWith(separator) ? folder : `${folder}${separator}`);
}

/** What lies in a folder; nothing where the system forbids to look. */
export function listFolder(folder: string, disk: Disk): readonly DiskItem[] {
  try {
    return disk.list(folder);
  } catch {
    return [];
  }
}

/**
 * All that lies below a folder, in order of names. Links to files within one of the `trees` are followed, linked folders never.
 * Folders that may not be listed are put into `problems`.
 */
export function* walkFolder(
  folder: string,
  disk: Disk,
  { trees, entersHidden }: { readonly trees: readonly string[]; readonly entersHidden: boolean },
  problems: Problem[],
): Generator<FoundPath> {
  let items: readonly DiskItem[] = [];
  try {
    items = [...disk.list(folder)].sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    problems.push(explainNoAccess(folder, error, 'Check its permissions.'));
  }
  for (const { name, kind, isLink } of items) {
    if (FOREIGN_FOLDERS.includes(name)) continue;
    const file = joinPath(folder, name);
    const isHidden = name.startsWith('.');
    if (kind === 'folder' && !isLink && (!isHidden || entersHidden))
      yield* walkFolder(file, disk, { trees, entersHidden }, problems);
    else if (kind === 'folder') yield { file: `${file}/`, reason: isLink ? 'link' : 'hidden' };
    else if (isHidden) yield { file, reason: 'hidden' };
    else if (kind === 'other') yield { file, reason: isLink ? 'link' : 'not-a-file' };
    else if (isLink && !trees.some((tree) => isInside(disk.realPath(file), tree, disk))) yield { file, reason: 'link' };
    else yield { file, reason: null };
  }
}

/** The files that a path argument matches, with what is skipped, or why it matches none. */
interface Expansion {
  readonly files: readonly string[];
  readonly skipped: readonly SkippedPath[];
  readonly problems: readonly Problem[];
}

function refuse(problem: Problem): Expansion {
  return { files: [], skipped: [], problems: [problem] };
}

/** Which paths count, besides the arguments. */
export interface ExpandOptions {
  /** True for a path that folders and globs leave out. */
  readonly isExcluded?: (file: string) => boolean;
  /** The folder within which links are followed; the current one by default. */
  readonly top?: string;
}

/** Walks to the files of a folder or glob. @param match what a path is to the argument. @param explain why it matches nothing. */
function collectFiles(
  { base, namesHidden, match }: PathPattern,
  disk: Disk,
  { isExcluded = () => false, top = '.' }: ExpandOptions,
  explain: (skipped: readonly SkippedPath[]) => Problem,
): Expansion {
  const trees = [base, top].map((name) => disk.realPath(name));
  const problems: Problem[] = [];
  const files: string[] = [];
  const skipped: SkippedPath[] = [];
  for (const { file, reason } of walkFolder(base, disk, { trees, entersHidden: namesHidden }, problems)) {
    const matched = match(file.replace(/\/$/, ''));
    if (matched === null || (matched === 'within' && !file.endsWith('/') && !isDescriptionName(file))) continue;
    if (isExcluded(file)) skipped.push({ file, reason: 'excluded' });
    else if (reason === null || (reason === 'hidden' && namesHidden && matched === 'itself')) files.push(file);
    else if (reason !== 'hidden' || matched === 'within') skipped.push({ file, reason });
  }
  const isEmpty = files.length === 0 && problems.length === 0 && !skipped.some(({ reason }) => reason === 'excluded');
  return { files, skipped, problems: isEmpty ? [explain(skipped)] : problems };
}

/** The problem of a folder where nothing has answers. */
export function explainNoDescription(folder: string, skipped: readonly SkippedPath[]): Problem {
  const first = skipped.find(({ reason }) => reason === 'no-answers')?.file;
  const what =
    skipped.length === 0
      ? 'no descriptions in this directory'
      : `no descriptions here, only ${describeSkipped(skipped)}`;
  const fix =
    first === undefined
      ? 'Name a directory with .yaml files in it, or with .md files that begin with a line of three hyphens.'
      : `Read one: \`demandfit read ${quoteForShell(first)}\`. Answer its questions: \`demandfit init ${quoteForShell(first)}\`.`;
  return createFileProblem(folder, 'input/no-match', what, WHY_NO_MATCH, fix);
}

function explainMissing(path: string, disk: Disk): Problem {
  const folder = getFolder(path);
  const beside = isDirectory(folder, disk) ? disk.list(folder).map(({ name }) => joinPath(folder, name)) : [];
  const fix = 'Check the spelling and the current directory.';
  const problem = createFileProblem(path, 'input/not-found', 'no such file or directory', WHY_NO_MATCH, fix);
  return { ...problem, suggestion: findNearest(path, beside) };
}

function explainNoAccess(path: string, error: unknown, fix: string): Problem {
  const what = `the path cannot be opened (${getErrorCode(error)})`;
  return createFileProblem(path, 'input/unreadable', what, 'The system denies access to it.', fix);
}

/** All that lies in a folder, in place of a pattern. */
function matchAllBelow(folder: string): PathPattern {
  return { base: folder, namesHidden: false, match: () => 'within' };
}

async function expandGlob(glob: string, disk: Disk, options: ExpandOptions): Promise<Expansion> {
  const { readPathPattern } = await import('./path-pattern.ts');
  const pattern = readPathPattern(glob, (path) => disk.stat(path) !== null);
  const fix = 'Check the glob and the current directory; a glob matches files in subdirectories only with **.';
  const explain = () => createFileProblem(glob, 'input/no-match', 'no file matches this glob', WHY_NO_MATCH, fix);
  let { base } = pattern;
  // The name of a folder may be written in another form on the disk.
  while (/[^\0-\x7f]/.test(base) && !isDirectory(base, disk)) base = getFolder(base);
  return isDirectory(base, disk) ? collectFiles({ ...pattern, base }, disk, options, explain) : refuse(explain());
}

/** A tidy path. */
async function expandPath(path: string, disk: Disk, options: ExpandOptions): Promise<Expansion> {
  try {
    const entry: DiskEntry | null = path === '' ? null : disk.stat(path);
    if (entry?.kind === 'folder')
      return collectFiles(matchAllBelow(path), disk, options, (skipped) => explainNoDescription(path, skipped));
    // A path that exists is taken literally, even if it looks like a glob, as `[x].md` does.
    if (entry !== null) return { files: [path], skipped: [], problems: [] };
    // So is a name in which only the form of the letters differs from that on the disk.
    const isPattern = /[*?[{]|[!+@]\(|[^\0-\x7f]/.test(path);
    const expansion = isPattern ? await expandGlob(path, disk, options) : null;
    const isName = !/[*?[{]|[!+@]\(/.test(path);
    return expansion === null || (isName && expansion.files.length === 0)
      ? refuse(explainMissing(path, disk))
      : expansion;
  } catch (error) {
    return refuse(explainNoAccess(path, error, 'Check the permissions of the directories above it.'));
  }
}

/** Path arguments as the files that they match. */
export interface ExpandedPaths {
  /** As the user would name them. */
  readonly files: readonly string[];
  /** Those of them that an argument names itself, where the others lie in a directory or match a glob. */
  readonly named: ReadonlySet<string>;
  /** What lies in the directories, or matches a glob, and is not among the files. */
  readonly skipped: readonly SkippedPath[];
  /** One for every argument that matches nothing, and for every directory that may not be listed. */
  readonly problems: readonly Problem[];
}

/**
 * The files that path arguments match, sorted by code unit and each once, whatever is in them. A directory matches every YAML and
 * Markdown file in it but a config. Standard input is the caller's to read.
 */
export async function expandPaths(
  paths: readonly string[],
  disk: Disk,
  options: ExpandOptions = {},
): Promise<ExpandedPaths> {
  const files = new Set<string>();
  const named = new Set<string>();
  const skipped = new Map<string, SkippedPath>();
  const problems: Problem[] = [];
  for (const path of paths.map((argument) => normalizePath(argument, disk))) {
    const expansion = await expandPath(path, disk, options);
    for (const file of expansion.files) files.add(file);
    for (const one of expansion.skipped) skipped.set(one.file, one);
    problems.push(...expansion.problems);
    if (expansion.files[0] === path) named.add(path);
  }
  const left = [...skipped.values()].filter(({ file }) => !files.has(file));
  return {
    files: [...files].sort(),
    named,
    skipped: left.sort((a, b) => (a.file < b.file ? -1 : 1)),
    problems,
  };
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
    if (path === '' || !isDirectory(path, disk)) {
      const expansion = await expandPath(path, disk, {});
      for (const file of expansion.files) files.add(file);
      problems.push(...expansion.problems);
      continue;
    }
    const before = files.size + problems.length;
    for (const { file, reason } of walkFolder(
      path,
      disk,
      { trees: [disk.realPath(path)], entersHidden: false },
      problems,
    ))
      if (reason === null && hasExtension(file, extensions)) files.add(file);
    if (files.size + problems.length > before) continue;
    const fix = `Name a directory with documents in it: ${extensions.map((extension) => `.${extension}`).join(', ')}.`;
    problems.push(createFileProblem(path, 'input/no-match', 'no documents in this directory', WHY_NO_MATCH, fix));
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

import type { Problem } from '../model/problem.ts';
import type { Disk, Entry } from './disk.ts';
import { opensWithFence } from './front-matter.ts';
import { decodeText, fileProblem, reasonOf } from './read-text.ts';
import { nearest } from './suggest.ts';

/** The argument that stands for standard input. */
export const STDIN = '-';

/** True where standard input is named beside something else, which is a usage error: its text has no end of its own. */
export function mixesStdin(paths: readonly string[]): boolean {
  return paths.includes(STDIN) && paths.length > 1;
}

/** Bytes that show whether a memo opens with front matter. */
const HEAD = 64;

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The name with `/` between its parts, without `./` and doubled or closing slashes. */
function tidy(path: string, disk: Disk): string {
  const slashed = disk.separator === '/' ? path : path.replaceAll(disk.separator, '/');
  const parts = slashed.replace(/(?<=.)\/+$/, '').split('/');
  const kept = parts.filter((part, index) => part !== '.' && (part !== '' || index === 0));
  return kept.join('/') || (slashed.startsWith('/') ? '/' : '.');
}

/** What a path argument stands for: the files, or why there are none. */
type Expansion = { readonly files: readonly string[] } | { readonly problem: Problem };

function within(folder: string, name: string): string {
  return folder === '.' ? name : folder === '/' ? `/${name}` : `${folder}/${name}`;
}

function isMemoWithFence(file: string, disk: Disk): boolean {
  try {
    const head = decodeText(
      disk
        .readFile(file, HEAD)
        .map((byte) => (byte < 0x80 || byte === 0xef || byte === 0xbb || byte === 0xbf ? byte : 0x3f)),
      file,
    );
    return head.ok && opensWithFence(head.value);
  } catch {
    return true;
  }
}

function expandFolder(folder: string, disk: Disk): Expansion {
  const files = disk
    .glob('**/*.{yaml,yml,md}', folder)
    .map((name) => within(folder, name))
    .filter((file) => !file.endsWith('.md') || isMemoWithFence(file, disk));
  if (files.length > 0) return { files };
  const why = 'With nothing to read, a check would pass whatever happens.';
  const fix = 'Name a folder with .yaml files in it, or with .md files that begin with a line of three hyphens.';
  return { problem: fileProblem(folder, 'input/no-match', 'this folder holds no description', why, fix) };
}

function missing(path: string, disk: Disk): Expansion {
  const cut = path.lastIndexOf('/');
  const folder = cut === -1 ? '.' : path.slice(0, cut) || '/';
  const beside = disk.glob('*', folder).map((name) => within(folder, name));
  const why = 'With nothing to read, a check would pass whatever happens.';
  const problem = fileProblem(
    path,
    'input/not-found',
    'no such file or folder',
    why,
    'Check the spelling and the folder that the command runs in.',
  );
  return { problem: { ...problem, suggestion: nearest(path, beside) } };
}

function expandPattern(pattern: string, disk: Disk): Expansion {
  const files = disk.glob(pattern, '.');
  if (files.length > 0) return { files };
  const why = 'With nothing to read, a check would pass whatever happens.';
  const fix =
    'Check the pattern and the folder that the command runs in; a pattern matches files, in folders only with **.';
  return { problem: fileProblem(pattern, 'input/no-match', 'no file matches this pattern', why, fix) };
}

function unreadable(path: string, error: unknown): Expansion {
  const why = 'The system does not let this user look there.';
  const what = `the file or folder cannot be opened (${reasonOf(error)})`;
  return {
    problem: fileProblem(path, 'input/unreadable', what, why, 'Check the permissions of the folders above it.'),
  };
}

function expand(argument: string, disk: Disk): Expansion {
  const path = tidy(argument, disk);
  try {
    const entry: Entry | null = argument === '' ? null : disk.stat(path);
    if (entry?.kind === 'folder') return expandFolder(path, disk);
    // What exists is meant as it is written, even where it looks like a pattern, as `[x].md` does.
    if (entry !== null) return { files: [path] };
    return /[*?[\]{}()!]/.test(path) ? expandPattern(path, disk) : missing(path, disk);
  } catch (error) {
    return unreadable(path, error);
  }
}

/**
 * The files that path arguments stand for, as the user would name them, sorted by code unit and each once; with a
 * problem for every argument that stands for none. Of a folder it is every .yaml and .yml file, and every .md file that
 * opens with front matter. `exclude` takes paths of the same kinds; it leaves alone a file that is named itself.
 */
export function expandPaths(
  paths: readonly string[],
  disk: Disk,
  exclude: readonly string[] = [],
): { readonly files: readonly string[]; readonly problems: readonly Problem[] } {
  const files = new Set<string>();
  const problems: Problem[] = [];
  const filesOf = (path: string): readonly string[] => {
    const expansion = expand(path, disk);
    if ('files' in expansion) return expansion.files.map((file) => tidy(file, disk));
    return [];
  };
  const excluded = new Set(exclude.flatMap(filesOf));
  for (const path of paths) {
    const expansion = expand(path, disk);
    if ('problem' in expansion) {
      problems.push(expansion.problem);
      continue;
    }
    for (const file of expansion.files.map((name) => tidy(name, disk))) {
      if (file === tidy(path, disk) || !excluded.has(file)) files.add(file);
    }
  }
  return { files: [...files].sort(byName), problems };
}

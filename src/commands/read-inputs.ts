import type { Outcome, Problem } from '../model/problem.ts';
import { expandPaths, mixesStdin, STDIN } from '../read/inputs.ts';
import { type LocatedDescription, readDescription } from '../read/read-source.ts';
import { decodeText, MOST_BYTES, readText } from '../read/read-text.ts';
import { UsageError } from './exit.ts';
import type { Host } from './host.ts';
import { textOption } from './option-of.ts';

/** A file that could be read as YAML, under the name that the user knows. */
export interface ReadFile {
  readonly file: string;
  readonly located: LocatedDescription;
}

/** What the path arguments of a command came to, in the order of the names. */
export interface ReadInputs {
  readonly files: readonly ReadFile[];
  readonly problems: readonly Problem[];
  /** The text of a file that was read, for code frames. */
  textOf(file: string): string | null;
}

const EXAMPLE = 'demandfit score project.yaml';

function stdinName(options: Readonly<Record<string, unknown>>): string {
  return textOption(options, 'stdinFilename') ?? 'stdin.yaml';
}

/** Reads every description that the arguments name, standard input among them. @throws UsageError for arguments that clash. */
export function readInputs(
  paths: readonly string[],
  options: Readonly<Record<string, unknown>>,
  host: Host,
): ReadInputs {
  const isPiped = paths.length === 0 && !host.stdinIsTerminal;
  const named = isPiped ? [STDIN] : paths;
  if (named.length === 0)
    throw new UsageError('there is nothing to read: name a file, a folder, a pattern or -', EXAMPLE);
  if (mixesStdin(named))
    throw new UsageError(
      'standard input (-) can’t be mixed with other paths',
      `cat project.yaml | ${EXAMPLE.replace('project.yaml', '-')}`,
    );
  const fromStdin = named.includes(STDIN);
  if (!fromStdin && textOption(options, 'stdinFilename') !== undefined) {
    throw new UsageError(
      '--stdin-filename names what comes in on standard input, and none is read',
      `${EXAMPLE.replace('project.yaml', '-')} --stdin-filename project.yaml`,
    );
  }

  const texts = new Map<string, string>();
  const files: ReadFile[] = [];
  const problems: Problem[] = [];
  const take = (name: string, text: Outcome<string>): void => {
    if (!text.ok) {
      problems.push(...text.problems);
      return;
    }
    texts.set(name, text.value);
    const read = readDescription({ name, content: text.value });
    if (read.ok) files.push({ file: name, located: read.value });
    else problems.push(...read.problems);
  };
  if (fromStdin) {
    const name = stdinName(options);
    take(name, decodeText(host.readStdin(MOST_BYTES + 1), name));
  } else {
    const expanded = expandPaths(named, host.disk);
    problems.push(...expanded.problems);
    for (const file of expanded.files) take(file, readText(file, host.disk));
  }
  return { files, problems, textOf: (file) => texts.get(file) ?? null };
}

import { toDescription } from '../input/description/to-description.ts';
import { expandPaths, mixesStdin, STDIN } from '../input/text/expand-paths.ts';
import { decodeText, MAX_BYTES, readText } from '../input/text/read-text.ts';
import { readQuickly } from '../input/yaml/quick-yaml.ts';
import type { Description } from '../model/description.ts';
import type { Outcome, Problem } from '../model/diagnostic.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Host } from './host.ts';
import { UsageError } from './usage-error.ts';

/** What was read, what kept files from being descriptions, and the texts of those files for code frames. */
export interface ProblemLog {
  readonly files: string[];
  readonly problems: Problem[];
  readonly texts: Map<string, string>;
}

export function createProblemLog(): ProblemLog {
  return { files: [], problems: [], texts: new Map() };
}

const EXAMPLE = 'demandfit score project.yaml';
const PIPED = 'cat project.yaml | demandfit score - --stdin-filename project.yaml';

/** The path arguments, or standard input if there are none and something is piped in. @throws UsageError for arguments that clash. */
function resolvePathArguments(
  args: readonly string[],
  { stdinFilename: stdinName, example = EXAMPLE }: StdinOptions,
  host: Host,
): readonly string[] {
  const paths = args.length === 0 && !host.stdinIsTerminal && host.hasStdin() ? [STDIN] : args;
  if (paths.length === 0) throw new UsageError('no input: pass a file, directory, glob or -', example);
  if (mixesStdin(paths)) throw new UsageError('standard input (-) cannot be combined with other paths', PIPED);
  if (stdinName !== undefined && !paths.includes(STDIN)) {
    throw new UsageError('--stdin-filename requires standard input (-)', PIPED);
  }
  return paths;
}

/** A description, or everything that is wrong with it; what explains that is loaded only if the quick readers refuse. */
export async function parseDescription(
  name: string,
  text: Outcome<string>,
  rubric: Rubric,
): Promise<Outcome<Description>> {
  if (!text.ok) return text;
  const quick = readQuickly(name, text.value);
  const description = quick === null ? null : toDescription(quick, rubric, name);
  if (description !== null) return { ok: true, value: description };
  const { readDescription } = await import('../input/description/read-description.ts');
  const { validateDescription } = await import('../input/description/validate-description.ts');
  const read = quick === null ? readDescription({ name, content: text.value }) : { ok: true as const, value: quick };
  return read.ok ? validateDescription(read.value, rubric, name) : read;
}

/** What standard input is called, as its extension gives the format, and a right command line for a wrong one. */
export interface StdinOptions {
  readonly stdinFilename?: string | undefined;
  readonly example?: string;
}

/** The text of a file that the arguments name, or why there is none. */
export interface FileText {
  readonly file: string;
  readonly text: Outcome<string>;
}

/**
 * The text of every file that the arguments name, one at a time in the order of their names; arguments that name none are put into
 * `problemLog`. @param exclude paths that folders and patterns leave out. @throws UsageError for arguments that clash.
 */
export async function* readTexts(
  args: readonly string[],
  options: StdinOptions,
  host: Host,
  problemLog: ProblemLog,
  exclude: readonly string[] = [],
): AsyncGenerator<FileText> {
  const paths = resolvePathArguments(args, options, host);
  if (paths.includes(STDIN)) {
    const file = options.stdinFilename ?? 'stdin.yaml';
    yield { file, text: decodeText(host.readStdin(MAX_BYTES + 1), file) };
    return;
  }
  const { files, problems } = await expandPaths(paths, host.disk, exclude);
  problemLog.problems.push(...problems);
  problemLog.files.push(...files);
  for (const file of files) yield { file, text: readText(file, host.disk) };
}

/**
 * Every description that the arguments name, one at a time in the order of their names; what is wrong with the others is
 * put into `problemLog`. @param kept takes the text of each description. @throws UsageError for arguments that clash.
 */
export async function* readDescriptions(
  args: readonly string[],
  options: StdinOptions,
  rubric: Rubric,
  host: Host,
  problemLog: ProblemLog,
  kept: Map<string, string> | null = null,
): AsyncGenerator<Description> {
  for await (const { file, text } of readTexts(args, options, host, problemLog)) {
    const description = await parseDescription(file, text, rubric);
    if (description.ok) {
      if (text.ok) kept?.set(file, text.value);
      yield description.value;
      continue;
    }
    problemLog.problems.push(...description.problems);
    if (text.ok) problemLog.texts.set(file, text.value);
  }
}

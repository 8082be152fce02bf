import { toDescription } from '../input/description/to-description.ts';
import {
  type ExpandOptions,
  expandPaths,
  explainNoDescription,
  isConfigFile,
  mixesStdin,
  STDIN,
} from '../input/text/expand-paths.ts';
import {
  holdsAnswers,
  inferFormat,
  isDescriptionText,
  isMeantAsMemo,
  opensWithFence,
} from '../input/text/front-matter.ts';
import { quoteForShell } from '../input/text/quote.ts';
import { createFileProblem, decodeText, MAX_BYTES, MAX_DOCUMENT_BYTES, readText } from '../input/text/read-text.ts';
import { readQuickly } from '../input/yaml/quick-yaml.ts';
import type { Description } from '../model/description.ts';
import type { Outcome, Problem } from '../model/diagnostic.ts';
import type { Rubric } from '../model/rubric.ts';
import type { SkippedPath } from '../model/skipped.ts';
import type { Host } from './host.ts';
import { createLockReader } from './read-lock.ts';
import { UsageError } from './usage-error.ts';

/** A document without answers in the place of a description. */
export interface UnansweredDocument {
  readonly file: string;
  /** True where an argument names it, or it came on standard input; false for one of a folder or a glob. */
  readonly isNamed: boolean;
  /** What standard input had, which can be read only once. */
  readonly bytes: Uint8Array | null;
}

/** What was read, what kept files from being descriptions, and the texts of those files for code frames. */
export interface ProblemLog {
  readonly files: string[];
  readonly problems: Problem[];
  readonly texts: Map<string, string>;
  /** What is neither a description nor a problem. */
  readonly documents: UnansweredDocument[];
  /** What else folders and globs hold, and why it was not read. */
  readonly skipped: SkippedPath[];
}

export function createProblemLog(): ProblemLog {
  return { files: [], problems: [], texts: new Map(), documents: [], skipped: [] };
}

const EXAMPLE = 'demandfit score project.yaml';
const PIPED = 'cat project.yaml | demandfit score - --stdin-filename project.yaml';

/** The path arguments, or standard input if there are none and something is piped in. @throws UsageError for arguments that clash. */
export function resolvePathArguments(
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

/** The problem of a file that the program itself stumbles over; the others are still read. */
export function explainStumble(file: string, error: unknown): Problem {
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError) {
    const why = 'Reading all of it could exhaust the program.';
    return createFileProblem(file, 'input/too-much', `there is too much in this file (${said})`, why, 'Split it.');
  }
  const why = 'This is a fault of the program, and not of the file.';
  return createFileProblem(file, 'input/fault', `this file cannot be read (${said})`, why, 'Report it, with the file.');
}

/** A description, or everything that is wrong with it; what explains that is loaded only if the quick readers refuse. */
export async function parseDescription(
  name: string,
  text: Outcome<string>,
  rubric: Rubric,
): Promise<Outcome<Description>> {
  if (!text.ok) return text;
  try {
    return await parseText(name, text.value, rubric);
  } catch (error) {
    return { ok: false, problems: [explainStumble(name, error)] };
  }
}

async function parseText(name: string, text: string, rubric: Rubric): Promise<Outcome<Description>> {
  const quick = readQuickly(name, text);
  const description = quick === null ? null : toDescription(quick, rubric, name);
  if (description !== null) return { ok: true, value: description };
  const { readDescription } = await import('../input/description/read-description.ts');
  const { validateDescription } = await import('../input/description/validate-description.ts');
  const read = quick === null ? readDescription({ name, content: text }) : { ok: true as const, value: quick };
  return read.ok ? validateDescription(read.value, rubric, name) : read;
}

/** What standard input is called, as its extension gives the format, and a right command line for a wrong one. */
export interface StdinOptions {
  readonly stdinFilename?: string | undefined;
  readonly example?: string;
}

/** Which files are read, and what becomes of documents. */
export interface TextOptions extends StdinOptions, ExpandOptions {
  /** True for a file that is left out though it is named. */
  readonly isLeftOut?: (file: string) => boolean;
  /** True where a document without answers is put into the log; else one that is named is a problem. */
  readonly takesDocuments?: boolean;
  /** True where the arguments are whatever changed, as a hook gives them: a document is then passed over as in a folder. */
  readonly forceExclude?: boolean;
}

/** The text of a file that the arguments name, or why there is none. */
export interface FileText {
  readonly file: string;
  readonly text: Outcome<string>;
}

/** Bytes in which the keys of a description are looked for where a file is not one as a whole. */
const HEAD_BYTES = 65_536;

/** The first part of a file in whatever encoding, to see what it is meant as. */
function readHead(file: string, { disk }: Host): string {
  try {
    const bytes = disk.readFile(file, HEAD_BYTES);
    const order = bytes[0] === 0xff && bytes[1] === 0xfe ? 'le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'be' : null;
    return new TextDecoder(order === null ? 'utf-8' : `utf-16${order}`).decode(bytes);
  } catch {
    return '';
  }
}

/** True for a file of a folder or glob that is not a description; one that may not be read could be. */
function isOther(file: string, text: Outcome<string>, dimensions: readonly string[], host: Host): boolean {
  if (text.ok) return !isDescriptionText(file, text.value, dimensions);
  const [problem] = text.problems;
  return problem?.code !== 'input/unreadable' && !isDescriptionText(file, readHead(file, host), dimensions);
}

/** True for prose that is named in the place of a description, by its name and what is in it. @param hasName false where the name is not the user's. */
function isUnanswered(file: string, hasName: boolean, text: Outcome<string>, dimensions: readonly string[]): boolean {
  const isMarkdown = inferFormat(file) === 'memo';
  const isYaml = hasName && /\.(?:ya?ml|json)$/i.test(file);
  if (!text.ok) {
    const code = text.problems[0]?.code;
    return code === 'input/not-text' || (!isYaml && (code === 'input/too-large' || code === 'input/not-utf8'));
  }
  if (isMarkdown) return !isMeantAsMemo(text.value, dimensions);
  if (/\.(?:html?|xhtml)$/i.test(file)) return true;
  const isMeant =
    isYaml || text.value.trim() === '' || text.value.startsWith('{') || holdsAnswers(text.value, dimensions);
  // What has nothing but keys and lists is YAML, though of something else.
  return !isMeant && /^(?![\w"'-]+[ \t]*:(?:\s|$)|[-#{}[\]]|\.\.\.)\S/m.test(text.value);
}

function explainUnanswered(file: string, text: Outcome<string>): Problem {
  const hasMatter = text.ok && inferFormat(file) === 'memo' && opensWithFence(text.value);
  const what = hasMatter ? 'the front matter is not that of a description' : 'the document has no answers';
  const why = 'Only a description has a verdict: YAML, or Markdown with answers at its top.';
  const name = quoteForShell(file);
  const fix = `Answer its questions: \`demandfit init ${name}\`. Read it: \`demandfit read ${name}\`.`;
  const at = text.ok ? { line: 1, column: 1, endLine: 1, endColumn: 2 } : null;
  return { ...createFileProblem(file, 'input/no-answers', what, why, fix), at };
}

/**
 * The text of every description, valid or not, that the arguments name, one at a time in the order of their names; arguments
 * that name none, and documents without answers, are put into `problemLog`. @throws UsageError for arguments that clash.
 */
export async function* readTexts(
  args: readonly string[],
  options: TextOptions,
  rubric: Rubric,
  host: Host,
  problemLog: ProblemLog,
): AsyncGenerator<FileText> {
  const { stdinFilename, isLeftOut = () => false, takesDocuments = false, forceExclude = false } = options;
  const { problems, documents, skipped } = problemLog;
  const paths = resolvePathArguments(args, options, host);
  const dimensions = rubric.dimensions.map(({ id }) => id);
  const refuse = (file: string, text: Outcome<string>, bytes: Uint8Array | null) => {
    if (takesDocuments) documents.push({ file, isNamed: true, bytes });
    else if (text.ok || text.problems[0]?.code !== 'input/not-text') problems.push(explainUnanswered(file, text));
    else problems.push(...text.problems);
  };
  if (paths.includes(STDIN)) {
    const bytes = host.readStdin((takesDocuments ? MAX_DOCUMENT_BYTES : MAX_BYTES) + 1);
    const file = stdinFilename ?? 'stdin.yaml';
    const text = decodeText(bytes, file);
    if (isUnanswered(file, stdinFilename !== undefined, text, dimensions))
      refuse(stdinFilename ?? 'stdin', text, bytes);
    else yield { file, text };
    return;
  }
  const expanded = await expandPaths(paths, host.disk, options);
  problems.push(...expanded.problems);
  problemLog.files.push(...expanded.files);
  skipped.push(...expanded.skipped);
  let isEmpty = true;
  for (const file of expanded.files) {
    if (isLeftOut(file)) {
      if (!isConfigFile(file)) skipped.push({ file, reason: 'excluded' });
      continue;
    }
    const text = readText(file, host.disk);
    const isNamed = expanded.named.has(file) && !forceExclude;
    if (!isNamed && isOther(file, text, dimensions, host)) {
      const isYaml = inferFormat(file) === 'yaml';
      skipped.push({ file, reason: isYaml ? 'other-yaml' : 'no-answers' });
      if (takesDocuments && !isYaml) documents.push({ file, isNamed: false, bytes: null });
    } else {
      isEmpty = false;
      if (isNamed && isUnanswered(file, true, text, dimensions)) refuse(file, text, null);
      else yield { file, text };
    }
  }
  if (isEmpty && !forceExclude && problems.length === 0 && skipped.some(({ reason }) => reason !== 'excluded')) {
    documents.length = 0;
    problems.push(explainNoDescription(paths[0] ?? '.', skipped.splice(0)));
  }
}

/**
 * Every description that the arguments name, one at a time in the order of their names; what is wrong with the others is
 * put into `problemLog`. @param kept takes the text of each description. @throws UsageError for arguments that clash.
 */
export async function* readDescriptions(
  args: readonly string[],
  options: TextOptions,
  rubric: Rubric,
  host: Host,
  problemLog: ProblemLog,
  kept: Map<string, string> | null = null,
): AsyncGenerator<Description> {
  const locks = createLockReader(host, rubric);
  for await (const { file, text } of readTexts(args, options, rubric, host, problemLog)) {
    const description = await parseDescription(file, text, rubric);
    if (description.ok) {
      const seen = await locks.add(description.value, file, problemLog.problems);
      if (seen === null) continue;
      if (text.ok) kept?.set(file, text.value);
      yield seen;
      continue;
    }
    problemLog.problems.push(...description.problems);
    if (text.ok) problemLog.texts.set(file, text.value);
  }
}

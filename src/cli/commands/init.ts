import { addEntries, type DescriptionEntry } from '../../init/add-entries.ts';
import { beginDescription, type InitInput, listHeadEntries } from '../../init/begin-description.ts';
import type { MemoHints } from '../../init/hint.ts';
import { readText } from '../../input/text/read-text.ts';
import type { Description } from '../../model/description.ts';
import type { Problem } from '../../model/diagnostic.ts';
import type { Rubric } from '../../model/rubric.ts';
import { escapeForTerminal } from '../../report/writers/escape-for-terminal.ts';
import type { Command } from '../command.ts';
import { explainWriteError } from '../explain-write-error.ts';
import type { Host } from '../host.ts';
import { RUBRIC } from '../line/common-options.ts';
import { DONE, type RunResult, UsageError } from '../line/exit.ts';
import { quoteForShell } from '../line/quote-for-shell.ts';
import { hasFlag, readTextOption } from '../line/read-options.ts';
import { resolveRenderOptions } from '../line/render-options.ts';
import { parseDescription } from '../read-descriptions.ts';
import { reportProblems } from '../report-problems.ts';
import { selectRubric } from '../select-rubric.ts';
import { INIT_EXAMPLE, readInitInput, refuseInitInput } from './init/options.ts';

/** Where it is written unless told. */
const DEFAULT_FILE = 'project.yaml';

type InitOptions = Readonly<Record<string, unknown>>;

/** The file to write: the one named, else one beside the memo or the usual one. @throws UsageError for a name of no YAML file. */
function chooseTarget(file: string | undefined, memo: string | undefined): string {
  const target = file ?? (memo === undefined ? DEFAULT_FILE : `${memo.replace(/\.[^./\\]*$/, '')}.yaml`);
  if (!/\.ya?ml$/i.test(target))
    throw new UsageError(`init writes a YAML file, not ${JSON.stringify(target)}`, INIT_EXAMPLE);
  return target;
}

function refuseToWrite(file: string, error: unknown): never {
  throw new UsageError(escapeForTerminal(`${file} can't be written (${explainWriteError(error)})`), INIT_EXAMPLE);
}

/** Holds before the first question that the answers can be kept. @throws UsageError where they can't. */
function assertWritable(file: string, host: Host): void {
  if (host.disk.stat(file)?.kind === 'folder')
    throw new UsageError(escapeForTerminal(`${file} is a folder`), INIT_EXAMPLE);
  try {
    host.createFile(file).discard();
  } catch (error) {
    refuseToWrite(file, error);
  }
}

/** Writes a file, whole or not at all. @throws UsageError where the system forbids it. */
function writeDescription(file: string, text: string, host: Host): void {
  try {
    const sink = host.createFile(file);
    try {
      sink.write(text);
    } catch (error) {
      sink.discard();
      throw error;
    }
    sink.close();
  } catch (error) {
    refuseToWrite(file, error);
  }
}

/** What to do with a file that stands there already. */
type FileAction = 'write' | 'continue' | 'stop';

async function chooseFileAction(file: string, options: InitOptions, isAsked: boolean, host: Host): Promise<FileAction> {
  if (host.disk.stat(file) === null) {
    if (!hasFlag(options, 'continue')) return 'write';
    throw new UsageError(
      escapeForTerminal(`there is no ${file} to go on with; without --continue it is begun`),
      INIT_EXAMPLE,
    );
  }
  if (hasFlag(options, 'continue')) return 'continue';
  if (hasFlag(options, 'force')) return 'write';
  if (!isAsked)
    throw new UsageError(
      escapeForTerminal(`${file} stands there already; --continue goes on with it, --force writes it anew`),
      `${INIT_EXAMPLE} --continue`,
    );
  const { createTerminalPrompter: terminalAsker } = await import('./init/terminal-prompter.ts');
  const { StoppedError } = await import('../../init/prompter.ts');
  try {
    const chosen = await terminalAsker(await resolveRenderOptions(options, host, host.stdout)).choose(
      `${file} stands there already`,
      [
        { id: 'continue', label: 'go on with it: what it says stays, and what is open is asked' },
        { id: 'write', label: 'begin anew; what it says is lost' },
        { id: 'stop', label: 'leave it as it is' },
      ],
    );
    return chosen as FileAction;
  } catch (error) {
    if (error instanceof StoppedError) return 'stop';
    throw error;
  }
}

/** What options add to a file that was begun. */
function listAdditions(given: InitInput): readonly DescriptionEntry[] {
  const { name, summary, asOf, entries } = given;
  const required = Object.entries({ name, summary, as_of: asOf }).flatMap(
    ([key, value]): readonly DescriptionEntry[] => (value === null ? [] : [{ path: [key], value }]),
  );
  return [...required, ...listHeadEntries(given), ...entries];
}

/** What is told of a memo that has no answer to confirm; null for one that has. */
function describeEmptyMemo({ name, summary, answers }: MemoHints): string | null {
  if (answers.length > 0) return null;
  return name === null && summary === null
    ? 'gave nothing: it has no heading, no paragraph and nothing that an answer can be made of.'
    : 'gave no answer to confirm: no figure, customer or law in it can be told for sure.';
}

interface InitRun {
  readonly file: string;
  /** What the file says; null for a new one. */
  readonly before: string | null;
  readonly given: InitInput;
  readonly memo: MemoHints | null;
  readonly rubric: Rubric;
  readonly options: InitOptions;
}

/** Asks at the terminal; gives the text to write, null for none. */
async function askAtTerminal(
  { file, before, given, memo, rubric, options }: InitRun,
  host: Host,
): Promise<string | null> {
  const { runInterview: interview } = await import('../../init/interview.ts');
  const { createTerminalPrompter: terminalAsker } = await import('./init/terminal-prompter.ts');
  const read = async (text: string): Promise<Description> => {
    const read = await parseDescription(file, { ok: true, value: text }, rubric);
    return read.ok ? read.value : refuseInitInput(read.problems, text, given, rubric);
  };
  const asker = terminalAsker(await resolveRenderOptions(options, host, host.stdout));
  const setting = { rubric, asker, memo, today: host.today(), file, read };
  return (await interview(before, given, setting)).text;
}

async function runInit(start: InitRun, isAsked: boolean, host: Host): Promise<RunResult> {
  const { file, given, memo, rubric } = start;
  const before = start.before === null ? null : addEntries(start.before, listAdditions(given));
  const text = isAsked
    ? await askAtTerminal({ ...start, before }, host)
    : (before ?? beginDescription(given, memo, file, host.today(), rubric));
  const name = escapeForTerminal(quoteForShell(file));
  if (text === null) {
    host.stdout.write(`Nothing was written: a name and a summary are the least.\n`);
    return { kind: 'nothing-written' };
  }
  const made = await parseDescription(file, { ok: true, value: text }, rubric);
  if (!made.ok) return refuseInitInput(made.problems, text, given, rubric);
  writeDescription(file, text, host);
  host.stdout.write(`Written to ${name}. Score it: demandfit score ${name}\n`);
  if (isAsked) host.stdout.write(`Go on later: demandfit init ${name} --continue\n`);
  return DONE;
}

/** `demandfit init`: a description to begin with, by questions at a terminal, else as a commented template. */
export const initCommand: Command = {
  signature: {
    args: [{ name: '[file]', about: `the description to write (${DEFAULT_FILE} unless told)` }],
    options: [
      { name: 'from', value: 'memo', about: 'look in this memo for what answers can be made of, each to be confirmed' },
      { name: 'name', value: 'text', about: 'name of the project' },
      { name: 'summary', value: 'text', about: 'what it sells, and to whom' },
      { name: 'offer', value: 'text', about: 'what a buyer can buy today' },
      { name: 'website', value: 'url', about: "the project's own site" },
      { name: 'as-of', value: 'date', about: 'the day that it is true for (today unless told)' },
      { name: 'track', value: 'id', about: 'what you say it is' },
      {
        name: 'source',
        value: 'id=value',
        about: 'a document, as { title: ..., url: ..., kind: ... }; may be given several times',
        isMany: true,
      },
      {
        name: 'answer',
        value: 'id=option',
        about: 'an answer: an option, a figure, unknown, or YAML; may be given several times',
        isMany: true,
      },
      { name: 'yes', value: null, about: 'ask nothing, as where there is no terminal' },
      { name: 'continue', value: null, about: 'go on with a file that stands there; what it says stays' },
      { name: 'force', value: null, about: 'write a file anew that stands there; what it says is lost' },
      RUBRIC,
    ],
    examples: [
      INIT_EXAMPLE,
      'demandfit init --from memo.md',
      "demandfit init project.yaml --yes --name 'Example Network' --answer proof=own-claim --answer continuity=unknown",
      'demandfit init project.yaml --continue',
    ],
  },

  async run([named], options, host) {
    const from = readTextOption(options, 'from');
    const file = chooseTarget(named, from);
    const isAsked = host.stdinIsTerminal && host.stdout.isTerminal && !hasFlag(options, 'yes');
    const used = await selectRubric(readTextOption(options, 'rubric'), host);
    if (!used.ok) return reportProblems(used.problems, options, host, used.texts);
    const { rubric } = used.value;
    const given = readInitInput(options, rubric);
    assertWritable(file, host);
    const standing = await chooseFileAction(file, options, isAsked, host);
    if (standing === 'stop') {
      host.stdout.write('Nothing was written.\n');
      return { kind: 'nothing-written' };
    }
    const tell = (name: string, problems: readonly Problem[], text: string) =>
      reportProblems(problems, options, host, new Map([[name, text]]));
    let before: string | null = null;
    if (standing === 'continue') {
      const text = readText(file, host.disk);
      const sound = await parseDescription(file, text, rubric);
      if (!sound.ok) return tell(file, sound.problems, text.ok ? text.value : '');
      before = text.ok ? text.value : null;
      const but = listAdditions(given).length === 0 ? '' : ', but for what the options say';
      host.stderr.write(`Going on with ${escapeForTerminal(file)}; what it says stays${but}.\n`);
    }
    let memo: MemoHints | null = null;
    if (from !== undefined) {
      const text = readText(from, host.disk);
      if (!text.ok) return tell(from, text.problems, '');
      const { readMemoHints: memoHints } = await import('../../init/read-memo-hints.ts');
      memo = memoHints(text.value, from, given.name, rubric);
      const gave = describeEmptyMemo(memo);
      if (gave !== null) host.stderr.write(`${escapeForTerminal(from)} ${gave}\n`);
    }
    return runInit({ file, before, given, memo, rubric, options }, isAsked, host);
  },
};

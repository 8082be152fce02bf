import { addEntries, type DescriptionEntry } from '../../init/add-entries.ts';
import { beginDescription, type InitInput, listHeadEntries, SCHEMA_FILE } from '../../init/begin-description.ts';
import type { MemoHints } from '../../init/read-memo-hints.ts';
import { quoteForShell } from '../../input/text/quote.ts';
import { readText } from '../../input/text/read-text.ts';
import type { Description } from '../../model/description.ts';
import type { Problem } from '../../model/diagnostic.ts';
import type { Rubric } from '../../model/rubric.ts';
import { escapeForTerminal } from '../../report/writers/escape-for-terminal.ts';
import { toSafeJson } from '../../report/writers/safe-json.ts';
import { defineCommand } from '../command.ts';
import { explainWriteError, tellWritten, writeFile } from '../deliver.ts';
import type { Host } from '../host.ts';
import { DONE, type RunResult } from '../line/exit.ts';
import { resolveRenderOptions } from '../line/render-options.ts';
import { parseDescription } from '../read-descriptions.ts';
import { reportProblems } from '../report-problems.ts';
import { selectRubric } from '../select-rubric.ts';
import { UsageError } from '../usage-error.ts';
import { INIT_EXAMPLE, INIT_OPTIONS, type InitOptions, readInitInput, refuseInitInput } from './init/options.ts';

const DEFAULT_FILE = 'project.yaml';

/** The file to write: the one named, else one next to the memo or the usual one. @throws UsageError for a name that is not of a YAML file. */
function chooseTarget(file: string | undefined, memo: string | undefined): string {
  const target = file ?? (memo === undefined ? DEFAULT_FILE : `${memo.replace(/\.[^./\\]*$/, '')}.yaml`);
  if (!/\.ya?ml$/i.test(target))
    throw new UsageError(`init writes a YAML file, not ${JSON.stringify(target)}`, INIT_EXAMPLE);
  return target;
}

function refuseToWrite(file: string, error: unknown): never {
  throw new UsageError(escapeForTerminal(`cannot write ${file} (${explainWriteError(error)})`), INIT_EXAMPLE);
}

/** Checks before the first question that the answers can be saved. @throws UsageError where they can't. */
function assertWritable(file: string, host: Host): void {
  if (host.disk.stat(file)?.kind === 'folder')
    throw new UsageError(escapeForTerminal(`${file} is a folder`), INIT_EXAMPLE);
  try {
    host.createFile(file).discard();
  } catch (error) {
    refuseToWrite(file, error);
  }
}

/** What to do with a file that already exists. */
type FileAction = 'write' | 'continue' | 'stop';

async function chooseFileAction(file: string, options: InitOptions, isAsked: boolean, host: Host): Promise<FileAction> {
  if (host.disk.stat(file) === null) {
    if (!options.continue) return 'write';
    throw new UsageError(
      escapeForTerminal(`${file} does not exist, so there is nothing to resume; omit --continue to create it`),
      INIT_EXAMPLE,
    );
  }
  if (options.continue) return 'continue';
  if (options.force) return 'write';
  if (!isAsked)
    throw new UsageError(
      escapeForTerminal(`${file} already exists; use --continue to resume or --force to overwrite`),
      `${INIT_EXAMPLE} --continue`,
    );
  const { createTerminalPrompter } = await import('./init/terminal-prompter.ts');
  const { StoppedError } = await import('../../init/prompter.ts');
  try {
    const chosen = await createTerminalPrompter(await resolveRenderOptions({}, host, host.stdout)).choose(
      `${file} already exists`,
      [
        { id: 'continue', label: 'resume: keep its answers and ask the open questions' },
        { id: 'write', label: 'overwrite it' },
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

/** The message about a memo that has no answer to confirm; null for one that has. */
function describeEmptyMemo({ name, summary, answers }: MemoHints): string | null {
  if (answers.length > 0) return null;
  return name === null && summary === null
    ? 'contains nothing to use: no heading, no paragraph and no possible answer.'
    : 'contains no answer to confirm: no figure, customer or law was recognised with certainty.';
}

/** Puts the schema next to a new description, from which editors complete and check it; one that is there already is kept. */
async function writeSchema(file: string, rubric: Rubric, host: Host): Promise<void> {
  const schema = file.replace(/[^/\\]*$/, SCHEMA_FILE);
  if (host.disk.stat(schema) !== null) return;
  const { buildDescriptionJsonSchema } = await import('../../rubric-pages/description-schema.ts');
  writeFile(schema, toSafeJson(buildDescriptionJsonSchema(rubric)), host);
  tellWritten(schema, 'for completion in editors', host);
}

interface InitRun {
  readonly file: string;
  /** What the file says; null for a new one. */
  readonly before: string | null;
  readonly given: InitInput;
  readonly memo: MemoHints | null;
  readonly rubric: Rubric;
}

/** Asks at the terminal; gives the text to write, null for none. */
async function askAtTerminal({ file, before, given, memo, rubric }: InitRun, host: Host): Promise<string | null> {
  const { runInterview } = await import('../../init/interview.ts');
  const { createTerminalPrompter } = await import('./init/terminal-prompter.ts');
  const read = async (text: string): Promise<Description> => {
    const read = await parseDescription(file, { ok: true, value: text }, rubric);
    return read.ok ? read.value : refuseInitInput(read.problems, text, given, rubric);
  };
  const prompter = createTerminalPrompter(await resolveRenderOptions({}, host, host.stdout));
  const context = { rubric, prompter, memo, today: host.today(), file, read };
  return (await runInterview(before, given, context)).text;
}

async function runInit(start: InitRun, isAsked: boolean, host: Host): Promise<RunResult> {
  const { file, given, memo, rubric } = start;
  const before = start.before === null ? null : addEntries(start.before, listAdditions(given));
  const text = isAsked
    ? await askAtTerminal({ ...start, before }, host)
    : (before ?? beginDescription(given, memo, file, host.today(), rubric));
  const name = escapeForTerminal(quoteForShell(file));
  if (text === null) {
    host.stdout.write(`Nothing written: name and summary are required.\n`);
    return { kind: 'nothing-written' };
  }
  const made = await parseDescription(file, { ok: true, value: text }, rubric);
  if (!made.ok) return refuseInitInput(made.problems, text, given, rubric);
  try {
    writeFile(file, text, host);
    if (start.before === null) await writeSchema(file, rubric, host);
  } catch (error) {
    refuseToWrite(file, error);
  }
  host.stdout.write(`Wrote ${name}. Score it: ${host.command} score ${name}\n`);
  if (isAsked) host.stdout.write(`Resume later: ${host.command} init ${name} --continue\n`);
  return DONE;
}

/** `demandfit init`: creates a description interactively at a terminal, else writes a commented template. */
export const initCommand = defineCommand({
  args: [{ name: '[file]', about: `the description to write (default: ${DEFAULT_FILE})` }],
  options: INIT_OPTIONS,
  examples: [
    INIT_EXAMPLE,
    'demandfit init --from memo.md',
    "demandfit init project.yaml --yes --name 'Example Network' --answer proof=own-claim --answer continuity=unknown",
    'demandfit init project.yaml --continue',
  ],

  async run([named], options, host) {
    const from = options.from;
    const file = chooseTarget(named, from);
    const isAsked = host.stdinIsTerminal && host.stdout.isTerminal && !options.yes;
    const selected = await selectRubric(options.rubric, host);
    if (!selected.ok) return reportProblems(selected, {}, host);
    const { rubric } = selected.value;
    const given = readInitInput(options, rubric);
    assertWritable(file, host);
    const standing = await chooseFileAction(file, options, isAsked, host);
    if (standing === 'stop') {
      host.stdout.write('Nothing written.\n');
      return { kind: 'nothing-written' };
    }
    const tell = (name: string, problems: readonly Problem[], text: string) =>
      reportProblems({ problems, texts: new Map([[name, text]]) }, {}, host);
    let before: string | null = null;
    if (standing === 'continue') {
      const text = readText(file, host.disk);
      const sound = await parseDescription(file, text, rubric);
      if (!sound.ok) return tell(file, sound.problems, text.ok ? text.value : '');
      before = text.ok ? text.value : null;
      const but = listAdditions(given).length === 0 ? '' : ', except where an option replaces it';
      host.stderr.write(`Resuming ${escapeForTerminal(file)}; its answers are kept${but}.\n`);
    }
    let memo: MemoHints | null = null;
    if (from !== undefined) {
      const text = readText(from, host.disk);
      if (!text.ok) return tell(from, text.problems, '');
      const { readMemoHints } = await import('../../init/read-memo-hints.ts');
      memo = readMemoHints(text.value, from, given.name, rubric);
      const gave = describeEmptyMemo(memo);
      if (gave !== null) host.stderr.write(`${escapeForTerminal(from)} ${gave}\n`);
    }
    return runInit({ file, before, given, memo, rubric }, isAsked, host);
  },
});

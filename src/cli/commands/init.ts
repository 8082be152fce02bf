import { parse } from 'yaml';
import type { DescriptionEntry } from '../../init/add-entries.ts';
import type { RawSource } from '../../init/ask-source.ts';
import { beginDescription, type InitInput, renderTemplate, SCHEMA_FILE } from '../../init/begin-description.ts';
import { addFileEntries, readYamlPart, replaceYamlPart, tellFrontMatter } from '../../init/description-file.ts';
import { createDocumentCase, type DocumentCase } from '../../init/document-case.ts';
import type { InterviewFile } from '../../init/interview.ts';
import { type Prompter, StoppedError } from '../../init/prompter.ts';
import { inferFormat } from '../../input/text/front-matter.ts';
import { quoteForShell } from '../../input/text/quote.ts';
import { decodeText, MAX_BYTES, readText } from '../../input/text/read-text.ts';
import type { Description } from '../../model/description.ts';
import type { DocumentText } from '../../model/document.ts';
import type { Rubric } from '../../model/rubric.ts';
import { describePlace, nameFiles } from '../../report/wording/reading.ts';
import { escapeForTerminal } from '../../report/writers/escape-for-terminal.ts';
import { toSafeJson } from '../../report/writers/safe-json.ts';
import { defineCommand } from '../command.ts';
import { explainWriteError, tellWritten, writeFile } from '../deliver.ts';
import type { Host } from '../host.ts';
import { DONE, type RunResult } from '../line/exit.ts';
import { resolveRenderOptions } from '../line/render-options.ts';
import { createProblemLog, parseDescription } from '../read-descriptions.ts';
import { readDocumentFiles } from '../read-documents.ts';
import { reportProblems } from '../report-problems.ts';
import { type SelectedRubric, selectRubric } from '../select-rubric.ts';
import { UsageError } from '../usage-error.ts';
import { INIT_EXAMPLE, INIT_OPTIONS, type InitOptions, readInitInput, refuseInitInput } from './init/options.ts';

const DEFAULT_FILE = 'project.yaml';
const MEMO_EXAMPLE = 'demandfit init memo.md';

const isYaml = (file: string) => /\.ya?ml$/i.test(file);

/** What the arguments name: the description to write, if they do, and the documents to read. @throws UsageError for two descriptions. */
function sortArguments(args: readonly string[]): {
  readonly named: string | undefined;
  readonly files: readonly string[];
} {
  const [named, second] = args.filter(isYaml);
  if (second !== undefined)
    throw new UsageError(escapeForTerminal(`init writes one description, not ${named} and ${second}`), INIT_EXAMPLE);
  return { named, files: args.filter((file) => !isYaml(file)) };
}

/** The text of a file as it is, with its byte order mark; null if it is not text. */
function readWhole(file: string, host: Host): string | null {
  const bytes = host.disk.readFile(file, MAX_BYTES + 1);
  return decodeText(bytes, file).ok ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : null;
}

/** The text of a memo, which can carry answers; null for any other document. */
function readMemo(file: string, host: Host): string | null {
  return inferFormat(file) === 'memo' ? readWhole(file, host) : null;
}

async function openPrompter(host: Host): Promise<Prompter> {
  const { createTerminalPrompter } = await import('./init/terminal-prompter.ts');
  const { createPasteJoiner } = await import('./init/join-pasted.ts');
  host.filterTyped(createPasteJoiner());
  return createTerminalPrompter(await resolveRenderOptions({}, host, host.stdout), host.terminated(), host.stdout);
}

/** The file to write, and what it holds by now. */
interface InitTarget {
  readonly file: string;
  /** A memo without answers, in front of which they are put; null for any other file. */
  readonly memo: string | null;
}

/** Asks where the answers go; into the memo only where that is chosen. */
async function chooseTarget(
  { named, files }: ReturnType<typeof sortArguments>,
  options: InitOptions,
  rubric: Rubric,
  prompter: Prompter | null,
  host: Host,
): Promise<InitTarget> {
  const [first] = files;
  const beside = named ?? (first === undefined ? DEFAULT_FILE : `${first.replace(/\.[^./\\]*$/, '')}.yaml`);
  const memo = first === undefined ? null : readMemo(first, host);
  const matter = first === undefined || memo === null ? 'foreign' : tellFrontMatter(memo, rubric);
  if (first !== undefined && named === undefined && matter === 'answers') return { file: first, memo: null };
  if (options.intoMemo) {
    const why =
      first === undefined || named !== undefined
        ? 'name the memo, and no YAML file'
        : memo === null
          ? `${first} is not a Markdown file (.md)`
          : `${first} already has front matter, but not of a description`;
    if (first === undefined || named !== undefined || matter === 'foreign')
      throw new UsageError(escapeForTerminal(`--into-memo: ${why}`), `${MEMO_EXAMPLE} --into-memo`);
    return { file: first, memo };
  }
  const isOpen = named === undefined && matter === 'none' && host.disk.stat(beside) === null;
  if (prompter === null || !isOpen || first === undefined) return { file: beside, memo: null };
  const chosen = await prompter.choose('Where should the answers be saved?', [
    { id: 'beside', label: `${beside}, next to the document` },
    { id: 'memo', label: `${first}, at its top; the text is not changed` },
  ]);
  return chosen === 'memo' ? { file: first, memo } : { file: beside, memo: null };
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

/** What to do with a description that already exists. */
type FileAction = 'write' | 'continue' | 'stop';

async function chooseFileAction(
  { file, memo }: InitTarget,
  options: InitOptions,
  prompter: Prompter | null,
  host: Host,
): Promise<FileAction> {
  if (memo !== null || host.disk.stat(file) === null) {
    if (!options.continue) return 'write';
    throw new UsageError(
      escapeForTerminal(`${file} has no answers yet, so there is nothing to resume; omit --continue to begin`),
      INIT_EXAMPLE,
    );
  }
  if (options.continue) return 'continue';
  if (options.force && isYaml(file)) return 'write';
  if (prompter === null)
    throw new UsageError(
      escapeForTerminal(
        isYaml(file)
          ? `${file} already exists; use --continue to resume or --force to overwrite`
          : `${file} already contains answers; use --continue to add to them`,
      ),
      `${INIT_EXAMPLE} --continue`,
    );
  const chosen = await prompter.choose(`${file} already exists`, [
    { id: 'continue', label: 'resume: keep its answers and ask the open questions' },
    ...(isYaml(file) ? [{ id: 'write', label: 'overwrite it' }] : []),
    { id: 'stop', label: 'leave it as it is' },
  ]);
  return chosen as FileAction;
}

/** What options add to a file that was begun. */
function listAdditions({ head, entries }: InitInput): readonly DescriptionEntry[] {
  const given = Object.entries(head).flatMap(([key, value]): readonly DescriptionEntry[] =>
    value === null ? [] : [{ path: [key], value }],
  );
  return [...given, ...entries];
}

/** Puts the schema next to a new description, from which editors complete and check it; one that is there already is kept. */
async function writeSchema(file: string, rubric: Rubric, host: Host): Promise<void> {
  const schema = file.replace(/[^/\\]*$/, SCHEMA_FILE);
  if (!isYaml(file) || host.disk.stat(schema) !== null) return;
  const { buildDescriptionJsonSchema } = await import('../../rubric-pages/description-schema.ts');
  writeFile(schema, toSafeJson(buildDescriptionJsonSchema(rubric)), host);
  tellWritten(schema, 'for completion in editors', host);
}

/** Says on a terminal's stderr that documents are being read, which can take seconds. */
function tellReading(files: readonly string[], { stderr }: Host): void {
  if (files.length > 0 && stderr.isTerminal) stderr.write(`Reading ${escapeForTerminal(files.join(', '))}...\n`);
}

/** What the documents say, and how the description names them; null without documents. */
function readCase(texts: readonly DocumentText[], target: string, rubric: Rubric, host: Host): DocumentCase | null {
  if (texts.length === 0) return null;
  const folder = target.replace(/[^/\\]*$/, '') || '.';
  const documents = texts.map((document) => ({ document, file: host.nameFrom(folder, document.file) }));
  return createDocumentCase(documents, rubric);
}

/** A description's text as a description, with its sources as it has them. */
async function readAnswers(file: string, text: string, rubric: Rubric) {
  const description = await parseDescription(file, { ok: true, value: text.replace(/^\ufeff/, '') }, rubric);
  const { sources = {} } = (parse(readYamlPart(text, file)) ?? {}) as { readonly sources?: Record<string, RawSource> };
  return { description, sources: new Map(Object.entries(sources)) };
}

interface InitRun {
  readonly target: InitTarget;
  /** What the description's file holds; null for a new one. */
  readonly before: string | null;
  readonly given: InitInput;
  readonly docs: DocumentCase | null;
  readonly selected: SelectedRubric;
}

/** The file as an interview writes it. */
function openInterviewFile({ target: { file, memo }, before, given, selected }: InitRun, host: Host): InterviewFile {
  const { rubric } = selected;
  const today = host.today();
  /** What is on the disk; another program may change it in the meantime. */
  let onDisk = before ?? memo;
  return {
    name: file,
    text: before,
    begin: (head) => replaceYamlPart(memo ?? '', file, beginDescription({ ...given, head }, today)),
    save(text) {
      const isThere = host.disk.stat(file) !== null;
      if (onDisk !== null && (!isThere || readWhole(file, host) !== onDisk))
        throw new UsageError(
          escapeForTerminal(
            `${file} was changed by another program; its contents were kept, and your last answer was not saved`,
          ),
          `demandfit init ${quoteForShell(file)} --continue`,
        );
      try {
        writeFile(file, text, host);
      } catch (error) {
        refuseToWrite(file, error);
      }
      onDisk = text;
    },
    async read(text) {
      const { description, sources } = await readAnswers(file, text, rubric);
      if (!description.ok) return refuseInitInput(description.problems, text, given, rubric);
      return { description: description.value, sources };
    },
  };
}

/** Asks at the terminal. */
async function askAtTerminal(run: InitRun, prompter: Prompter, isQuick: boolean, host: Host): Promise<RunResult> {
  const { runInterview } = await import('../../init/interview.ts');
  const { printFirstScreen } = await import('../first-screen.ts');
  const { given, docs, selected, target } = run;
  const { rubric } = selected;
  const file = openInterviewFile(run, host);
  const show = (description: Description) => printFirstScreen(description, selected, host);
  await runInterview(given.head, { rubric, prompter, docs, today: host.today(), file, isQuick, show });
  if (file.text === null) {
    host.stdout.write('Nothing written: the project has no name yet.\n');
    return { kind: 'stopped' };
  }
  const name = escapeForTerminal(quoteForShell(target.file));
  host.stdout.write(`Saved in ${name}. Resume:\n${host.command} init ${name} --continue\n`);
  return DONE;
}

/** What the documents say, one line a question, and the questions on which they say nothing. */
function describeReading({ reading, documents }: DocumentCase): readonly string[] {
  const questions = reading.dimensions.flatMap((dimension) => dimension.questions);
  const found = questions.filter(({ quotes }) => quotes.length > 0);
  const others = questions.filter(({ quotes }) => quotes.length === 0);
  const nameFile = nameFiles(documents.map(({ document }) => document.file));
  return [
    ...found.map(({ title, quotes }) => {
      const places = [...new Set(quotes.map(({ place }) => describePlace(place, nameFile)))];
      return `${title}: ${places.join(', ')}`;
    }),
    ...(others.length === 0 ? [] : [`Nothing on: ${others.map(({ title }) => title).join(', ')}`]),
  ];
}

/** Writes a description without asking anything. */
async function writeDescription({ target: { file }, given, selected }: InitRun, text: string, host: Host) {
  const { rubric } = selected;
  const { description } = await readAnswers(file, text, rubric);
  if (!description.ok) return refuseInitInput(description.problems, text, given, rubric);
  try {
    writeFile(file, text, host);
  } catch (error) {
    refuseToWrite(file, error);
  }
  return description.value;
}

/** Writes a template, or adds to a description what the options say. */
async function writeTemplate(run: InitRun, host: Host): Promise<RunResult> {
  const { target, before, given, docs, selected } = run;
  const { file, memo } = target;
  const text =
    before === null
      ? replaceYamlPart(memo ?? '', file, renderTemplate(given, docs, file, host.today(), selected.rubric))
      : addFileEntries(before, file, listAdditions(given));
  await writeDescription(run, text, host);
  if (before === null) await writeSchema(file, selected.rubric, host);
  const name = escapeForTerminal(quoteForShell(file));
  const found = docs === null || before !== null ? [] : describeReading(docs);
  host.stdout.write(
    [...found.map(escapeForTerminal), `Wrote ${name}. Score it: ${host.command} score ${name}`, ''].join('\n'),
  );
  return DONE;
}

/** Writes a description with those answers of an assistant that the documents confirm, and prints its verdict. */
async function writeReply(run: InitRun, reply: string, host: Host): Promise<RunResult> {
  const { target, before, docs, selected } = run;
  const { file, memo } = target;
  const { readGivenReply } = await import('./init/from-reply.ts');
  const known = before === null ? null : await readAnswers(file, before, selected.rubric);
  const sources = known?.sources ?? new Map();
  const read = await readGivenReply(reply, run.given, docs, sources, selected.rubric, host);
  if ('result' in read) return read.result;
  const { given } = read;
  const answers = known?.description.ok ? known.description.value.answers : {};
  // Answers given by a person are kept.
  const isNew = ({ path: [, id = ''] }: DescriptionEntry) => answers[id]?.status !== 'answered';
  const text =
    before === null
      ? replaceYamlPart(memo ?? '', file, beginDescription(given, host.today()))
      : addFileEntries(before, file, listAdditions({ head: run.given.head, entries: given.entries.filter(isNew) }));
  const description = await writeDescription({ ...run, given }, text, host);
  host.stdout.write(`Wrote ${escapeForTerminal(quoteForShell(file))}.\n\n`);
  const { printFirstScreen } = await import('../first-screen.ts');
  await printFirstScreen(description, selected, host);
  return DONE;
}

/** `demandfit init`: creates a description by questions at a terminal, else writes a commented template. */
export const initCommand = defineCommand({
  args: [{ name: '[files...]', about: `documents to read, and the description to write (default: ${DEFAULT_FILE})` }],
  options: INIT_OPTIONS,
  examples: [
    MEMO_EXAMPLE,
    INIT_EXAMPLE,
    'demandfit init deck.pdf notes.md acme.yaml',
    'demandfit init memo.md --into-memo --continue',
    'demandfit init memo.md --answers reply.yaml',
    "demandfit init project.yaml --yes --name 'Example Network' --answer proof=own-claim --answer continuity=unknown",
  ],

  async run(args, options, host) {
    const sorted = sortArguments(args);
    const selected = await selectRubric(options.rubric, host);
    if (!selected.ok) return reportProblems(selected, {}, host);
    const { rubric } = selected.value;
    const given = readInitInput(options, rubric);
    const isAsked = host.stdinIsTerminal && host.stdout.isTerminal && !options.yes && options.answers === undefined;
    const log = createProblemLog();
    const example = MEMO_EXAMPLE;
    tellReading(sorted.files, host);
    const texts = sorted.files.length === 0 ? [] : await readDocumentFiles(sorted.files, { example }, host, log);
    if (log.problems.length > 0) return reportProblems(log, {}, host);
    const prompter = isAsked ? await openPrompter(host) : null;
    try {
      const target = await chooseTarget(sorted, options, rubric, prompter, host);
      const { file } = target;
      assertWritable(file, host);
      const action = await chooseFileAction(target, options, prompter, host);
      if (action === 'stop') {
        host.stdout.write('Nothing written.\n');
        return { kind: 'stopped' };
      }
      const before = action === 'continue' ? readWhole(file, host) : null;
      if (before !== null) {
        const text = readText(file, host.disk);
        const sound = await parseDescription(file, text, rubric);
        if (!sound.ok)
          return reportProblems(
            { problems: sound.problems, texts: new Map([[file, text.ok ? text.value : '']]) },
            {},
            host,
          );
        const but = listAdditions(given).length === 0 ? '' : ', except where an option replaces it';
        host.stderr.write(`Resuming ${escapeForTerminal(file)}; its answers are kept${but}.\n`);
      }
      const docs = readCase(texts, file, rubric, host);
      const run = { target, before, given, docs, selected: selected.value };
      if (options.answers !== undefined) return await writeReply(run, options.answers, host);
      return await (prompter === null ? writeTemplate(run, host) : askAtTerminal(run, prompter, options.quick, host));
    } catch (error) {
      if (!(error instanceof StoppedError)) throw error;
      host.stdout.write('Nothing written.\n');
      return { kind: 'stopped' };
    }
  },
});

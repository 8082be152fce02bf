import { parse } from 'yaml';
import { addFileEntries, readYamlPart, replaceYamlPart, tellFrontMatter } from '../../init/description-file.ts';
import type { DescriptionEntry } from '../../init/add-entries.ts';
import { beginDescription, type InitInput, renderTemplate, SCHEMA_FILE } from '../../init/begin-description.ts';
import type { RawSource } from '../../init/ask-source.ts';
import type { DocumentCase } from '../../init/document-case.ts';
import type { InterviewFile } from '../../init/interview.ts';
import type { Prompter } from '../../init/prompter.ts';
import { listDescriptionKeys } from '../../input/description/description-schema.ts';
import { inferFormat } from '../../input/text/front-matter.ts';
import { quoteForShell } from '../../input/text/quote.ts';
import { decodeText, MAX_BYTES, readText } from '../../input/text/read-text.ts';
import type { Description } from '../../model/description.ts';
import type { Outcome } from '../../model/diagnostic.ts';
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
import { type SelectedRubric, selectRubric } from '../select-rubric.ts';
import { UsageError } from '../usage-error.ts';
import { INIT_EXAMPLE, INIT_OPTIONS, type InitOptions, readInitInput, refuseInitInput } from './init/options.ts';

const DEFAULT_FILE = 'project.yaml';
const MEMO_EXAMPLE = 'demandfit init memo.md';

const isYaml = (file: string) => /\.ya?ml$/i.test(file);

/** What the arguments name: the description to write, if they do, and the documents to read. @throws UsageError for two descriptions. */
function sortArguments(args: readonly string[]): { readonly named: string | undefined; readonly files: readonly string[] } {
  const [named, second] = args.filter(isYaml);
  if (second !== undefined)
    throw new UsageError(escapeForTerminal(`init writes one description, not ${named} and ${second}`), INIT_EXAMPLE);
  return { named, files: args.filter((file) => !isYaml(file)) };
}

/** The text of a memo as it is, with a byte order mark; null for a document that can carry no answers. */
function readMemo(file: string, host: Host): string | null {
  if (inferFormat(file) !== 'memo') return null;
  const bytes = host.disk.readFile(file, MAX_BYTES + 1);
  return decodeText(bytes, file).ok ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : null;
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
  const matter = first === undefined || memo === null ? 'foreign' : tellFrontMatter(memo, first, listDescriptionKeys(rubric));
  if (first !== undefined && named === undefined && matter === 'description') return { file: first, memo: null };
  if (options.intoMemo) {
    const why =
      first === undefined || named !== undefined
        ? 'name the memo, and no other file to write'
        : memo === null
          ? `${first} is not a Markdown file (.md)`
          : `${first} already has front matter of something else, whose keys are not those of a description`;
    if (first === undefined || named !== undefined || matter === 'foreign')
      throw new UsageError(escapeForTerminal(`--into-memo: ${why}`), `${MEMO_EXAMPLE} --into-memo`);
    return { file: first, memo };
  }
  const isOpen = named === undefined && matter === 'none' && host.disk.stat(beside) === null;
  if (prompter === null || !isOpen || first === undefined) return { file: beside, memo: null };
  const chosen = await prompter.choose('Where should the answers be saved?', [
    { id: 'beside', label: `${beside}, next to the document` },
    { id: 'memo', label: `${first}, at its top; the text stays as it is` },
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
      escapeForTerminal(`${file} already exists; use --continue to resume or --force to overwrite`),
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

/** Reads the documents of a case. */
async function readCase(files: readonly string[], target: string, rubric: Rubric, host: Host): Promise<Outcome<DocumentCase | null>> {
  if (files.length === 0) return { ok: true, value: null };
  const { readDocumentFiles } = await import('../read-documents.ts');
  const read = await readDocumentFiles(files, host);
  if (!read.ok) return read;
  const { readDocuments } = await import('../../reading/read-documents.ts');
  const folder = target.replace(/[^/\\]*$/, '') || '.';
  const documents = read.value.map((document) => ({ document, file: host.nameFrom(folder, document.file) }));
  return { ok: true, value: { documents, reading: readDocuments(read.value, rubric) } };
}

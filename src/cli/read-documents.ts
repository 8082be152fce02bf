import { convertDocument, DOCUMENT_EXTENSIONS } from '../input/documents/convert-document.ts';
import { expandDocumentPaths, STDIN } from '../input/text/expand-paths.ts';
import { holdsAnswers, isMeantAsMemo, opensWithFence } from '../input/text/front-matter.ts';
import { quoteForShell } from '../input/text/quote.ts';
import { createFileProblem, explainUnreadable, MAX_BYTES, MAX_DOCUMENT_BYTES } from '../input/text/read-text.ts';
import type { Outcome } from '../model/diagnostic.ts';
import type { DocumentText } from '../model/document.ts';
import { escapeForTerminal } from '../report/writers/escape-for-terminal.ts';
import type { Host } from './host.ts';
import { spellCommands } from './line/name-command.ts';
import { type ProblemLog, resolvePathArguments, type StdinOptions } from './read-descriptions.ts';

function readBytes(file: string, host: Host): Outcome<Uint8Array> {
  try {
    return { ok: true, value: host.disk.readFile(file, MAX_DOCUMENT_BYTES + 1) };
  } catch (error) {
    return { ok: false, problems: [explainUnreadable(file, error)] };
  }
}

/** Says on stderr what a reader must know of how a document was read. */
function tellNote(file: string, note: string, host: Host): void {
  host.stderr.write(`${escapeForTerminal(`${file}: ${spellCommands(note, host.command)}`)}\n`);
}

/** Answers at the top of a document, which therefore also has a verdict; a description alone is not a document. */
function findAnswers(bytes: Uint8Array, file: string): 'memo' | 'description' | null {
  const text = new TextDecoder().decode(bytes.subarray(0, MAX_BYTES));
  if (opensWithFence(text)) return isMeantAsMemo(text, []) ? 'memo' : null;
  return /\.(?:ya?ml|json)$/i.test(file) && holdsAnswers(text, []) ? 'description' : null;
}

/** The text of a document whose bytes are known, or of a file. What is worth knowing of how it was read is told on stderr. */
export async function readDocument(file: string, given: Uint8Array | null, host: Host): Promise<Outcome<DocumentText>> {
  const bytes: Outcome<Uint8Array> = given === null ? readBytes(file, host) : { ok: true, value: given };
  if (!bytes.ok) return bytes;
  const answers = findAnswers(bytes.value, file);
  const score = `\`demandfit score ${quoteForShell(file)}\``;
  if (answers === 'description') {
    const why = 'It contains answers, but no prose to read.';
    const what = 'this is a description, not a document';
    return { ok: false, problems: [createFileProblem(file, 'document/description', what, why, `Score it: ${score}.`)] };
  }
  const read = await convertDocument(bytes.value, file, host.installCommand('unpdf'));
  if (answers === 'memo') tellNote(file, `It also contains answers, which were ignored. Score them: ${score}.`, host);
  if (read.ok) for (const note of read.value.notes) tellNote(file, note, host);
  return read;
}

/** The documents of one case that the arguments name, in their order; what is wrong with the others is put into `problemLog`. @throws UsageError for arguments that clash. */
export async function readDocumentFiles(
  args: readonly string[],
  options: StdinOptions & { readonly example: string },
  host: Host,
  problemLog: ProblemLog,
): Promise<readonly DocumentText[]> {
  const paths = resolvePathArguments(args, options, host);
  const isStdin = paths.includes(STDIN);
  const expanded = isStdin ? null : await expandDocumentPaths(paths, DOCUMENT_EXTENSIONS, host.disk);
  problemLog.problems.push(...(expanded?.problems ?? []));
  problemLog.files.push(...(expanded?.files ?? []));
  const documents: DocumentText[] = [];
  for (const file of expanded?.files ?? [options.stdinFilename ?? 'stdin']) {
    const read = await readDocument(file, isStdin ? host.readStdin(MAX_DOCUMENT_BYTES + 1) : null, host);
    if (read.ok) documents.push(read.value);
    else problemLog.problems.push(...read.problems);
  }
  return documents;
}

import { convertDocument, MAX_DOCUMENT_BYTES } from '../input/documents/convert-document.ts';
import { mixesStdin, STDIN } from '../input/text/expand-paths.ts';
import { explainUnreadable } from '../input/text/read-text.ts';
import type { Outcome } from '../model/diagnostic.ts';
import type { DocumentText } from '../model/document.ts';
import type { Host } from './host.ts';
import type { ProblemLog } from './read-descriptions.ts';
import { UsageError } from './usage-error.ts';

function readBytes(file: string, host: Host): Outcome<Uint8Array> {
  try {
    return { ok: true, value: host.disk.readFile(file, MAX_DOCUMENT_BYTES + 1) };
  } catch (error) {
    return { ok: false, problems: [explainUnreadable(file, error)] };
  }
}

/** The documents of one case that the arguments name; what is wrong with the others is put into `problemLog`. @throws UsageError for arguments that clash. */
export async function readDocumentFiles(
  args: readonly string[],
  { stdinFilename = 'stdin', example }: { readonly stdinFilename?: string | undefined; readonly example: string },
  host: Host,
  problemLog: ProblemLog,
): Promise<readonly DocumentText[]> {
  const names = args.length === 0 && !host.stdinIsTerminal && host.hasStdin() ? [STDIN] : args;
  if (names.length === 0) throw new UsageError('no input: pass a document, or - for standard input', example);
  if (mixesStdin(names)) throw new UsageError('standard input (-) cannot be combined with other paths', example);
  const documents: DocumentText[] = [];
  for (const name of names) {
    const isStdin = name === STDIN;
    const file = isStdin ? stdinFilename : name;
    const bytes: Outcome<Uint8Array> = isStdin
      ? { ok: true, value: host.readStdin(MAX_DOCUMENT_BYTES + 1) }
      : readBytes(name, host);
    const read = bytes.ok ? await convertDocument(bytes.value, file) : bytes;
    if (!isStdin) problemLog.files.push(file);
    if (read.ok) documents.push(read.value);
    else problemLog.problems.push(...read.problems);
  }
  return documents;
}

import { listCitedQuotes } from '../analysis/sources/list-sources.ts';
import { type CitedFile, seeQuotes } from '../check/check-quotes.ts';
import { convertDocument } from '../input/documents/convert-document.ts';
import { isInside } from '../input/text/expand-paths.ts';
import { explainUnreadable } from '../input/text/read-text.ts';
import type { Description } from '../model/description.ts';
import type { SeenQuote } from '../model/lock.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Host } from './host.ts';

/** The bytes of a file, null where there is none. @throws Error when the system denies access. */
export type ReadBytes = (name: string) => Promise<Uint8Array | null>;

/** The local documents that the sources of a description name, by the id of the source. */
export type CitedFiles = ReadonlyMap<string, CitedFile>;

/** True for a path that leads out of the folder of the description and of the one that the program runs in. */
function leadsOut(path: string, folder: string): boolean {
  if (/^(?:[/\\]|[a-zA-Z]:)/.test(path)) return true;
  let depth =
    folder.startsWith('/') || folder.startsWith('..')
      ? 0
      : folder.split(/[/\\]/).filter((step) => !/^\.?$/.test(step)).length;
  for (const step of path.split(/[/\\]/)) {
    depth += step === '..' ? -1 : /^\.?$/.test(step) ? 0 : 1;
    if (depth < 0) return true;
  }
  return false;
}

/** True where links lead a path out of both folders, which its words do not show. */
function isLinkedOut(path: string, folder: string, { disk }: Host): boolean {
  try {
    const real = disk.realPath(path);
    return ![folder === '' ? '.' : folder, '.'].some((tree) => isInside(real, disk.realPath(tree), disk));
  } catch {
    return false; // It is not on the disk: it is missing, or a revision has it.
  }
}

async function readCitedFile(path: string, file: string, readBytes: ReadBytes, host: Host): Promise<CitedFile> {
  try {
    const bytes = await readBytes(path);
    if (bytes === null) return { status: 'missing' };
    const read = await convertDocument(bytes, file, host.installCommand('unpdf'));
    return read.ok
      ? { status: 'read', document: read.value }
      : { status: 'unread', says: read.problems[0]?.what ?? 'it has no text' };
  } catch (error) {
    return { status: 'unread', says: explainUnreadable(file, error).what };
  }
}

/** @param name of the description's file. */
export async function readCitedFiles(
  { sources }: Description,
  name: string,
  readBytes: ReadBytes,
  host: Host,
): Promise<CitedFiles> {
  const folder = name.replace(/[^/\\:]*$/, '');
  const files = new Map<string, CitedFile>();
  for (const { id, file } of sources) {
    if (file == null) continue;
    if (/\.(?:ya?ml|json)$/i.test(file)) {
      files.set(id, { status: 'unread', says: 'it is a description, not a document' });
      continue;
    }
    // A description may come from a stranger, and what it names is quoted in reports.
    const says = 'it is outside the folder of the description and outside the current folder';
    files.set(
      id,
      leadsOut(file, folder) || isLinkedOut(`${folder}${file}`, folder, host)
        ? { status: 'unread', says }
        : await readCitedFile(`${folder}${file}`, file, readBytes, host),
    );
  }
  return files;
}

/** The quotes of local documents as they are in them, by the id of the source. */
export function seeFiles(
  description: Description,
  files: CitedFiles,
  rubric: Rubric,
): Readonly<Record<string, readonly SeenQuote[]>> {
  const quotes = listCitedQuotes(description, rubric);
  return Object.fromEntries(
    [...files].flatMap(([id, file]) => {
      const cited = quotes.get(id)?.quotes ?? [];
      return file.status !== 'read' || cited.length === 0 ? [] : [[id, seeQuotes(cited, file.document.text, rubric)]];
    }),
  );
}

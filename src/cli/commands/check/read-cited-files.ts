import type { CitedFile } from '../../../check/check-quotes.ts';
import { convertDocument } from '../../../input/documents/convert-document.ts';
import { MAX_DOCUMENT_BYTES } from '../../../input/text/read-text.ts';
import type { Description } from '../../../model/description.ts';
import type { Host } from '../../host.ts';

/** True for a path that does not depend on the folder of the description. */
const isAbsolute = (path: string) => /^(?:[/\\]|[a-zA-Z]:[/\\])/.test(path);

async function readCitedFile(path: string, file: string, host: Host): Promise<CitedFile> {
  try {
    if (host.disk.stat(path) === null) return { status: 'missing' };
    const read = await convertDocument(
      host.disk.readFile(path, MAX_DOCUMENT_BYTES + 1),
      file,
      host.installCommand('unpdf'),
    );
    return read.ok
      ? { status: 'read', text: read.value.text }
      : { status: 'unread', says: read.problems[0]?.what ?? 'it has no text' };
  } catch {
    return { status: 'unread', says: 'the system denies access to it' };
  }
}

/** The local documents that the sources of a description name, by the id of the source. @param name of the description's file. */
export async function readCitedFiles(
  { sources }: Description,
  name: string,
  host: Host,
): Promise<ReadonlyMap<string, CitedFile>> {
  const folder = name.replace(/[^/\\]*$/, '');
  const files = new Map<string, CitedFile>();
  for (const { id, file } of sources)
    if (file != null) files.set(id, await readCitedFile(isAbsolute(file) ? file : `${folder}${file}`, file, host));
  return files;
}

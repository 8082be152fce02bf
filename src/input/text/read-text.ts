import type { Outcome, Problem } from '../../model/diagnostic.ts';
import { toProblem } from '../../model/diagnostic.ts';
import type { Disk } from './disk.ts';
import { TextPlaces } from './text-places.ts';

/** Bytes that a file may have at most, 1 MiB; a description is a hundredth of that. */
export const MAX_BYTES = 1_048_576;

/** A problem with a file as a whole. */
export function createFileProblem(file: string, code: string, what: string, why: string, fix: string): Problem {
  return { code, file, at: null, what, why, fix, suggestion: null, related: null };
}

export function explainTooLarge(file: string): Problem {
  const why = 'A description is some kilobytes long, and no file of a rubric set is as large; this is another one.';
  return createFileProblem(
    file,
    'input/too-large',
    'the file is larger than 1 MiB',
    why,
    'Check the name of the file, or leave out what is not part of it.',
  );
}

/** The offset in the text where the first byte that is no UTF-8 was replaced. */
function findFirstReplaced(lossy: string, bytes: Uint8Array): number {
  const encoder = new TextEncoder();
  let [text, byte] = [0, 0];
  for (let at = lossy.indexOf('\ufffd'); at !== -1; at = lossy.indexOf('\ufffd', at + 1)) {
    byte += encoder.encode(lossy.slice(text, at)).length;
    text = at;
    const isWritten = bytes[byte] === 0xef && bytes[byte + 1] === 0xbf && bytes[byte + 2] === 0xbd;
    if (!isWritten) return at;
  }
  return text;
}

function explainNotUtf8(file: string, bytes: Uint8Array): Problem {
  const why = 'Only UTF-8 is read, as guessing an encoding would change letters without notice.';
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16)
    return createFileProblem(file, 'input/not-utf8', 'the file is saved as UTF-16', why, 'Save it as UTF-8.');
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const shift = lossy.startsWith('\ufeff') ? 1 : 0;
  const from = findFirstReplaced(lossy, bytes) - shift;
  const fault = {
    code: 'input/not-utf8',
    at: { from, to: from + 1 },
    what: 'a letter here is not encoded as UTF-8',
    why,
    fix: 'Save the file as UTF-8; most editors offer it beside the name when saving.',
  };
  const places = new TextPlaces(lossy.slice(shift));
  return toProblem(fault, file, (at) => places.span(at));
}

/** The text of a file's bytes, less a byte order mark. */
export function decodeText(bytes: Uint8Array, file: string): Outcome<string> {
  if (bytes.length > MAX_BYTES) return { ok: false, problems: [explainTooLarge(file)] };
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, problems: [explainNotUtf8(file, bytes)] };
  }
}

/** What the system says of a refusal: the code that names it where it has one, such as EACCES. */
export function getErrorCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'unknown error';
}

/** What the system's refusal to let a file be read comes to. */
export function explainUnreadable(file: string, error: unknown): Problem {
  if (getErrorCode(error) === 'ENOENT')
    return createFileProblem(
      file,
      'input/unreadable',
      'there is no such file (ENOENT)',
      'It is not there, or it went away meanwhile.',
      'Check the spelling and the folder that the command runs in.',
    );
  if (getErrorCode(error) === 'EISDIR')
    return createFileProblem(
      file,
      'input/unreadable',
      'this is a folder, where a file is needed (EISDIR)',
      'Only a file has a text to read.',
      'Name a file, or move the folder away and put the file in its place.',
    );
  const why = 'The system does not let this user open it, or it went away meanwhile.';
  const what = `the file cannot be read (${getErrorCode(error)})`;
  return createFileProblem(file, 'input/unreadable', what, why, 'Check the permissions of the file and of its folder.');
}

/** The text of a file on disk, less a byte order mark. */
export function readText(file: string, disk: Disk): Outcome<string> {
  try {
    return decodeText(disk.readFile(file, MAX_BYTES + 1), file);
  } catch (error) {
    return { ok: false, problems: [explainUnreadable(file, error)] };
  }
}

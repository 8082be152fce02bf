import type { Outcome, Problem } from '../../model/diagnostic.ts';
import { toProblem } from '../../model/diagnostic.ts';
import type { Disk } from './disk.ts';
import { quoteForShell } from './quote.ts';
import { TextPlaces } from './text-places.ts';

/** Bytes that a file may have at most, 1 MiB; a description is a hundredth of that. */
export const MAX_BYTES = 1_048_576;

/** Bytes that a document may have at most, 20 MiB: most of them are pictures. */
export const MAX_DOCUMENT_BYTES = 20 * MAX_BYTES;

/** A problem with a file as a whole. */
export function createFileProblem(file: string, code: string, what: string, why: string, fix: string): Problem {
  return { code, file, at: null, what, why, fix, suggestion: null, related: null };
}

export function explainTooLarge(file: string): Problem {
  const why = 'A description takes a few kilobytes, so this is probably another file.';
  const fix = 'Check the name of the file, or remove what is not part of it.';
  return createFileProblem(file, 'input/too-large', 'the file is larger than 1 MiB', why, fix);
}

/** The offset in the text where the first byte that is not UTF-8 was replaced. */
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

/** The first bytes of files that are not text, and what they are. */
const BINARY_FORMATS: readonly (readonly [start: string, what: string])[] = [
  ['25504446', 'a PDF'],
  ['504b0304', 'a Word, PowerPoint, Excel or ZIP file'],
  ['d0cf11e0', 'a Word, PowerPoint or Excel file'],
  ['7b5c7274', 'an RTF file'],
  ['89504e47', 'an image'],
  ['ffd8ff', 'an image'],
  ['47494638', 'an image'],
  ['1f8b', 'a gzip archive'],
];

/** The problem of a document or picture in the place of a text; null for anything else. */
function explainBinary(file: string, bytes: Uint8Array): Problem | null {
  const start = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const [, what] = BINARY_FORMATS.find(([first]) => start.startsWith(first)) ?? [];
  if (what === undefined) return null;
  const why = 'A description is a text file: YAML, or Markdown with YAML at its top.';
  const fix = `Read it: \`demandfit read ${quoteForShell(file)}\`. Answer its questions: \`demandfit init ${quoteForShell(file)}\`.`;
  return createFileProblem(file, 'input/not-text', `this is ${what}`, why, fix);
}

export function explainNotUtf8(file: string, bytes: Uint8Array): Problem {
  const why = 'Only UTF-8 is supported: guessing an encoding could silently change letters.';
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
    what: 'this character is not encoded as UTF-8',
    why,
    fix: 'Save the file as UTF-8; most editors offer this when saving.',
  };
  const places = new TextPlaces(lossy.slice(shift));
  return toProblem(fault, file, (at) => places.span(at));
}

/** The text of a file's bytes, less a byte order mark. */
export function decodeText(bytes: Uint8Array, file: string): Outcome<string> {
  const binary = explainBinary(file, bytes);
  if (binary !== null) return { ok: false, problems: [binary] };
  if (bytes.length > MAX_BYTES) return { ok: false, problems: [explainTooLarge(file)] };
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, problems: [explainNotUtf8(file, bytes)] };
  }
}

/** The system's code for an error, such as EACCES. */
export function getErrorCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'unknown error';
}

const UNREADABLE: Readonly<Record<string, readonly [what: string, why: string, fix: string]>> = {
  ENOENT: [
    'no such file',
    'It does not exist, or was removed in the meantime.',
    'Check the spelling and the current directory.',
  ],
  ENOTFILE: [
    'this is a pipe or a device, not a file',
    'Reading it might never end.',
    'Put a file there, or remove it.',
  ],
  EISDIR: ['this is a directory, not a file', 'Only files can be read.', 'Pass a file instead of the directory.'],
};

/** The problem that the system does not let a file be read. */
export function explainUnreadable(file: string, error: unknown): Problem {
  const code = getErrorCode(error);
  const [what, why, fix] = UNREADABLE[code] ?? [
    'the file cannot be read',
    'The system denies access to it, or it was removed in the meantime.',
    'Check the permissions of the file and of its directory.',
  ];
  return createFileProblem(file, 'input/unreadable', `${what} (${code})`, why, fix);
}

/**
 * The bytes of a file that is read because it is there, not because a user named it. null where there is no file.
 * @throws Error for a pipe or a device, which might never end, and where the system forbids to read.
 */
export function readFileBeside(file: string, limit: number, disk: Disk): Uint8Array | null {
  const entry = disk.stat(file);
  if (entry === null || entry.kind === 'folder') return null;
  if (entry.kind === 'other') throw Object.assign(new Error(`${file} is not a file`), { code: 'ENOTFILE' });
  return disk.readFile(file, limit);
}

/** The text of a file on disk, less a byte order mark. */
export function readText(file: string, disk: Disk): Outcome<string> {
  try {
    return decodeText(disk.readFile(file, MAX_BYTES + 1), file);
  } catch (error) {
    return { ok: false, problems: [explainUnreadable(file, error)] };
  }
}

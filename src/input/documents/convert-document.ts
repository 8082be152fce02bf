import type { Outcome } from '../../model/diagnostic.ts';
import type { DocumentFormat, DocumentText } from '../../model/document.ts';
import { makeExcerpt } from '../text/quote.ts';
import { MAX_BYTES, MAX_DOCUMENT_BYTES } from '../text/read-text.ts';
import { refuseHostileMarkdown } from '../text/refuse-hostile-markdown.ts';
import { type Converter, refuseDocument } from './converter.ts';

/** Letters of its text that are read at most. */
const MAX_TEXT = MAX_BYTES;

/** A format that is read, with the extensions of its files. */
interface FormatEntry {
  readonly format: DocumentFormat;
  /** With its article. */
  readonly title: string;
  readonly extensions: readonly string[];
  load(): Promise<Converter>;
}

/** Every format that is read. A new one is a file and an entry here, and how its files begin in `findFormat`. */
const FORMATS: readonly FormatEntry[] = [
  {
    format: 'markdown',
    title: 'a Markdown file',
    extensions: ['md', 'markdown', 'mdx', 'qmd', 'rmd'],
    load: async () => (await import('./markdown.ts')).convertMarkdown,
  },
  {
    format: 'text',
    title: 'a plain text file',
    extensions: ['txt', 'text'],
    load: async () => (await import('./plain-text.ts')).convertPlainText,
  },
  {
    format: 'html',
    title: 'an HTML page',
    extensions: ['html', 'htm', 'xhtml'],
    load: async () => (await import('./html.ts')).convertHtml,
  },
  {
    format: 'pdf',
    title: 'a PDF',
    extensions: ['pdf'],
    load: async () => (await import('./pdf.ts')).convertPdf,
  },
  {
    format: 'docx',
    title: 'a Word document',
    extensions: ['docx'],
    load: async () => (await import('./docx.ts')).convertDocx,
  },
  {
    format: 'pptx',
    title: 'a PowerPoint presentation',
    extensions: ['pptx'],
    load: async () => (await import('./pptx.ts')).convertPptx,
  },
];

/** Extensions of the files that are read, without the dot. */
export const DOCUMENT_EXTENSIONS: readonly string[] = FORMATS.flatMap(({ extensions }) => extensions);

function getExtension(file: string): string {
  return /\.([a-z0-9]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
}

const ZIP = 'PK\x03\x04';
const OLD_OFFICE = '\xd0\xcf\x11\xe0';
const TO_NEW_FORMAT = 'Save it as .docx, as .pptx or as a PDF.';
const TO_TEXT = 'Run text recognition (OCR) on it, and save its text.';

/** A name inside an Office file in the old format, where each letter takes two bytes. */
const wide = (name: string) => [...name].map((letter) => `${letter}\0`).join('');

/** Files that are not read: how they begin, what they hold if that tells them apart, what they are, and what to do. */
const REFUSED: readonly (readonly [start: string, holds: string, what: string, fix: string])[] = [
  [OLD_OFFICE, wide('EncryptedPackage'), 'an Office document with a password', 'Save a copy without the password.'],
  [OLD_OFFICE, wide('WordDocument'), 'a Word document in the old format (.doc)', 'Save it as .docx or as a PDF.'],
  [OLD_OFFICE, wide('PowerPoint'), 'a PowerPoint file in the old format (.ppt)', 'Save it as .pptx or as a PDF.'],
  [OLD_OFFICE, '', 'an Office file in the old format', TO_NEW_FORMAT],
  [ZIP, 'xl/workbook.', 'an Excel workbook', 'Copy the tables that matter into a Markdown or Word document.'],
  [ZIP, 'application/vnd.oasis.opendocument', 'an OpenDocument file', TO_NEW_FORMAT],
  [ZIP, 'application/epub+zip', 'an e-book (EPUB)', 'Save it as a PDF or as HTML.'],
  [ZIP, '', 'a ZIP archive', 'Unpack it, and name the documents in it.'],
  ['\x1f\x8b', '', 'a gzip archive', 'Unpack it, and name the documents in it.'],
  ['{\\rtf', '', 'an RTF document', 'Save it as .docx or as a PDF.'],
  ['\x89PNG', '', 'an image', TO_TEXT],
  ['\xff\xd8\xff', '', 'an image', TO_TEXT],
  ['GIF8', '', 'an image', TO_TEXT],
  ['RIFF', 'WEBP', 'an image', TO_TEXT],
  ['II*\0', '', 'an image', TO_TEXT],
  ['MM\0*', '', 'an image', TO_TEXT],
];

/** The format, judged by the bytes and then by the name; what the file is and what to do, if it cannot be read. */
function findFormat(bytes: Uint8Array, file: string): FormatEntry | { readonly what: string; readonly fix: string } {
  const entryOf = (format: DocumentFormat) => FORMATS.find((entry) => entry.format === format) as FormatEntry;
  const start = String.fromCharCode(...bytes.subarray(0, 2048));
  if (start.slice(0, 1024).includes('%PDF-')) return entryOf('pdf');
  const isPacked = start.startsWith(ZIP) || start.startsWith(OLD_OFFICE);
  const whole = isPacked ? `${start}${new TextDecoder('latin1').decode(bytes)}` : start;
  if (start.startsWith(ZIP) && whole.includes('word/document.xml')) return entryOf('docx');
  if (start.startsWith(ZIP) && whole.includes('ppt/presentation.xml')) return entryOf('pptx');
  const refused = REFUSED.find(([begin, holds]) => start.startsWith(begin) && whole.includes(holds));
  if (refused !== undefined) return { what: refused[2], fix: refused[3] };
  const isUtf16 = start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff');
  if (start.includes('\0') && !isUtf16)
    return { what: 'a binary file', fix: 'Name a Markdown, text, HTML, PDF, Word or PowerPoint document.' };
  if (
    /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(start)
  )
    return entryOf('html');
  const named = FORMATS.find(({ extensions }) => extensions.includes(getExtension(file)));
  if (named !== undefined && ['markdown', 'text', 'html'].includes(named.format)) return named;
  return entryOf(/^(?:#{1,6}[ \t]|[-*][ \t]+\S|\|.*\||---$|\+\+\+$)|\]\(/m.test(start) ? 'markdown' : 'text');
}

/** A note on a name that suggests a different format from the file's. */
function explainName(entry: FormatEntry, file: string): readonly string[] {
  const named = FORMATS.find(({ extensions }) => extensions.includes(getExtension(file)));
  const isFine = named === undefined || named === entry;
  return isFine ? [] : [`Despite its name, the file is ${entry.title}; it was read as such.`];
}

/** The beginning of a text that is too long, up to the end of a line, with a sentence that says so. */
function limitText<T extends Pick<DocumentText, 'text' | 'sheets' | 'notes'>>(converted: T): T {
  const { text, sheets, notes } = converted;
  if (text.length <= MAX_TEXT) return converted;
  const end = text.lastIndexOf('\n', MAX_TEXT) + 1 || MAX_TEXT;
  const note = 'Only the first 1 MiB of its text was read.';
  return {
    ...converted,
    text: text.slice(0, end),
    sheets: sheets.filter(({ from }) => from < end),
    notes: [...notes, note],
  };
}

/**
 * The text of a document whatever its format, or why it has none. Nothing that is in the bytes makes it throw.
 * @param install the command that adds the package for PDFs.
 */
export async function convertDocument(
  bytes: Uint8Array,
  file: string,
  install = 'npm install unpdf',
): Promise<Outcome<DocumentText>> {
  if (bytes.length === 0)
    return refuseDocument(
      file,
      'empty',
      'the file is empty',
      'There is nothing to read.',
      'Check the name of the file.',
    );
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    const why = 'That is the limit, including pictures.';
    const fix = 'Save it with smaller pictures, or export its text.';
    return refuseDocument(file, 'too-large', 'the document is larger than 20 MiB', why, fix);
  }
  const entry = findFormat(bytes, file);
  if ('what' in entry) {
    const why = 'Only Markdown, plain text, HTML, PDF, Word (.docx) and PowerPoint (.pptx) can be read.';
    return refuseDocument(file, 'format', `this is ${entry.what}`, why, entry.fix);
  }
  try {
    const convert = await entry.load();
    const converted = await convert(bytes, file, install);
    if (!converted.ok) return converted;
    const { text, sheets, metadata, hasLines, notes } = limitText(converted.value);
    if (!/[\p{L}\p{N}]/u.test(text)) {
      const why = 'There is nothing to read.';
      return refuseDocument(file, 'no-text', 'the document has no text', why, 'Check that this is the right file.');
    }
    const bounded = refuseHostileMarkdown(text, 0, file);
    if (!bounded.ok) return bounded;
    const all = [...explainName(entry, file), ...notes];
    return { ok: true, value: { file, format: entry.format, text, metadata, sheets, hasLines, notes: all } };
  } catch (error) {
    const said = makeExcerpt(error instanceof Error ? error.message : String(error), 80);
    const why = `It begins like ${entry.title}, but could not be read to the end (${said}).`;
    const fix = 'Open it in its own program and save it again, or export it as a PDF or as text.';
    return refuseDocument(file, 'corrupt', 'the file is damaged', why, fix);
  }
}

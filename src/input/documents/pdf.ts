import type { Outcome } from '../../model/diagnostic.ts';
import { type ConvertedText, refuseDocument, tidyValue } from './converter.ts';
import { layOutPages, type PdfPage } from './pdf-layout.ts';
import { writeSheets } from './write-sheets.ts';

/** The package that reads PDFs. It is optional, as it is half as large as the program. */
const PACKAGE = 'unpdf';

/** Letters that are read at most; more are cut off anyway. */
const MAX_LETTERS = 1_500_000;

async function loadReader() {
  try {
    return await import('unpdf');
  } catch (error) {
    if (error instanceof Error && 'code' in error && /MODULE_NOT_FOUND/.test(String(error.code))) return null;
    throw error;
  }
}

/** The day of `D:20260630120000Z`; null for anything else. */
function readPdfDate(value: unknown): string | null {
  const [, year, month, day] = /^D:(\d{4})(\d\d)(\d\d)/.exec(String(value)) ?? [];
  return day === undefined ? null : `${year}-${month}-${day}`;
}

type PdfReader = NonNullable<Awaited<ReturnType<typeof loadReader>>>;

type PdfDocument = Awaited<ReturnType<PdfReader['getDocumentProxy']>>;

async function readPage(document: PdfDocument, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  page.cleanup();
  return items.flatMap((item) => {
    if (!('str' in item)) return [];
    const [across = 0, slant = 0, , up = 0, x = 0, y = 0] = item.transform as readonly number[];
    // What is written upwards is a stamp in the margin.
    if (Math.abs(slant) > Math.abs(across)) return [];
    return [{ text: item.str, x, y, width: item.width, size: Math.abs(up) || item.height, font: item.fontName }];
  });
}

async function readPdf(reader: PdfReader, bytes: Uint8Array, file: string): Promise<Outcome<ConvertedText>> {
  let document: PdfDocument;
  try {
    // A copy, as the reader takes the bytes over, and not a buffer, which it refuses.
    document = await reader.getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'PasswordException') throw error;
    const why = 'Its text is encrypted.';
    return refuseDocument(
      file,
      'encrypted',
      'the PDF is protected by a password',
      why,
      'Save a copy without the password.',
    );
  }
  const pages: PdfPage[] = [];
  const silent: number[] = [];
  let letters = 0;
  for (let number = 1; number <= document.numPages && letters < MAX_LETTERS; number += 1) {
    const page = await readPage(document, number);
    const found = page.reduce((sum, { text }) => sum + text.trim().length, 0);
    if (found === 0) silent.push(number);
    letters += found;
    pages.push(page);
  }
  const { info } = await document.getMetadata();
  await document.destroy();
  if (letters < 3 * pages.length && silent.length > 0.5 * pages.length) {
    const why = 'A program cannot read text in a picture.';
    const fix = 'Run text recognition (OCR) on it first, for example `ocrmypdf in.pdf out.pdf`.';
    return refuseDocument(file, 'no-text', 'the PDF contains only images of pages, without text', why, fix);
  }
  const facts = info as Readonly<Record<string, unknown>>;
  const title = typeof facts['Title'] === 'string' ? tidyValue(facts['Title']) : null;
  const date = readPdfDate(facts['ModDate']) ?? readPdfDate(facts['CreationDate']);
  const isOne = silent.length === 1;
  const notes =
    silent.length === 0
      ? []
      : [`${isOne ? 'Page' : 'Pages'} ${silent.join(', ')} ${isOne ? 'has' : 'have'} no text; pictures were not read.`];
  const metadata = { title, date, website: null };
  return { ok: true, value: { ...writeSheets('page', layOutPages(pages)), metadata, hasLines: false, notes } };
}

/** A PDF, page by page, with the optional package. */
export async function convertPdf(bytes: Uint8Array, file: string, install: string): Promise<Outcome<ConvertedText>> {
  const reader = await loadReader();
  if (reader === null) {
    const why = 'The package is optional, to keep the program small.';
    return refuseDocument(
      file,
      'needs-package',
      `reading a PDF needs the package ${PACKAGE}`,
      why,
      `Run \`${install}\`.`,
    );
  }
  return readPdf(reader, bytes, file);
}

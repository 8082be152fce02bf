import type { Outcome } from '../../model/diagnostic.ts';
import type { DocumentText } from '../../model/document.ts';
import { createFileProblem, explainNotUtf8 } from '../text/read-text.ts';

/** What a converter makes of a file. */
export interface ConvertedText extends Omit<DocumentText, 'file' | 'format'> {}

/** Turns the bytes of a format into Markdown. It may throw on a corrupt file. @param install the command that adds the package it needs. */
export type Converter = (bytes: Uint8Array, file: string, install: string) => Promise<Outcome<ConvertedText>>;

export const NO_METADATA: DocumentText['metadata'] = { title: null, date: null, website: null };

/** The outcome for a document that cannot be read. */
export function refuseDocument(
  file: string,
  code: string,
  what: string,
  why: string,
  fix: string,
): { readonly ok: false; readonly problems: readonly ReturnType<typeof createFileProblem>[] } {
  return { ok: false, problems: [createFileProblem(file, `document/${code}`, what, why, fix)] };
}

/** A metadata value on one line; null for an empty one. */
export function tidyValue(value: string | null | undefined): string | null {
  return value?.replace(/\s+/g, ' ').trim().slice(0, 500) || null;
}

/** The text in UTF-8, in UTF-16 with a byte order mark, or in `charset` where the file names one; its lines end in `\n`. */
export function decodeDocument(bytes: Uint8Array, file: string, charset: string | null = null): Outcome<string> {
  const [first, second] = bytes;
  const utf16 = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  for (const encoding of [utf16 ?? 'utf-8', charset ?? 'utf-8']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return { ok: true, value: text.replace(/\r\n?/g, '\n') };
    } catch {
      // Neither this encoding nor, for a name that is unknown, any.
    }
  }
  return { ok: false, problems: [explainNotUtf8(file, bytes)] };
}

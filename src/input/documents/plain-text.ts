import type { Outcome } from '../../model/diagnostic.ts';
import { type ConvertedText, decodeDocument, NO_METADATA } from './converter.ts';
import { readSheetMarkers } from './sheet-markers.ts';

/** True for a line of its own in capitals, as a plain text marks a heading. */
function isHeading(line: string): boolean {
  return line.length <= 80 && /\p{Lu}.*\p{Lu}.*\p{Lu}/u.test(line) && !/[\p{Ll}.,;|]/u.test(line);
}

/** Plain text, whose lines are kept: an indented one is not code, and a lone line in capitals is a heading. */
export async function convertPlainText(bytes: Uint8Array, file: string): Promise<Outcome<ConvertedText>> {
  const decoded = decodeDocument(bytes, file);
  if (!decoded.ok) return decoded;
  const lines = decoded.value.split('\n');
  const isBlank = (at: number) => (lines[at] ?? '').trim() === '';
  const read = lines.map((line, at) => {
    const bare = line
      .replace(/^[ \t]+(?=[^ \t])(?![-*\u2022]\s|\d+[.)]\s)/, '')
      .replace(/^([ \t]*)[\u2022\u25cf\u25aa](?=\s)/, '$1-');
    return isHeading(bare) && isBlank(at - 1) && isBlank(at + 1) ? `## ${bare}` : bare;
  });
  const text = readSheetMarkers(read.join('\n'), false);
  return { ok: true, value: { ...text, metadata: NO_METADATA, hasLines: true, notes: [] } };
}

import type { PassageSpan } from './passage.ts';

const CLOSING_MARKS: Readonly<Record<string, string>> = { '\u201c': '\u201d', '\u201e': '\u201c', '«': '»', '"': '"' };

/** The stretches in quotation marks, with their marks. A mark that is never closed opens nothing. */
export function findQuotations(text: string): readonly PassageSpan[] {
  const found: PassageSpan[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const closing = CLOSING_MARKS[text[at] ?? ''];
    const end = closing === undefined ? -1 : text.indexOf(closing, at + 1);
    if (end === -1) continue;
    found.push({ from: at, to: end + 1 });
    at = end;
  }
  return found;
}

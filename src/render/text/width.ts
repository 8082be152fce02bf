import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** True where each letter is one column wide and can be told apart without a look at Unicode. */
export function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/** `string-width` takes long for each call, and a text has the same few letters over and over. */
const letterWidths = new Map<string, number>();

/** Columns that a text takes, East Asian and emoji widths included; colour codes take none. */
export function widthOf(text: string): number {
  if (isAscii(text)) return text.length;
  if (text.length > 2) return stringWidth(text);
  const width = letterWidths.get(text) ?? stringWidth(text);
  letterWidths.set(text, width);
  return width;
}

/** The text with spaces up to `width` columns; longer text stays as it is. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** What a reader takes for letters: graphemes, such as an emoji of several code points. */
export function lettersOf(text: string): readonly string[] {
  return isAscii(text) ? [...text] : [...graphemes.segment(text)].map(({ segment }) => segment);
}

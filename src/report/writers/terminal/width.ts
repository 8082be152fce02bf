import { eastAsianWidth } from 'get-east-asian-width';
import stripAnsi from 'strip-ansi';

/** Made at the first need: making it takes longer than a whole report does. */
let segmenter: Intl.Segmenter | null = null;

/** Code units that are taken apart at once. */
const STRETCH = 256;

const letterWidths = new Map<string, number>();

/**
 * True where each code unit is a letter one column wide, which can be told without a look at Unicode: printable ASCII,
 * accented Latin letters, and the dashes, quotes, boxes and signs that the reports themselves draw with.
 */
export function isSimple(text: string): boolean {
  return /^[\x20-\x7e\xb7\xc0-\u017f\u2010-\u2027\u2264\u2500-\u259f\u2713\u2717]*$/.test(text);
}

/** Columns of one grapheme: none for what only marks or joins others, two for emoji and wide letters. */
function measureGrapheme(letter: string): number {
  const known = letterWidths.get(letter);
  if (known !== undefined) return known;
  const isInvisible = /^[\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Mark}\p{Surrogate}]+$/u.test(letter);
  // Terminals disagree on signs that may be shown as text or as a picture; too wide a guess only leaves room.
  const isEmoji = /(?![\x20-\x7e])\p{Emoji}|\ufe0f/u.test(letter);
  const width = isInvisible ? 0 : isEmoji ? 2 : eastAsianWidth(letter.codePointAt(0) ?? 0);
  letterWidths.set(letter, width);
  return width;
}

/** Columns that a text takes, East Asian and emoji widths included; colour codes take none. */
export function measureWidth(text: string): number {
  const bare = text.includes('\x1b') ? stripAnsi(text) : text;
  if (isSimple(bare)) return bare.length;
  return splitGraphemes(bare).reduce((sum, letter) => sum + measureGrapheme(letter), 0);
}

/** The text with spaces up to `width` columns; longer text stays as it is. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - measureWidth(text)));
}

/** What a reader takes for letters: graphemes, such as an emoji of several code points. */
export function splitGraphemes(text: string): readonly string[] {
  if (isSimple(text)) return [...text];
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const letters: string[] = [];
  for (let at = 0, size = STRETCH; at < text.length; ) {
    // Each letter that the segmenter finds carries a copy of the whole text, so it is given a stretch at a time.
    const end = at + size + (/[\ud800-\udbff]/.test(text[at + size - 1] ?? '') ? 1 : 0);
    const found = Array.from(segmenter.segment(text.slice(at, end)), ({ segment }) => segment);
    // The last letter may go on behind the stretch.
    if (end < text.length) found.pop();
    size = found.length === 0 ? 2 * size : STRETCH;
    for (const letter of found) at += letter.length;
    letters.push(...found);
  }
  return letters;
}

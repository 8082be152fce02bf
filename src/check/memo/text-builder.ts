import type { PassageLink } from './passage.ts';

/** Letters that are there and that no reader sees. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/y;

/** What a letter is read as: blanks of all kinds are one, quotation marks and hyphens are told apart by use, not by look. */
function normalizeLetter(letter: string): string {
  if (letter < '\u0080') return /\s/.test(letter) ? ' ' : letter;
  if (/\s/.test(letter)) return ' ';
  if (letter === '\u2019') return "'";
  if (letter === '\u2010' || letter === '\u2011') return '-';
  return letter.normalize('NFKC');
}

/** Collects the text of one passage together with the place of each letter in the file. */
export class TextBuilder {
  readonly #file: string;
  text = '';
  readonly offsets: number[] = [];
  readonly ends: number[] = [];
  readonly links: PassageLink[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  /** Adds what stands for the file's text from `from` to `to`. */
  add(letters: string, from: number, to: number): void {
    this.text += letters;
    for (let i = 0; i < letters.length; i += 1) {
      this.offsets.push(from);
      this.ends.push(to);
    }
  }

  /** Adds a value that a parser made of the file's text from `from` to `to`, letter by letter. */
  addValue(value: string, from: number, to: number): void {
    let at = from;
    let i = 0;
    while (i < value.length) {
      const letter = String.fromCodePoint(value.codePointAt(i) ?? 0);
      at = this.#skipTo(letter, value, i, at, to);
      const end = this.#endOf(letter, value, i, at, to);
      if (letter !== '\r' && !INVISIBLE.test(letter)) this.add(normalizeLetter(letter), at, end);
      i += letter.length;
      at = end;
    }
  }

  /** The offset of the letter, past what the parser took away: escapes, and what opens the lines of a quote or an item. */
  #skipTo(letter: string, value: string, i: number, from: number, to: number): number {
    let at = from;
    while (at < to && !this.#file.startsWith(letter, at) && !this.#isEntity(value, i, at)) at += 1;
    return at < to ? at : from;
  }

  #isEntity(value: string, i: number, at: number): boolean {
    if (this.#file[at] !== '&') return false;
    ENTITY.lastIndex = at;
    const match = ENTITY.exec(this.#file);
    return match !== null && !value.startsWith(match[0], i);
  }

  #endOf(letter: string, value: string, i: number, at: number, to: number): number {
    if (!this.#isEntity(value, i, at)) return Math.min(to, at + letter.length);
    ENTITY.lastIndex = at;
    return at + (ENTITY.exec(this.#file)?.[0].length ?? 1);
  }
}

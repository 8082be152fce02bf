import type { PassageLink } from './passage.ts';

/** Letters that are there and that no reader sees. */
export const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
/** Letters that a parser takes away in a row at most: what opens a line within a hundred quotes. */
const REACH = 1000;
/** Marks that say how a letter is drawn, such as the key around a digit. */
const DRAWN = /[\ufe00-\ufe0f\u20e3]/g;
const MARK = /\p{M}/u;
const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/y;

/** A digit of any script as one of 0 to 9: the digits of a script follow each other, from its zero on. */
function toPlainDigit(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** What a letter with its marks is read as: all kinds of blanks are one, and so are those of apostrophes, hyphens and digits. */
function normalizeLetter(letter: string): string {
  if (/\s/.test(letter)) return ' ';
  if (letter < '\u0080') return letter.replace(DRAWN, '');
  if (letter === '\u2019') return "'";
  if (letter === '\u2010' || letter === '\u2011') return '-';
  const plain = letter.replace(DRAWN, '').normalize('NFKC');
  return /^\p{Nd}$/u.test(plain) && plain > '9' ? toPlainDigit(plain) : plain;
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
      const entity = this.#entityLength(value, i, at);
      const end = entity > 0 ? at + entity : Math.min(to, at + letter.length);
      let [said, next, last] = [normalizeLetter(letter), i + letter.length, end];
      // A letter and the marks behind it are one letter.
      while (MARK.test(value[next] ?? '')) {
        const whole = (said + value[next]).normalize('NFC');
        if (whole.length > said.length) break;
        [said, next, last] = [whole, next + 1, Math.min(to, last + 1)];
      }
      if (letter !== '\r' && !INVISIBLE.test(letter)) this.add(said, at, last);
      i = next;
      at = last;
    }
  }

  /** The offset of the letter, past what the parser took away: escapes, and what opens the lines of a quote or an item. */
  #skipTo(letter: string, value: string, i: number, from: number, to: number): number {
    let at = from;
    const end = Math.min(to, from + REACH);
    while (at < end && !this.#file.startsWith(letter, at) && this.#entityLength(value, i, at) === 0) at += 1;
    return at < end ? at : from;
  }

  /** The length of the entity at `at`; 0 where there is none, or where the value has the same letters. */
  #entityLength(value: string, i: number, at: number): number {
    if (this.#file[at] !== '&') return 0;
    ENTITY.lastIndex = at;
    const [entity] = ENTITY.exec(this.#file) ?? [''];
    return entity === undefined || value.startsWith(entity, i) ? 0 : entity.length;
  }
}

/** Tags within words; any other separates the words on its two sides. */
export const INLINE_TAGS = new Set('a abbr b em font i mark small span strong sub sup u wbr'.split(' '));
/** Tags whose content no reader takes for a statement. */
const UNREAD_TAGS = new Set('code del pre s script strike style template'.split(' '));
const TAG = /<!---?>|<!--[\s\S]*?(?:-->|$)|<\/?([a-zA-Z][a-zA-Z\d-]*)(?![a-zA-Z\d-])[^<>]*>|<[!?][^<>]*>/g;

/** How deep a text is in HTML tags whose content is not read. */
export class HtmlState {
  #depth = 0;

  get isUnread(): boolean {
    return this.#depth > 0;
  }

  /** Passes one tag. @returns whether it separates the words on its two sides. */
  pass(tag: string, name: string | undefined): boolean {
    const lower = (name ?? '').toLowerCase();
    if (UNREAD_TAGS.has(lower) && !tag.endsWith('/>'))
      this.#depth = Math.max(0, this.#depth + (tag.startsWith('</') ? -1 : 1));
    return lower !== '' && !INLINE_TAGS.has(lower);
  }
}

/** Adds the text within a piece of HTML; tags and comments are left out, and every letter keeps its place. */
export function addHtml(builder: TextBuilder, file: string, from: number, to: number, state: HtmlState): void {
  const source = file.slice(from, to);
  let at = 0;
  const addUpTo = (end: number) => {
    if (!state.isUnread && end > at) builder.addValue(decodeEntities(source.slice(at, end)), from + at, from + end);
  };
  for (const match of source.matchAll(TAG)) {
    addUpTo(match.index);
    at = match.index + match[0].length;
    if (state.pass(match[0], match[1])) builder.add(' ', from + match.index, from + at);
  }
  addUpTo(source.length);
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  euro: '€',
  pound: '£',
  times: '×',
};

/** A parser of Markdown leaves the entities of a block of HTML as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#[xX]([\da-fA-F]{1,5})|([a-z]{2,6}));/g, (all, decimal, hexadecimal, name) => {
    if (name !== undefined) return NAMED_ENTITIES[String(name)] ?? all;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(String(hexadecimal), 16) : Number(decimal));
  });
}

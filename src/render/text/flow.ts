import stringWidth from 'string-width';
import { safeForTerminal } from '../safe-text.ts';

/** Turns a piece of one line into what the terminal shows in colour or as a link; must not change its width. */
export type Style = (text: string) => string;

/** Text in one style. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

/** Running text: parts stand next to each other, and lines break at spaces. Texts are untrusted and made safe here. */
export type Flow = readonly (string | Run)[];

interface Piece {
  readonly text: string;
  readonly style: Style;
}

/** What no line break may come between; a space precedes it unless it is `glued`. */
interface Word {
  readonly pieces: Piece[];
  readonly glued: boolean;
}

const plain: Style = (text) => text;
const ASCII = /^[\x20-\x7e]*$/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** `string-width` takes long for each call, and a text has the same few letters over and over. */
const letterWidths = new Map<string, number>();

/** Columns that a text takes, East Asian and emoji widths included; colour codes take none. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  if (text.length > 2) return stringWidth(text);
  const width = letterWidths.get(text) ?? stringWidth(text);
  letterWidths.set(text, width);
  return width;
}

/** The text with spaces up to `width` columns; longer text stays as it is. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** `safeForTerminal` for text that stays on one line: single spaces instead of line breaks and tabs. */
export function oneLine(text: string): string {
  return safeForTerminal(text.replace(/\s+/g, ' '));
}

function lettersOf(text: string): readonly string[] {
  return ASCII.test(text) ? [...text] : [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** Cuts a text where a line may break beside the spaces: around each wide letter, as East Asian text has no spaces. */
function breakable(text: string): readonly string[] {
  if (ASCII.test(text)) return [text];
  const parts: string[] = [];
  let open = false;
  for (const letter of lettersOf(text)) {
    const isWide = widthOf(letter) > 1;
    if (isWide || !open) parts.push(letter);
    else parts[parts.length - 1] += letter;
    open = !isWide;
  }
  return parts;
}

function wordsOf(flow: Flow): readonly Word[] {
  const found: Word[] = [];
  let spaced = true;
  for (const part of flow) {
    const { text, style } = typeof part === 'string' ? { text: part, style: plain } : part;
    for (const token of oneLine(text).split(/( +)/)) {
      if (token === '') continue;
      if (token.startsWith(' ')) {
        spaced = true;
        continue;
      }
      const last = found.at(-1);
      for (const [index, cut] of breakable(token).entries()) {
        // It may come to begin a line, where a runner reads `::` as a command.
        const piece = cut.startsWith(':') ? safeForTerminal(cut) : cut;
        if (index === 0 && !spaced && last !== undefined) last.pieces.push({ text: piece, style });
        else found.push({ pieces: [{ text: piece, style }], glued: index > 0 });
      }
      spaced = false;
    }
  }
  return found;
}

function widthOfWord(word: Word): number {
  return word.pieces.reduce((sum, piece) => sum + widthOf(piece.text), 0);
}

/** A word too wide for a line, cut to fit; behind a sign such as `/` or `-` where one is near. */
function cutToFit(word: Word, width: number): readonly Word[] {
  const parts: Word[] = [];
  let pieces: Piece[] = [];
  let room = width;
  const close = () => {
    if (pieces.length > 0) parts.push({ pieces, glued: word.glued || parts.length > 0 });
    pieces = [];
    room = width;
  };
  for (const { text, style } of word.pieces) {
    let letters = lettersOf(text);
    while (letters.length > 0) {
      let count = 0;
      for (let used = 0; count < letters.length; count += 1) {
        used += widthOf(letters[count] ?? '');
        if (used > room) break;
      }
      if (count < letters.length) {
        const sign = letters.slice(0, count).findLastIndex((letter) => /[-/._?&=]/.test(letter));
        if (sign > count / 2) count = sign + 1;
      }
      if (count === 0 && room === width) count = 1;
      if (count > 0) pieces.push({ text: letters.slice(0, count).join(''), style });
      letters = lettersOf(safeForTerminal(letters.slice(count).join('')));
      if (letters.length > 0) close();
      else room -= widthOf(pieces.at(-1)?.text ?? '');
    }
  }
  close();
  return parts;
}

function paintLine(pieces: readonly Piece[]): string {
  let line = '';
  for (let at = 0; at < pieces.length; ) {
    const { style } = pieces[at] ?? { style: plain };
    let text = '';
    for (; at < pieces.length && pieces[at]?.style === style; at += 1) text += pieces[at]?.text;
    line += style(text);
  }
  return line;
}

/**
 * Lines of at most `width` columns. `first` stands before the first line and `rest`, spaces of the same width unless
 * told, before the others; both are trusted, may be painted, and must be narrower than the width. Nothing is cut off:
 * a word wider than a line goes on in the next. No text gives `first` alone.
 */
export function wrap(flow: Flow, width: number, first = '', rest = ' '.repeat(widthOf(first))): string[] {
  const room = width - widthOf(first);
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const whole of wordsOf(flow)) {
    for (const word of widthOfWord(whole) > room ? cutToFit(whole, room) : [whole]) {
      const size = widthOfWord(word);
      if (used > 0 && used + size + (word.glued ? 0 : 1) > room) {
        lines.push([]);
        used = 0;
      }
      const gap = used === 0 || word.glued ? 0 : 1;
      const line = lines.at(-1) ?? [];
      const style = word.pieces[0]?.style;
      if (gap === 1)
        line.push({ text: ' ', style: style !== undefined && style === line.at(-1)?.style ? style : plain });
      line.push(...word.pieces);
      used += gap + size;
    }
  }
  return lines.map((line, index) => ((index === 0 ? first : rest) + paintLine(line)).trimEnd());
}

import { escapeForTerminal } from '../escape-for-terminal.ts';
import { isSimple, measureWidth, splitGraphemes } from './width.ts';

/** Turns a piece of one line into what the terminal shows in colour or as a link; must not change its width. */
export type Style = (text: string) => string;

/** Text in one style. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

/** Running text: parts stand next to each other, and lines break at spaces. Texts are untrusted and made safe here. */
export type Flow = readonly (string | Run)[];

export interface Piece {
  readonly text: string;
  readonly style: Style;
}

/** What no line break may come between; a space precedes it unless it is `glued`. */
export interface WrapWord {
  readonly pieces: Piece[];
  /** Columns. */
  width: number;
  readonly glued: boolean;
}

export const plain: Style = (text) => text;

/** `safeForTerminal` for text that stays on one line: single spaces instead of line breaks and tabs. */
export function toOneLine(text: string): string {
  return escapeForTerminal(text.replace(/\s+/g, ' '));
}

/** Cuts a text where a line may break besides at spaces: around each wide letter, as East Asian text has no spaces. */
function splitWideLetters(text: string): readonly string[] {
  if (isSimple(text)) return [text];
  const parts: string[] = [];
  let open = false;
  for (const letter of splitGraphemes(text)) {
    const isWide = measureWidth(letter) > 1;
    if (isWide || !open) parts.push(letter);
    else parts[parts.length - 1] += letter;
    open = !isWide;
  }
  return parts;
}

/** The words of a flow, made safe for a terminal. */
export function splitWords(flow: Flow): readonly WrapWord[] {
  const found: WrapWord[] = [];
  let spaced = true;
  for (const part of flow) {
    const { text, style } = typeof part === 'string' ? { text: part, style: plain } : part;
    const line = toOneLine(text);
    const areSimple = isSimple(line);
    for (const [at, token] of line.split(' ').entries()) {
      if (at > 0) spaced = true;
      if (token === '') continue;
      for (const [index, cut] of (areSimple ? [token] : splitWideLetters(token)).entries()) {
        // It may come to begin a line, where a runner reads `::` as a command.
        const piece = cut.startsWith(':') ? escapeForTerminal(cut) : cut;
        const width = areSimple ? piece.length : measureWidth(piece);
        const last = found.at(-1);
        if (index === 0 && !spaced && last !== undefined) {
          last.pieces.push({ text: piece, style });
          last.width += width;
        } else found.push({ pieces: [{ text: piece, style }], width, glued: index > 0 });
      }
      spaced = false;
    }
  }
  return found;
}

/** A word too wide for a line, cut to fit; behind a sign such as `/` or `-` where one is near. */
export function cutToFit(word: WrapWord, width: number): readonly WrapWord[] {
  const parts: WrapWord[] = [];
  let pieces: Piece[] = [];
  let room = width;
  const close = () => {
    const used = pieces.reduce((sum, piece) => sum + measureWidth(piece.text), 0);
    if (pieces.length > 0) parts.push({ pieces, width: used, glued: word.glued || parts.length > 0 });
    pieces = [];
    room = width;
  };
  for (const { text, style } of word.pieces) {
    const letters = [...splitGraphemes(text)];
    for (let at = 0; at < letters.length; ) {
      let end = at;
      for (let used = 0; end < letters.length; end += 1) {
        used += measureWidth(letters[end] ?? '');
        if (used > room) break;
      }
      if (end < letters.length) {
        const sign = letters.slice(at, end).findLastIndex((letter) => /[-/._?&=]/.test(letter));
        if (sign >= (end - at) / 3) end = at + sign + 1;
      }
      if (end === at && room === width) end += 1;
      if (end > at) pieces.push({ text: letters.slice(at, end).join(''), style });
      at = end;
      if (at === letters.length) {
        room -= measureWidth(pieces.at(-1)?.text ?? '');
        break;
      }
      close();
      // The rest begins a line, where a runner reads `::` as a command.
      if (letters[at] === ':' && letters[at + 1] === ':') letters[at] = escapeForTerminal('::').slice(0, -1);
    }
  }
  close();
  return parts;
}

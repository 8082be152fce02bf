import { escapeForTerminal } from '../escape-for-terminal.ts';
import { isSimple, measureWidth, splitGraphemes } from './width.ts';

/** Turns a piece of one line into what the terminal shows in colour or as a link; must not change its width. */
type Style = (text: string) => string;

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
interface WrapWord {
  readonly pieces: Piece[];
  /** Columns. */
  width: number;
  readonly glued: boolean;
}

export const plain: Style = (text) => text;

/** `escapeForTerminal` for text that stays on one line: single spaces instead of line breaks and tabs. */
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
function splitWords(flow: Flow): readonly WrapWord[] {
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
function cutToFit(word: WrapWord, width: number): readonly WrapWord[] {
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

function toRun(part: string | Run): Run {
  return typeof part === 'string' ? { text: part, style: plain } : part;
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
 * Lines of at most `width` columns. `first` stands before the first line and `rest`, spaces of the same width by
 * default, before the others; both are trusted, may be painted, and must be narrower than the width. Nothing is cut off:
 * a word wider than a line goes on in the next. No text gives `first` alone.
 */
export function wrap(flow: Flow, width: number, first = '', rest = ' '.repeat(measureWidth(first))): string[] {
  const room = width - measureWidth(first);
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const whole of splitWords(flow)) {
    for (const word of whole.width > room ? cutToFit(whole, room) : [whole]) {
      const size = word.width;
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

/** The start of a flow, `most` code units long. */
function cutFlow(flow: Flow, most: number): Flow {
  let left = most;
  return flow.map((part) => {
    const run = toRun(part);
    const text = run.text.slice(0, left);
    left -= text.length;
    return text.length === run.text.length ? part : { ...run, text };
  });
}

/** The first lines of a flow, as `wrap` makes them: where more would follow, the last of them ends in an ellipsis. */
export function wrapAtMost(
  flow: Flow,
  { width, unicode }: { readonly width: number; readonly unicode: boolean },
  count: number,
  first: string,
): readonly string[] {
  // What would not be shown is not laid out either.
  const shown = cutFlow(flow, 4 * count * width);
  const lines = wrap(shown, width, first);
  if (lines.length <= count) return lines;
  const gap = unicode ? ' …' : ' ...';
  return wrap(shown, width - gap.length, first)
    .slice(0, count)
    .map((line, at) => (at === count - 1 ? line + gap : line));
}

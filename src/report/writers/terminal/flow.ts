import { cutToFit, type Flow, type Piece, plain, splitWords } from './split-words.ts';
import { widthOf } from './width.ts';
import { wrapSimple } from './wrap-simple.ts';

export { type Flow, oneLine, type Run } from './split-words.ts';
export { pad, widthOf } from './width.ts';

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
  const simple = wrapSimple(flow, room);
  if (simple !== null) return simple.map((line, index) => ((index === 0 ? first : rest) + line).trimEnd());
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

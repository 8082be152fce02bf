import { isHarmless } from '../escape-for-terminal.ts';
import { cutToFit, type Flow, type Piece, plain, type Run, type Style, splitWords, toOneLine } from './split-words.ts';
import { isSimple, measureWidth } from './width.ts';

export { type Flow, type Run, toOneLine as oneLine } from './split-words.ts';
export { measureWidth as widthOf, pad } from './width.ts';

/** Text of one style, from one place of the whole to the next one's. */
interface StyleStretch {
  readonly from: number;
  readonly style: Style;
}

function toRun(part: string | Run): Run {
  return typeof part === 'string' ? { text: part, style: plain } : part;
}

/** What stands between two places of the text, each stretch in its style. */
function paintStretch(text: string, stretches: readonly StyleStretch[], from: number, to: number): string {
  let line = '';
  for (const [index, stretch] of stretches.entries()) {
    const start = Math.max(from, stretch.from);
    const end = Math.min(to, stretches[index + 1]?.from ?? text.length);
    if (start < end) line += stretch.style(text.slice(start, end));
  }
  return line;
}

/**
 * The lines of a flow by its letters alone, at a fraction of the cost of `splitWords`: for text of letters one column wide
 * with single spaces between its words, with nothing that could turn into a command where a line breaks, with no word
 * wider than a line, and with no space at the edge of a painted part. null for any other, which is nearly none.
 */
export function wrapSimple(flow: Flow, room: number): readonly string[] | null {
  let text = '';
  const stretches: StyleStretch[] = [];
  for (const part of flow) {
    const run = toRun(part);
    const line = toOneLine(run.text);
    if (line === '') continue;
    if (run.style !== plain && /^ | $/.test(line)) return null;
    if (stretches.at(-1)?.style !== run.style) stretches.push({ from: text.length, style: run.style });
    text += line;
  }
  const end = text.endsWith(' ') ? text.length - 1 : text.length;
  if (!isSimple(text) || text.startsWith(' ') || text.includes('  ') || !isHarmless(text)) return null;

  const lines: string[] = [];
  for (let from = 0; from < end; ) {
    const fits = end - from <= room;
    const to = fits ? end : text.lastIndexOf(' ', from + room);
    if (to <= from) return null;
    lines.push(paintStretch(text, stretches, from, to));
    from = to + 1;
  }
  return lines.length === 0 ? [''] : lines;
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

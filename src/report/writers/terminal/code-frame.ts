import type { Span } from '../../../model/diagnostic.ts';
import { escapeForTerminal, LOG_COMMAND } from '../escape-for-terminal.ts';
import type { Paint } from './paint.ts';
import { measureWidth, splitGraphemes } from './width.ts';

/** How the frame is to look. */
export interface FrameStyle {
  readonly paint: Paint;
  /** False where only ASCII is shown; the text of the file is shown as it is either way. */
  readonly unicode: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** A letter as shown: where it stands in the line, in UTF-16 units, and on the screen. */
interface FrameCell {
  readonly unit: number;
  readonly column: number;
  readonly width: number;
  readonly text: string;
}

const TAB_STOP = 4;

/** The lines of a text as problems count them; none for an empty text, which has nothing to show. */
export function splitLines(text: string): readonly string[] {
  if (text.trim() === '') return [];
  return text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
}

/** The letters of a line from unit `from` to `to`, as a terminal can show them. */
function layOutCells(line: string, from: number, to: number): readonly FrameCell[] {
  const part = line.slice(from, to);
  const commands = new Set([...part.matchAll(LOG_COMMAND)].map(({ index }) => index + 1));
  let [column, index] = [0, 0];
  return splitGraphemes(part).map((letter) => {
    const plain = commands.has(index) ? '\\u0023' : escapeForTerminal(letter);
    const text = letter === '\t' ? ' '.repeat(TAB_STOP - (column % TAB_STOP)) : plain;
    const cell = { unit: from + index, column, width: measureWidth(text), text };
    column += cell.width;
    index += letter.length;
    return cell;
  });
}

interface LineExcerpt {
  readonly text: string;
  /** Column and width of the marked part within the text. */
  readonly mark: number;
  readonly marked: number;
  /** True where the beginning of the line is left out. */
  readonly isCut: boolean;
}

/** A line of at most `columns` columns, cut around the part from unit `from` to `to`; `gap` stands for what is left out. */
function cutExcerpt(line: string, from: number, to: number, columns: number, gap: string): LineExcerpt {
  // A line of a megabyte costs no more than a short one: this many units on either side are looked at.
  const reach = columns * 4;
  const [first, last] = [Math.max(0, from - reach), Math.min(line.length, from + reach)];
  const cells = layOutCells(line, first, last);
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  const mark = cells.findLast(({ unit }) => unit <= from && from < last)?.column ?? total;
  const end = Math.max(mark + 1, cells.find(({ unit }) => unit >= to)?.column ?? total);
  if (first === 0 && last === line.length && Math.max(total, end) <= columns) {
    return { text: cells.map(({ text }) => text).join(''), mark, marked: end - mark, isCut: false };
  }
  const left = first === 0 && end <= columns - gap.length ? 0 : Math.max(0, mark - Math.floor(columns / 3));
  const lead = left > 0 || first > 0 ? gap : '';
  const tail = total > left + columns || last < line.length ? gap : '';
  const [start, stop] = [left + lead.length, left + columns - tail.length];
  const shown = cells.filter(({ column, width }) => column >= start && column + width <= stop);
  // A wide letter cut in half leaves a blank.
  const blank = ' '.repeat((shown[0]?.column ?? start) - start);
  const text = `${lead}${blank}${shown.map((cell) => cell.text).join('')}${tail}`;
  return { text, mark: mark - left, marked: Math.min(end, Math.max(stop, mark + 1)) - mark, isCut: lead !== '' };
}

/**
 * The lines of a frame: the first line of the span, with the lines before and after it when `around` is set, and a row
 * of carets below it. None when the text has no such line.
 */
export function renderCodeFrame(
  lines: readonly string[],
  span: Span,
  style: FrameStyle,
  around: boolean,
): readonly string[] {
  const { paint, unicode, width } = style;
  const line = lines[span.line - 1];
  if (line === undefined) return [];
  const digits = String(Math.min(lines.length, span.line + 1)).length;
  const bar = unicode ? '│' : '|';
  const gutter = (number: number | null) => paint.dim(`  ${String(number ?? '').padStart(digits)} ${bar}`);
  const columns = Math.max(20, width - digits - 5);
  const end = span.endLine > span.line ? line.length : span.endColumn - 1;
  const gap = unicode ? '…' : '...';
  const { text, mark, marked, isCut } = cutExcerpt(line, span.column - 1, end, columns, gap);
  const context = (number: number) => {
    const near = lines[number - 1] ?? '';
    if (!around || isCut || near.trim() === '') return [];
    return [`${gutter(number)} ${paint.dim(cutExcerpt(near, 0, 0, columns, gap).text)}`];
  };
  return [
    ...context(span.line - 1),
    `${gutter(span.line)} ${text}`.trimEnd(),
    `${gutter(null)} ${' '.repeat(mark)}${paint.red('^'.repeat(marked))}`,
    ...context(span.line + 1),
  ];
}

import Table from 'cli-table3';
import { widthOf, wrap } from './flow.ts';
import type { TerminalScreen } from './screen.ts';

const GAP = 2;

const BORDERLESS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GAP),
} as const;

/** A table as text: the widest that each column but the last gets before its text wraps; the last one takes what is left. */
export interface Columns {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly limits: readonly number[];
  /** The column that stands out. */
  readonly strong: number;
}

function wrapped(
  rows: readonly (readonly string[])[],
  limits: readonly number[],
  width: number,
): readonly (readonly (readonly string[])[])[] {
  const fixed = rows.map((row) => limits.map((limit, at) => wrap([row[at] ?? ''], limit)));
  const used = limits.map((_, at) => Math.max(...fixed.flatMap((row) => row[at] ?? []).map(widthOf)));
  const left = width - used.reduce((sum, column) => sum + column + GAP, 0);
  return rows.map((row, index) => [...(fixed[index] ?? []), wrap([row[limits.length] ?? ''], left)]);
}

/**
 * The lines of a table. Each line of a wrapped cell is a row of its own: the table would cut what is too wide, and takes long over
 * tall cells. What has the longest text belongs into the last column, where no padding can push a line over the width.
 */
export function columnLines({ titles, rows, limits, strong }: Columns, page: TerminalScreen): string[] {
  const { bold, dim } = page.paint;
  const style = { head: [], border: [], 'padding-left': 0, 'padding-right': 0 };
  const table = new Table({ chars: BORDERLESS, style });
  for (const [index, row] of wrapped([titles, ...rows], limits, page.width).entries()) {
    const paint = (line: string, column: number) => (index === 0 ? dim(line) : column === strong ? bold(line) : line);
    const height = Math.max(...row.map((lines) => lines.length));
    for (let at = 0; at < height; at += 1) table.push(row.map((lines, column) => paint(lines[at] ?? '', column)));
  }
  const lines = table.toString().split('\n');
  return lines.map((line) => line.trimEnd());
}

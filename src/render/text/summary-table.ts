import Table from 'cli-table3';
import type { Report } from '../../model/report.ts';
import { widthOf, wrap } from './flow.ts';
import { interval, type Page } from './page.ts';

const GAP = 2;
const VERDICT = 1;
const TITLES = ['', 'Verdict', 'Index', 'Track', 'Project'] as const;

/** The widest that each column but the last gets before its text wraps; the last one takes what is left. */
function widest(width: number): readonly number[] {
  return [4, 14, 17, width < 80 ? 14 : 20];
}

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

function cells(report: Report, rank: number, page: Page): readonly string[] {
  const { fit, classification, verdictTitle, project } = report;
  const index = fit === null ? '-' : interval(fit, page);
  return [String(rank), verdictTitle, index, classification.scoredAs ?? '-', project.name];
}

function wrapped(rows: readonly (readonly string[])[], width: number): readonly (readonly (readonly string[])[])[] {
  const limits = widest(width);
  const fixed = rows.map((row) => limits.map((limit, at) => wrap([row[at] ?? ''], limit)));
  const used = limits.map((_, at) => Math.max(...fixed.flatMap((row) => row[at] ?? []).map(widthOf)));
  const left = width - used.reduce((sum, column) => sum + column + GAP, 0);
  return rows.map((row, index) => [...(fixed[index] ?? []), wrap([row[limits.length] ?? ''], left)]);
}

/**
 * The projects in one table, in the order given. Each line of a wrapped cell is a row of its own: the table would cut
 * what is too wide, and takes long over tall cells. The name stands last, where no padding can push a line over the width.
 */
export function summaryTable(reports: readonly Report[], page: Page): string[] {
  const { bold, dim } = page.paint;
  const rows = [TITLES, ...reports.map((report, index) => cells(report, index + 1, page))];
  const style = { head: [], border: [], 'padding-left': 0, 'padding-right': 0 };
  const table = new Table({ chars: BORDERLESS, style });
  for (const [index, row] of wrapped(rows, page.width).entries()) {
    const paint = (line: string, column: number) => (index === 0 ? dim(line) : column === VERDICT ? bold(line) : line);
    const height = Math.max(...row.map((lines) => lines.length));
    for (let at = 0; at < height; at += 1) table.push(row.map((lines, column) => paint(lines[at] ?? '', column)));
  }
  const lines = table.toString().split('\n');
  return lines.map((line) => line.trimEnd());
}

import type { Report } from '../../../../model/report.ts';
import { columnLines } from '../../../writers/terminal/columns.ts';
import { interval, type TerminalScreen } from '../../../writers/terminal/screen.ts';

const TITLES = ['', 'Verdict', 'Index', 'Track', 'Project'] as const;
const VERDICT = 1;

function cells(report: Report, rank: number, page: TerminalScreen): readonly string[] {
  const { fit, classification, verdictTitle, project } = report;
  const index = fit === null ? '-' : interval(fit, page);
  return [String(rank), verdictTitle, index, classification.scoredAs ?? '-', project.name];
}

/** The projects in one table, in the order given. */
export function summaryTable(reports: readonly Report[], page: TerminalScreen): string[] {
  const rows = reports.map((report, index) => cells(report, index + 1, page));
  const limits = [4, 14, 17, page.width < 80 ? 14 : 20];
  return columnLines({ titles: TITLES, rows, limits, strong: VERDICT }, page);
}

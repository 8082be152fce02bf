import type { ReportJson } from '../../../model/report.ts';
import type { RenderOptions } from '../../format.ts';
import { rankReports } from '../../rank-reports.ts';
import { pageFor } from '../../writers/terminal/screen.ts';
import { judgementLines } from './terminal/certainty.ts';
import { renderReports, ruleLines, type TerminalSection } from './terminal/reports.ts';
import { summaryTable } from './terminal/summary-table.ts';

/** The reports for a terminal, under a table of all where there are several. No line is wider than the width, but for those of `quiet`. */
export function renderTerminal(file: ReportJson, options: RenderOptions, explain?: TerminalSection): string {
  if (options.quiet || file.reports.length < 2) return renderReports(file, options, explain);
  const page = pageFor(options);
  const head = [
    ...judgementLines(file.reports, file, page),
    ...summaryTable(rankReports(file.reports), page),
    ...ruleLines(page),
  ];
  return head.map((line) => `${line}\n`).join('') + renderReports(file, options, explain);
}

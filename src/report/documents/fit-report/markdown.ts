import type { ReportJson } from '../../../model/report.ts';
import { rankReports } from '../../rank-reports.ts';
import {
  ALONE,
  joinMarkdownLines,
  writeMarkdownBlocks,
  writeMarkdownLines,
} from '../../writers/markdown/write-markdown.ts';
import * as explanation from './explanation.ts';
import { toProblemsSection, toReportDocument, toReportsDocument } from './to-report-document.ts';

/**
 * The report for a memo or a pull request, in GitHub-flavoured Markdown. Several projects begin with a ranked table and
 * follow in its order; files that could not be scored are listed at the end.
 */
export function renderMarkdown(file: ReportJson): string {
  const ranked = rankReports(file.reports);
  const isOne = ranked.length === 1;
  const lines = [
    ...(isOne ? [] : writeMarkdownLines(toReportsDocument(ranked, file), ALONE)),
    ...ranked.flatMap((report) =>
      writeMarkdownLines(toReportDocument(report, file, explanation), { ...ALONE, level: isOne ? 1 : 2 }),
    ),
    ...writeMarkdownBlocks(toProblemsSection(file)),
  ];
  return joinMarkdownLines(lines);
}

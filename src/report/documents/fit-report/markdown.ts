import type { ReportJson } from '../../../model/report.ts';
import { rankReports } from '../../rank-reports.ts';
import { escapeLineStarts } from '../../writers/escape-for-terminal.ts';
import { ALONE, writeMarkdown, writeMarkdownBlocks } from '../../writers/markdown/write-markdown.ts';
import { toProblemsSection, toReportDocument, toReportsDocument } from './to-report-document.ts';

/**
 * The report for a memo or a pull request, in GitHub-flavoured Markdown. Several projects begin with a ranked table and
 * follow in its order; files that could not be scored are listed at the end.
 */
export function renderMarkdown(file: ReportJson): string {
  const ranked = rankReports(file.reports);
  const isOne = ranked.length === 1;
  const parts = [
    ...(isOne ? [] : [writeMarkdown(toReportsDocument(ranked, file))]),
    ...ranked.map((report) => writeMarkdown(toReportDocument(report, file), { ...ALONE, level: isOne ? 1 : 2 })),
    escapeLineStarts(writeMarkdownBlocks(toProblemsSection(file)).join('\n')),
  ];
  return `${parts
    .filter((part) => part !== '')
    .join('\n')
    .trimEnd()}\n`;
}

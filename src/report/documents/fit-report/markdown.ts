import type { Report, ReportJson } from '../../../model/report.ts';
import { rankReports } from '../../rank-reports.ts';
import { heading, table } from '../../writers/markdown/blocks.ts';
import { escapeForMarkdown as safe } from '../../writers/markdown/escape-for-markdown.ts';
import { judgement, otherTracks, problems, scope, track } from './markdown/closing.ts';
import { criteria, findings, unknowns } from './markdown/criteria.ts';
import { explanation } from './markdown/explanation.ts';
import { levers } from './markdown/levers.ts';
import { diagnosis, dimensions, gates, namedInterval, overview } from './markdown/overview.ts';
import { sources } from './markdown/sources.ts';

type MarkdownSection = (report: Report, level: number) => readonly string[];

/** What follows the overview. */
const SECTIONS: readonly MarkdownSection[] = [
  dimensions,
  gates,
  diagnosis,
  otherTracks,
  explanation,
  levers,
  unknowns,
  findings,
  criteria,
  sources,
  track,
];

function summary(reports: readonly Report[]): string[] {
  const rows = reports.map(({ project, verdictTitle, fit, classification }, index) => [
    String(index + 1),
    safe(project.name),
    safe(verdictTitle),
    fit === null ? '-' : namedInterval(fit),
    classification.scoredAs === null ? '-' : safe(classification.scoredAs),
  ]);
  return [...heading(1, 'Demand fit'), ...table(['Rank>', 'Project', 'Verdict', 'Index', 'Track'], rows)];
}

/**
 * The report for a memo or a pull request, in GitHub-flavoured Markdown. Several projects begin with a ranked table and
 * follow in its order; files that could not be scored are listed at the end.
 */
export function renderMarkdown(file: ReportJson): string {
  const ranked = rankReports(file.reports);
  const level = ranked.length === 1 ? 1 : 2;
  const blocks = [
    ...judgement(ranked, file),
    ...(ranked.length === 1 ? [] : summary(ranked)),
    ...ranked.flatMap((report) => [
      ...overview(report, level),
      ...(ranked.length === 1 ? [] : judgement([report], file)),
      ...SECTIONS.flatMap((section) => section(report, level)),
      ...scope(report, file),
    ]),
    ...problems(file, 2),
  ];
  return `${blocks.join('\n').trimEnd()}\n`;
}

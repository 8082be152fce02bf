import type { Report, ReportFile } from '../model/report.ts';
import { points } from './figures.ts';
import type { RenderOptions } from './format.ts';
import { rankReports } from './ranking.ts';
import { criteriaLines } from './text/criteria.ts';
import { diagnosisDetails, diagnosisOverview } from './text/diagnosis.ts';
import { dimensionLines } from './text/dimensions.ts';
import { findingsLines } from './text/findings.ts';
import { oneLine } from './text/flow.ts';
import { gateDetails, gateOverview } from './text/gates.ts';
import { leversSection } from './text/levers.ts';
import { type Page, pageFor } from './text/page.ts';
import { projectLines } from './text/project.ts';
import { scopeLines } from './text/scope.ts';
import { summaryTable } from './text/summary-table.ts';
import { otherTrackLines, trackLines } from './text/track.ts';
import { unknownsSection } from './text/unknowns.ts';
import { verdictLines } from './text/verdict.ts';

type Section = (report: Report, page: Page) => readonly string[];

/** What a reader with ten minutes needs; fits a screen of 24 lines by 80 columns unless the texts are long. */
const OVERVIEW: readonly Section[] = [projectLines, verdictLines, dimensionLines, gateOverview, diagnosisOverview];

const DETAILS: readonly Section[] = [
  gateDetails,
  diagnosisDetails,
  otherTrackLines,
  leversSection,
  unknownsSection,
  findingsLines,
  criteriaLines,
  trackLines,
];

function reportLines(report: Report, file: ReportFile, page: Page): string[] {
  return [...[...OVERVIEW, ...DETAILS].flatMap((section) => section(report, page)), ...scopeLines(report, file, page)];
}

/** `weak-fit 31 Example Network`: one line a project. */
function quietLine({ verdict, fit, project }: Report): string {
  return oneLine(`${verdict ?? 'outside'} ${fit === null ? '-' : points(fit.supported)} ${project.name}`);
}

/**
 * The report for a terminal: a first screen for each project and the details below it. Several projects are ranked, with a
 * table at the top. No line is wider than the width, but for those of `quiet`.
 */
export function renderTerminal(file: ReportFile, options: RenderOptions): string {
  const page = pageFor(options);
  const rule = page.paint.dim(page.glyphs.rule.repeat(page.width));
  const ranked = rankReports(file.reports);
  const lines = options.quiet
    ? ranked.map(quietLine)
    : [
        ...(ranked.length > 1 ? [...summaryTable(ranked, page), '', rule, ''] : []),
        ...ranked.flatMap((report, index) => [
          ...(index === 0 ? [] : ['', rule, '']),
          ...reportLines(report, file, page),
        ]),
      ];
  return lines.map((line) => `${line}\n`).join('');
}

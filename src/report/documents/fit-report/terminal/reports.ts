import type { Report, ReportJson } from '../../../../model/report.ts';
import type { RenderOptions } from '../../../format.ts';
import { rankReports } from '../../../rank-reports.ts';
import { formatPoints } from '../../../wording/figures.ts';
import { oneLine } from '../../../writers/terminal/flow.ts';
import { pageFor, type TerminalScreen } from '../../../writers/terminal/screen.ts';
import { certaintyDetails, certaintyOverview, judgementLines, quietJudgement } from './certainty.ts';
import { criteriaLines } from './criteria.ts';
import { diagnosisDetails, diagnosisOverview } from './diagnosis.ts';
import { dimensionLines } from './dimensions.ts';
import { findingsLines } from './findings.ts';
import { gateDetails, gateOverview } from './gates.ts';
import { leversSection } from './levers.ts';
import { projectLines } from './project.ts';
import { scopeLines } from './scope.ts';
import { otherTrackLines, trackLines } from './track.ts';
import { unknownsSection } from './unknowns.ts';
import { verdictLines } from './verdict.ts';

export type TerminalSection = (report: Report, page: TerminalScreen) => readonly string[];

/** What a reader with ten minutes needs; fits a screen of 24 lines by 80 columns unless the texts are long. */
const OVERVIEW: readonly TerminalSection[] = [
  verdictLines,
  dimensionLines,
  gateOverview,
  diagnosisOverview,
  certaintyOverview,
];

const DETAILS: readonly TerminalSection[] = [
  gateDetails,
  certaintyDetails,
  diagnosisDetails,
  otherTrackLines,
  leversSection,
  unknownsSection,
  findingsLines,
  criteriaLines,
  trackLines,
];

function reportLines(report: Report, file: ReportJson, page: TerminalScreen, explain: TerminalSection): string[] {
  return [
    ...judgementLines([report], file, page),
    ...projectLines(report, page),
    ...[...OVERVIEW, explain, ...DETAILS].flatMap((section) => section(report, page)),
    ...scopeLines(report, file, page),
  ];
}

/** `weak-fit 31 Example Network`: one line a project. */
function quietLine({ verdict, fit, project, reference }: Report): string {
  return oneLine(
    `${verdict ?? (reference ? 'reference' : 'outside')} ${fit === null ? '-' : formatPoints(fit.supported)} ${project.name}`,
  );
}

/** Between a report and what stands above it. */
export function ruleLines(page: TerminalScreen): string[] {
  return ['', page.paint.dim(page.glyphs.rule.repeat(page.width)), ''];
}

/**
 * The reports for a terminal, best first: for each a first screen and the details below it, or one line when quiet. No line
 * is wider than the width, but for those of `quiet`. `explain` writes the full view of a report, whose code is loaded only
 * where one is asked for.
 */
export function renderReports(file: ReportJson, options: RenderOptions, explain: TerminalSection = () => []): string {
  const page = pageFor(options);
  const ranked = rankReports(file.reports);
  const lines = options.quiet
    ? [...quietJudgement(file), ...ranked.map(quietLine)]
    : ranked.flatMap((report, index) => [
        ...(index === 0 ? [] : ruleLines(page)),
        ...reportLines(report, file, page, explain),
      ]);
  return lines.map((line) => `${line}\n`).join('');
}

import { type Bounds, HIGHEST, type Level } from '../../../../model/level.ts';
import type { CriterionReport, DimensionReport, Report } from '../../../../model/report.ts';
import { formatFinePercent, formatPoints } from '../../../wording/figures.ts';
import { describeComparison } from '../../../wording/gate-sentences.ts';
import { formatReportPlace } from '../../../wording/sentences.ts';
import { wrap } from '../../../writers/terminal/flow.ts';
import { heading, indented, interval, labelled, type TerminalScreen } from '../../../writers/terminal/screen.ts';
import { bar } from './dimensions.ts';
import { itemLines } from './items.ts';
import { ownSources, sourceLines } from './sources.ts';

type AnsweredCriterionReport = Extract<CriterionReport, { status: 'answered' }>;

const INDENT = 7;

/** `level 2 of 4`, or `level 1 ≤ 2 ≤ 4 of 4` where the three values differ. */
function levelPhrase(levels: Bounds<Level>, page: TerminalScreen): string {
  const differ = levels.supported !== levels.claimed || levels.claimed !== levels.possible;
  return `level ${differ ? interval(levels, page) : levels.supported} of ${HIGHEST}`;
}

function titleLines(criterion: CriterionReport, says: string, page: TerminalScreen): string[] {
  const cells = criterion.status === 'not-applicable' ? '    ' : bar(criterion.levels, HIGHEST, HIGHEST, page);
  const title = { text: `${criterion.title}:`, style: page.paint.bold };
  return wrap([title, ` ${says}`], page.width, `  ${cells} `);
}

function answeredLines(report: Report, criterion: AnsweredCriterionReport, page: TerminalScreen): string[] {
  const { said, note, levels, means, grade, cap, sources, disputedBy, items, comparison, raise, effort } = criterion;
  const evidence = `grade ${grade}, which carries level ${cap} at most; ${formatFinePercent(criterion.share)} of the index`;
  const sentences = comparison === null ? [] : describeComparison(comparison);
  const at = formatReportPlace(report, criterion.at);
  return [
    ...titleLines(criterion, `${said}; ${levelPhrase(levels, page)}`, page),
    ...labelled('means', [means], page, INDENT),
    ...labelled('evidence', [evidence], page, INDENT),
    ...sentences.flatMap((text, index) => labelled(index === 0 ? 'compared' : '', [text], page, INDENT)),
    ...sourceLines('source', ownSources(sources, items), page, INDENT),
    ...sourceLines('disputed', disputedBy, page, INDENT),
    ...items.flatMap((item) => itemLines(report, item, page, INDENT)),
    ...(note === null ? [] : labelled('note', [note], page, INDENT)),
    ...(levels.supported === HIGHEST ? [] : labelled('lever', [`${raise} Effort: ${effort.raise}.`], page, INDENT)),
    ...(at === null ? [] : labelled('at', [{ text: at, style: page.paint.dim }], page, INDENT)),
  ];
}

function criterionLines(report: Report, criterion: CriterionReport, page: TerminalScreen): string[] {
  switch (criterion.status) {
    case 'answered':
      return answeredLines(report, criterion, page);
    case 'unknown':
      return titleLines(criterion, `unknown; ${formatFinePercent(criterion.share)} of the index`, page);
    case 'not-applicable':
      return titleLines(criterion, `not applicable. ${criterion.reason}`, page);
  }
}

function dimensionLines(report: Report, dimension: DimensionReport, page: TerminalScreen): string[] {
  const { title, weight, reason, criteria } = dimension;
  return [
    ...heading(title, page),
    ...indented([`${interval(dimension, page)}, weight ${formatPoints(weight)} of 100`], page),
    ...indented([{ text: reason, style: page.paint.dim }], page),
    ...criteria.flatMap((criterion) => ['', ...criterionLines(report, criterion, page)]),
  ];
}

/** Every criterion by dimension: answer, level, evidence, sources, disputes, items and place. */
export function criteriaLines(report: Report, page: TerminalScreen): string[] {
  return report.dimensions.flatMap((dimension) => dimensionLines(report, dimension, page));
}

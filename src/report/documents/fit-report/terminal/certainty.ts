import type { Report, ReportJson } from '../../../../model/report.ts';
import { describeCertainty, listCertaintyFacts } from '../../../wording/certainty.ts';
import { formatPercent } from '../../../wording/figures.ts';
import { describeReportOverrides } from '../../../wording/provenance.ts';
import { oneLine } from '../../../writers/terminal/flow.ts';
import { heading, indented, labelled, type TerminalScreen } from '../../../writers/terminal/screen.ts';

/** How sure the verdict is, with the coverage: one line. */
export function certaintyOverview(report: Report, page: TerminalScreen): string[] {
  const { certainty, coverage } = report;
  if (certainty === null || coverage === null) return [];
  const sourced = `; ${formatPercent(coverage)} of weight sourced`;
  return labelled(
    'How sure',
    [{ text: describeCertainty(certainty, report.verdict), style: page.paint.bold }, sourced],
    page,
    2,
    12,
  );
}

/** What leaves the verdict open; the full view, where it was asked for, says it better. */
export function certaintyDetails({ certainty, explanation }: Report, page: TerminalScreen): string[] {
  if (certainty === null || explanation !== null) return [];
  return [
    ...heading('How sure', page),
    ...listCertaintyFacts(certainty).flatMap(({ label, says }) => labelled(label, [says], page)),
    ...indented([{ text: '--explain-verdict tells what would change it.', style: page.paint.dim }], page),
  ];
}

/** That the reader judges otherwise than the rubric that comes with the program. */
export function judgementLines(reports: readonly Report[], file: ReportJson, page: TerminalScreen): string[] {
  const own = describeReportOverrides(reports, file);
  return own === null ? [] : labelled('By own judgement:', [own], page, 0, 18);
}

/** The same in one line. */
export function quietJudgement(file: ReportJson): string[] {
  const own = describeReportOverrides(file.reports, file);
  return own === null ? [] : [oneLine(`By own judgement: ${own}`)];
}

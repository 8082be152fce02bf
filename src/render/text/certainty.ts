import type { Report, ReportFile } from '../../model/report.ts';
import { certaintyFacts, certaintySentence } from '../certainty.ts';
import { percent } from '../figures.ts';
import { ownJudgementOf } from '../judged-by.ts';
import { oneLine } from './flow.ts';
import { heading, indented, labelled, type Page } from './page.ts';

/** How sure the verdict is, with the coverage: one line. */
export function certaintyOverview(report: Report, page: Page): string[] {
  const { certainty, coverage } = report;
  if (certainty === null || coverage === null) return [];
  const sourced = `; ${percent(coverage)} of weight sourced`;
  return labelled(
    'How sure',
    [{ text: certaintySentence(certainty, report.verdict), style: page.paint.bold }, sourced],
    page,
    2,
    12,
  );
}

/** What leaves the verdict open; the full view, where it was asked for, says it better. */
export function certaintyDetails({ certainty, explanation }: Report, page: Page): string[] {
  if (certainty === null || explanation !== null) return [];
  return [
    ...heading('How sure', page),
    ...certaintyFacts(certainty).flatMap(({ label, says }) => labelled(label, [says], page)),
    ...indented([{ text: '--explain-verdict tells what would change it.', style: page.paint.dim }], page),
  ];
}

/** That the reader judges otherwise than the rubric that comes with the program. */
export function judgementLines(reports: readonly Report[], file: ReportFile, page: Page): string[] {
  const own = ownJudgementOf(reports, file);
  return own === null ? [] : labelled('By own judgement:', [own], page, 0, 18);
}

/** The same in one line. */
export function quietJudgement(file: ReportFile): string[] {
  const own = ownJudgementOf(file.reports, file);
  return own === null ? [] : [oneLine(`By own judgement: ${own}`)];
}

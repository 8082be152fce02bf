import type { Report, ReportFile } from '../../model/report.ts';
import { certaintySentence, ownJudgement } from '../certainty.ts';
import { labelled, type Page } from './page.ts';

/** How sure the verdict is, in a sentence. */
export function certaintyOverview({ certainty }: Report, page: Page): string[] {
  return certainty === null ? [] : labelled('How sure', [certaintySentence(certainty)], page, 2, 12);
}

/** That the reader judges otherwise than the rubric that comes with the program. */
export function judgementLines(report: Report, file: ReportFile, page: Page): string[] {
  const own = ownJudgement(report, file);
  return own === null ? [] : labelled('By own judgement', [own], page, 0, 17);
}

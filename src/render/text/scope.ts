import type { Report, ReportFile } from '../../model/report.ts';
import { rubricSentence } from '../sentences.ts';
import { heading, indented, type Page } from './page.ts';

/** What is measured and what not, and by which rubric, tool and day. */
export function scopeLines(report: Report, file: ReportFile, page: Page): string[] {
  return [
    ...heading('Scope', page),
    ...indented([report.scope], page),
    ...indented([{ text: rubricSentence(report, file), style: page.paint.dim }], page),
  ];
}

import type { Report, ReportFile } from '../../model/report.ts';
import { rubricSentence } from '../sentences.ts';
import { heading, indented, type Page } from './page.ts';

/** What is measured and what not, and by which rubric, tool and day. */
export function scopeLines(report: Report, file: ReportFile, page: Page): string[] {
  const { file: path, website } = report.project;
  const style = page.paint.dim;
  const origin = [
    ...(path === null ? [] : [`Description ${path}`]),
    ...(website === null ? [] : [`website ${website}`]),
  ];
  return [
    ...heading('Scope', page),
    ...indented([report.scope], page),
    ...indented([{ text: rubricSentence(report, file), style }], page),
    ...(origin.length === 0 ? [] : indented([{ text: origin.join('; '), style }], page)),
  ];
}

import type { Report, ReportJson } from '../../../../model/report.ts';
import { describeRubric } from '../../../wording/sentences.ts';
import { heading, indented, type TerminalScreen } from '../../../writers/terminal/screen.ts';

/** What is measured and what not, and by which rubric, tool and day. */
export function scopeLines(report: Report, file: ReportJson, page: TerminalScreen): string[] {
  const { file: path, website } = report.project;
  const style = page.paint.dim;
  const origin = [
    ...(path === null ? [] : [`Description ${path}`]),
    ...(website === null ? [] : [`website ${website}`]),
  ];
  return [
    ...heading('Scope', page),
    ...indented([report.scope], page),
    ...indented([{ text: describeRubric(report, file), style }], page),
    ...(origin.length === 0 ? [] : indented([{ text: origin.join('; '), style }], page)),
  ];
}

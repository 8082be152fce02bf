import type { Report, ReportFile } from '../../model/report.ts';
import { heading, indented, type Page } from './page.ts';

/** What is measured and what not, and by which rubric, tool and day. */
export function scopeLines({ scope, asOf }: Report, { rubric, tool }: ReportFile, page: Page): string[] {
  const by = `Rubric ${rubric.id} ${rubric.version} (${rubric.title}; ${rubric.origin}), as of ${asOf}; ${tool.name} ${tool.version}`;
  return [...heading('Scope', page), ...indented([scope], page), ...indented([{ text: by, style: page.paint.dim }], page)];
}

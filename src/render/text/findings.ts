import type { Finding, Report } from '../../model/report.ts';
import { place } from '../sentences.ts';
import { wordingOf } from '../wording.ts';
import { wrap } from './flow.ts';
import { heading, labelled, type Page } from './page.ts';

function findingLines(report: Report, finding: Finding, page: Page): string[] {
  const { what, why, fix } = wordingOf(finding);
  const at = place(report, finding.at);
  return [
    ...wrap([{ text: what, style: page.paint.bold }], page.width, `  ${page.glyphs.dot} `),
    ...labelled('why', [why], page, 4, 5),
    ...labelled('do', [fix], page, 4, 5),
    ...labelled('at', [{ text: at === null ? finding.id : `${at}, ${finding.id}`, style: page.paint.dim }], page, 4, 5),
  ];
}

/** What the checks found, in the report's order: what, why it matters, what to do, where. */
export function findingsLines(report: Report, page: Page): string[] {
  if (report.findings.length === 0) return [];
  return [...heading('Findings', page), ...report.findings.flatMap((finding) => findingLines(report, finding, page))];
}

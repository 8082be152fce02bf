import type { Finding, Report } from '../../../../model/report.ts';
import { describeFinding, groupFindings } from '../../../wording/finding-wording.ts';
import { formatReportPlace } from '../../../wording/sentences.ts';
import { wrap } from '../../../writers/terminal/flow.ts';
import { heading, labelled, type TerminalScreen } from '../../../writers/terminal/screen.ts';

function groupLines(report: Report, findings: readonly Finding[], page: TerminalScreen): string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const { why, fix } = describeFinding(first);
  return [
    ...findings.flatMap((finding) => {
      const at = formatReportPlace(report, finding.at);
      const where = { text: at === null ? '' : ` ${at}`, style: page.paint.dim };
      return wrap(
        [{ text: describeFinding(finding).what, style: page.paint.bold }, where],
        page.width,
        `  ${page.glyphs.dot} `,
      );
    }),
    ...labelled('why', [why], page, 4, 5),
    ...labelled('do', [fix], page, 4, 5),
    ...labelled('id', [{ text: first.id, style: page.paint.dim }], page, 4, 5),
  ];
}

/** What the checks found, alike ones together: what and where, why it matters, what to do. */
export function findingsLines(report: Report, page: TerminalScreen): string[] {
  if (report.findings.length === 0) return [];
  return [
    ...heading('Findings', page),
    ...groupFindings(report.findings).flatMap((group) => groupLines(report, group, page)),
  ];
}

import type { ItemReport, Report } from '../../../../model/report.ts';
import { formatReportPlace } from '../../../wording/sentences.ts';
import { labelled, type TerminalScreen } from '../../../writers/terminal/screen.ts';
import { sourceLines } from './sources.ts';

/** One customer or duty: its levels and why, its sources, note and place. */
export function itemLines(report: Report, item: ItemReport, page: TerminalScreen, indent: number): string[] {
  const { title, claimed, supported, grade, reason, sources, note } = item;
  const levels = claimed === supported ? `level ${supported}` : `level ${supported} ${page.glyphs.atMost} ${claimed}`;
  const at = formatReportPlace(report, item.at);
  const style = page.paint.dim;
  return [
    ...labelled('item', [`${title}: ${levels}, grade ${grade}; ${reason}`], page, indent),
    ...sourceLines('', sources, page, indent + 2),
    ...(note === null ? [] : labelled('', [`note: ${note}`], page, indent + 2)),
    ...(at === null ? [] : labelled('', [{ text: `at ${at}`, style }], page, indent + 2)),
  ];
}

import type { Report } from '../../../../model/report.ts';
import { describeTrack } from '../../../wording/sentences.ts';
import { wrap } from '../../../writers/terminal/flow.ts';
import type { TerminalScreen } from '../../../writers/terminal/screen.ts';

/** Name and offer, and below them the track with how sure it is. */
export function projectLines(report: Report, page: TerminalScreen): string[] {
  const { name, offer } = report.project;
  const { paint, glyphs, width } = page;
  return [
    ...wrap([{ text: name, style: paint.bold }, offer === null ? '' : ` ${glyphs.dot} ${offer}`], width),
    ...wrap([{ text: 'Track ', style: paint.dim }, describeTrack(report)], width),
  ];
}

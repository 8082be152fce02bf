import type { Report } from '../../model/report.ts';
import { describeTrack } from '../sentences.ts';
import { wrap } from './flow.ts';
import type { TerminalScreen } from './page.ts';

/** Name and offer, and below them the track with how sure it is. */
export function projectLines(report: Report, page: TerminalScreen): string[] {
  const { name, offer } = report.project;
  const { paint, glyphs, width } = page;
  return [
    ...wrap([{ text: name, style: paint.bold }, offer === null ? '' : ` ${glyphs.dot} ${offer}`], width),
    ...wrap([{ text: 'Track ', style: paint.dim }, describeTrack(report)], width),
  ];
}

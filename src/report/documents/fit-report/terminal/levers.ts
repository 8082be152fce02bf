import type { Lever, Report } from '../../../../model/report.ts';
import { formatPointsGained, LEVER_WORDS } from '../../../wording/sentences.ts';
import { heading, labelled, type TerminalScreen } from '../../../writers/terminal/screen.ts';

/** The most that are told; all of them are in the data. */
const TOLD = 5;

function leverLines(lever: Lever, page: TerminalScreen): string[] {
  const title = { text: lever.title, style: page.paint.bold };
  const says = `: ${LEVER_WORDS[lever.kind]} ${lever.effort}. ${lever.how}`;
  return labelled(formatPointsGained(lever).padStart(6), [title, says], page, 2, 8);
}

/** What would raise the supported index most, before gates. */
export function leversSection({ levers }: Report, page: TerminalScreen): string[] {
  if (levers.length === 0) return [];
  return [
    ...heading('What would raise supported most, in points before gates', page),
    ...levers.slice(0, TOLD).flatMap((lever) => leverLines(lever, page)),
  ];
}

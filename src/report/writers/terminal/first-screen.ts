import { type Flow, wrapAtMost } from './flow.ts';
import type { TerminalScreen } from './screen.ts';
import { measureWidth } from './width.ts';

/** The least that a terminal shows. */
export const SCREEN_LINES = 24;

/** Where the text next to the labels begins, behind its indent. */
const LABEL_COLUMN = 11;

/** Rows under one label, each on `most` lines at most. */
export function writeRows(
  label: string,
  rows: readonly Flow[],
  screen: TerminalScreen,
  most = 1,
  column = LABEL_COLUMN,
): readonly string[] {
  // A title of the rubric is text of a user too, where the set is their own.
  const [said = ''] = wrapAtMost([label], { ...screen, width: column - 1 }, 1, '');
  const head = `  ${screen.paint.dim(said)}${' '.repeat(column - measureWidth(said))}`;
  const indent = ' '.repeat(measureWidth(head));
  return rows.flatMap((row, at) => wrapAtMost(row, screen, most, at === 0 ? head : indent));
}

/** A part of the screen, with what the blank line above it may say. */
export interface ScreenPart {
  readonly lines: readonly string[];
  readonly heading?: string;
}

/** The parts with a blank line between them, as long as the lines fit on a screen. */
export function joinParts(parts: readonly ScreenPart[]): readonly string[] {
  const filled = parts.filter(({ lines }) => lines.length > 0);
  let room = SCREEN_LINES - filled.reduce((sum, { lines }) => sum + lines.length, 0);
  return filled.flatMap(({ lines, heading = '' }, at) => {
    const isApart = at > 0 && room > 0;
    if (isApart) room -= 1;
    return isApart ? [heading, ...lines] : lines;
  });
}

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

/** The parts with a blank line between them, as long as the lines fit on a screen: in the middle first, then below the title, then above the last. */
export function joinParts(parts: readonly ScreenPart[]): readonly string[] {
  const filled = parts.filter(({ lines }) => lines.length > 0);
  const room = SCREEN_LINES - filled.reduce((sum, { lines }) => sum + lines.length, 0);
  const last = filled.length - 1;
  const gaps = [...filled.keys()].slice(2, last);
  const apart = new Set([...gaps, 1, last].slice(0, Math.max(0, room)));
  return filled.flatMap(({ lines, heading = '' }, at) => (at > 0 && apart.has(at) ? [heading, ...lines] : lines));
}

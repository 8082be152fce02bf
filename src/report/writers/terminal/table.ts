import { type Flow, wrap } from './flow.ts';
import { measureWidth, pad } from './width.ts';

const GAP = 2;
/** The least that a column can do with before the table is given up. */
const NARROWEST_COLUMN = 9;

/** Parts `room` so that each gets what it wants, and where there is too little the modest first and the others evenly. */
function shareRoom(wants: readonly number[], room: number): readonly number[] {
  const given = wants.map(() => 0);
  let open = wants.map((_, index) => index);
  let left = room;
  while (open.length > 0) {
    const share = Math.floor(left / open.length);
    const modest = open.filter((index) => (wants[index] ?? 0) <= share);
    if (modest.length === 0) {
      for (const [place, index] of open.entries()) given[index] = share + (place < left % open.length ? 1 : 0);
      break;
    }
    for (const index of modest) given[index] = wants[index] ?? 0;
    left -= modest.reduce((sum, index) => sum + (wants[index] ?? 0), 0);
    open = open.filter((index) => !modest.includes(index));
  }
  return given;
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - measureWidth(text))) + text;
}

function listColumnTexts(rows: readonly (readonly Flow[])[], at: number): readonly string[] {
  return rows.map((row) => wrap(row[at] ?? [], Number.MAX_SAFE_INTEGER)[0] ?? '');
}

/** Widths of the columns: words stay whole where all of them can, as an id has to be copied. */
function computeColumnWidths(rows: readonly (readonly Flow[])[], count: number, room: number): readonly number[] {
  const columns = Array.from({ length: count }, (_, at) => listColumnTexts(rows, at));
  const natural = columns.map((texts) => Math.max(1, ...texts.map(measureWidth)));
  const words = columns.map((texts) => Math.max(1, ...texts.flatMap((text) => text.split(' ')).map(measureWidth)));
  const least = words.reduce((sum, width) => sum + width, 0) <= room ? words : natural.map(() => NARROWEST_COLUMN);
  const wants = natural.map((width, at) => Math.max(0, width - (least[at] ?? 0)));
  const extra = shareRoom(wants, room - least.reduce((sum, width) => sum + width, 0));
  return least.map((width, at) => width + (extra[at] ?? 0));
}

/**
 * The rows as lines of at most `width` columns, cells wrapped and columns aligned; null where there are too many columns
 * for the width. All rows have as many cells as the first. @param isRight which columns are aligned to the right.
 */
export function layOutTable(
  rows: readonly (readonly Flow[])[],
  width: number,
  isRight: readonly boolean[] = [],
): readonly string[] | null {
  const count = rows[0]?.length ?? 0;
  const room = width - GAP * (count - 1);
  if (room < count * NARROWEST_COLUMN) return null;
  const widths = computeColumnWidths(rows, count, room);
  return rows.flatMap((row) => {
    const cells = row.map((flow, at) => wrap(flow, widths[at] ?? 1));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, at) => (isRight[at] ? padStart : pad)(lines[line] ?? '', widths[at] ?? 1))
        .join(' '.repeat(GAP))
        .trimEnd(),
    );
  });
}

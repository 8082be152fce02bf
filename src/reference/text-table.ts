import { type Flow, pad, widthOf, wrap } from '../render/text/flow.ts';

const GAP = 2;
/** The least that a column can do with before the table is given up. */
const NARROWEST_COLUMN = 9;

/** Widths of the columns: as wide as their text where there is room, else the widest give way first, evenly. */
function columnWidths(natural: readonly number[], room: number): readonly number[] {
  let open = natural.map((_, index) => index);
  let left = room;
  const widths = [...natural];
  while (open.length > 0) {
    const share = Math.floor(left / open.length);
    const small = open.filter((index) => (natural[index] ?? 0) <= share);
    if (small.length === 0) {
      for (const [place, index] of open.entries()) widths[index] = share + (place < left % open.length ? 1 : 0);
      break;
    }
    left -= small.reduce((sum, index) => sum + (natural[index] ?? 0), 0);
    open = open.filter((index) => !small.includes(index));
  }
  return widths;
}

function naturalWidth(flow: Flow): number {
  return widthOf(wrap(flow, Number.MAX_SAFE_INTEGER)[0] ?? '');
}

/**
 * The rows as lines of at most `width` columns, cells wrapped and columns aligned; null where there are too many columns
 * for the width. All rows have as many cells as the first.
 */
export function tableLines(rows: readonly (readonly Flow[])[], width: number): readonly string[] | null {
  const count = rows[0]?.length ?? 0;
  const room = width - GAP * (count - 1);
  if (room < count * NARROWEST_COLUMN) return null;
  const natural = Array.from({ length: count }, (_, at) =>
    Math.max(1, ...rows.map((row) => naturalWidth(row[at] ?? []))),
  );
  const widths = columnWidths(natural, room);
  return rows.flatMap((row) => {
    const cells = row.map((flow, at) => wrap(flow, widths[at] ?? 1));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, at) => pad(lines[line] ?? '', widths[at] ?? 1))
        .join(' '.repeat(GAP))
        .trimEnd(),
    );
  });
}

import { rememberByText } from '../model/remember.ts';

/** What ends a part and a row: no JSON text has to escape it, and no word or name of a concept has it. */
const PART_END = ',';
const ROW_END = ';';

/** What stands for a key: texts without either end. */
export type LookupRow = readonly string[];

/** Finds a row; null where the table has none. */
export type Lookup = (key: string) => LookupRow | null;

/**
 * Rows as one text in the order of their keys. A text is read in one piece, where an object of that many keys would take most of
 * a cold start to make. Keys hold neither end.
 */
export function writeTable(rows: Iterable<readonly [key: string, row: readonly (string | number)[]]>): string {
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, row]) => `${[key, ...row].join(PART_END)}${ROW_END}`)
    .join('');
}

/** The rows of a table, each behind its key. */
export function listRows(table: string): readonly (readonly [key: string, row: LookupRow])[] {
  return table
    .split(ROW_END)
    .slice(0, -1)
    .map((row) => {
      const [key = '', ...parts] = row.split(PART_END);
      return [key, parts];
    });
}

/** The row of a key, found by halves. */
export function findRow(table: string, key: string): LookupRow | null {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = middle === 0 ? 0 : table.lastIndexOf(ROW_END, middle - 1) + 1;
    const end = table.indexOf(ROW_END, start);
    const row = table.slice(start, end);
    const part = row.indexOf(PART_END);
    const found = part === -1 ? row : row.slice(0, part);
    if (found === key) return part === -1 ? [] : row.slice(part + 1).split(PART_END);
    if (found < key) low = end + 1;
    else high = start;
  }
  return null;
}

/** Looks up in a table and keeps what was found, of which there is no more than the table has, and what it lacks for a while. */
export function createLookup(table: string): Lookup {
  const known = new Map<string, LookupRow>();
  const find = rememberByText((key) => findRow(table, key));
  return (key) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const row = find(key);
    if (row !== null) known.set(key, row);
    return row;
  };
}

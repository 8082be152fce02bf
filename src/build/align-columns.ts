/** Rows of cells as lines of aligned columns; every column but the first is aligned to `side`. */
export function alignColumns(rows: readonly (readonly string[])[], side: 'left' | 'right'): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const pad = (cell: string, column: number) =>
    side === 'left' || column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}

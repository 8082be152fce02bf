/** Blocks of Markdown from cells and lines that are safe already. A block is a list of lines and ends with an empty one. */

export function heading(level: number, text: string): string[] {
  return [`${'#'.repeat(Math.min(level, 6))} ${text}`, ''];
}

export function paragraph(text: string): string[] {
  return [text, ''];
}

export function bullets(items: readonly string[]): string[] {
  return items.length === 0 ? [] : [...items.map((item) => `- ${item}`), ''];
}

/** A table; columns whose title ends in `>` stand to the right. Nothing where there are no rows. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(titles.map((title) => title.replace(/>$/, ''))),
    line(titles.map((title) => (title.endsWith('>') ? '---:' : '---'))),
    ...rows.map(line),
    '',
  ];
}

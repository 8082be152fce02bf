/** The start of a text, on one line and at most `most` letters long, as a message shows it. */
export function makeExcerpt(text: string, most = 40): string {
  const line = text
    .trimStart()
    .slice(0, 10 * most)
    .trim()
    .replace(/\s+/g, ' ');
  const letters = [...line];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : line;
}

/** A text as a shell takes it for one word. */
export function quoteForShell(text: string): string {
  return /^[\w./:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The text as a YAML value in quotes, in single ones if it holds double ones or a backslash. */
export function quoteYaml(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** The start of a text, on one line and at most 40 letters long, as a message shows it. */
export function makeExcerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  const letters = [...line];
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : line;
}

/** The text as a YAML value in quotes, in single ones if it holds double ones or a backslash. */
export function quoteYaml(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

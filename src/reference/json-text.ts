/** What ASCII leaves out, and the mark of a CI runner's command. */
const ESCAPED = /[^\n\x20-\x7e]|#(?=#[a-z]*\[)/gi;

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** JSON in plain ASCII with two spaces of indent and a newline at the end. Escapes leave every parsed text exact. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replace(ESCAPED, escaped)}\n`;
}

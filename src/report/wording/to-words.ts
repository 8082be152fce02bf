/** An id of the rubric as words: `strong-fit` reads `strong fit`. */
export function toWords(id: string): string {
  return id.replace(/[-_]/g, ' ');
}

/** The text with its first letter as a capital. */
export function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** An id of the rubric as words: `strong-fit` reads `strong fit`. */
export function toWords(id: string): string {
  return id.replace(/[-_]/g, ' ');
}

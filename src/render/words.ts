/** An id of the rubric as words: `strong-fit` reads `strong fit`. */
export function words(id: string): string {
  return id.replace(/[-_]/g, ' ');
}

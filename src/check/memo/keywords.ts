/** Shorter words tie nothing to anything. */
const MIN_WORD_LENGTH = 4;

/** The words of a text that say what it is about: without case, ending and figures, and without those of `common`. */
export function extractKeywords(text: string, common: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}[\p{L}\p{N}]*/gu)) {
    const stem = word.replace(/(?:ing|ed|es|s|e)$/, '');
    if (word.length >= MIN_WORD_LENGTH && !common.has(word)) found.add(stem);
  }
  return found;
}

export function countSharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count += 1;
  return count;
}

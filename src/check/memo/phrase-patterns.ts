// Patterns are put together from words of the rubric: literal alternatives and bounded repeats only, so that none of them
// can take longer than the text is long.

/** A word or phrase as the source of a pattern: everything in it stands for itself, a blank for one blank or more. */
function escapePhrase(phrase: string): string {
  return phrase
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\s+/g, ' {1,9}');
}

/** The source of a pattern for any of the phrases, the longest first. Empty lists match nothing. */
export function toAlternation(phrases: readonly string[]): string {
  if (phrases.length === 0) return '(?!)';
  const sorted = [...new Set(phrases)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${sorted.map(escapePhrase).join('|')})`;
}

/** The same between boundaries of words. */
export function toWordAlternation(phrases: readonly string[]): string {
  return `(?<![\\p{L}\\p{N}])${toAlternation(phrases)}(?![\\p{L}\\p{N}])`;
}

/** Finds any of the phrases as whole words, without regard to case. */
export function compilePhrases(phrases: readonly string[]): RegExp {
  return new RegExp(toWordAlternation(phrases), 'giu');
}

export function hasMatch(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

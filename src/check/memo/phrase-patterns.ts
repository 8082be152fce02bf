// Patterns are built from words of the rubric: literal alternatives and bounded repeats only, so that the time to match one is
// in proportion to the length of the text.

/** Nothing that goes on with a word. */
export const WORD_END = '(?![\\p{L}\\p{N}])';

/** A word or phrase as the source of a pattern: every character is literal, a blank is one blank or more. */
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
  return `(?<![\\p{L}\\p{N}])${toAlternation(phrases)}${WORD_END}`;
}

/** One of the phrases with the blank behind it, or nothing. */
export function toOptional(phrases: readonly string[]): string {
  return `(?:${toAlternation(phrases)} )?`;
}

/** Each phrase as it is and with a capital, since it may open a sentence. */
export function listBothCases(phrases: readonly string[]): readonly string[] {
  return phrases.flatMap((phrase) => [phrase, phrase.charAt(0).toUpperCase() + phrase.slice(1)]);
}

/** Finds any of the phrases as whole words, without regard to case. */
export function compilePhrases(phrases: readonly string[]): RegExp {
  return new RegExp(toWordAlternation(phrases), 'giu');
}

export function hasMatch(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

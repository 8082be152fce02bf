// A pattern of many phrases is slow on the many sentences that hold none of them. Each phrase has a word that it can't do
// without, so a sentence without any such word is not looked at further.

const WORD = /[\p{L}\p{N}]+/gu;

/** The longest word of each phrase, in small letters; what stands in braces is no word. */
export function buildPrefilter(phrases: readonly string[]): ReadonlySet<string> {
  return new Set(
    phrases.map((phrase) => {
      const words =
        phrase
          .toLowerCase()
          .replace(/\{\w+\}/g, '')
          .match(WORD) ?? [];
      return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
    }),
  );
}

/** The words of a text, in small letters. */
export function toWordSet(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(WORD));
}

export function hasAny(words: ReadonlySet<string>, keys: ReadonlySet<string>): boolean {
  for (const key of keys) if (words.has(key)) return true;
  return false;
}

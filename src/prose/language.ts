import type { Rubric } from '../model/rubric.ts';

export function buildLanguageWords({ grammar, classifier }: Rubric) {
  const english = new Set(classifier.english.function_words.map((word) => word.toLowerCase()));
  const foreign = new Set(grammar.foreign.filter((word) => !english.has(word)));
  return { english, foreign, mostForeignLetters: classifier.english.most_foreign_letters };
}

/** True for a text in another script, or with more of the small words of other languages than of those of English. */
export function isForeign(
  text: string,
  { english, foreign, mostForeignLetters }: ReturnType<typeof buildLanguageWords>,
): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const strange = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length;
  if (letters.length > 3 && strange > letters.length * mostForeignLetters) return true;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const count = (known: ReadonlySet<string>) => words.filter((word) => known.has(word)).length;
  const others = count(foreign);
  return others > 1 && others > 2 * count(english);
}

/** The words of a text. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}.,'-]*/gu)?.length ?? 0;
}

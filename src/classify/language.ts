import type { Classifier } from '../model/classifier.ts';
import type { Lookup } from './lookup-table.ts';
import type { Token } from './tokens.ts';

/** As many letters tell the script of a text. */
const MOST_LETTERS = 10_000;

/**
 * Whether a text is in English, by its script and by how many of its words are those of every English sentence, or known
 * to the classifier; null where it has too few words to tell.
 */
export function isEnglish(
  text: string,
  tokens: readonly Token[],
  functionWords: ReadonlySet<string>,
  learntOf: Lookup,
  { english }: Pick<Classifier, 'english'>,
): boolean | null {
  const letters = text.slice(0, MOST_LETTERS).match(/\p{L}/gu) ?? [];
  const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length;
  if (foreign > letters.length * english.most_foreign_letters) return false;
  const words = tokens.filter(({ stem }) => /^\p{L}+$/u.test(stem));
  if (words.length < english.least_words) return null;
  const count = (holds: (word: Token) => boolean) => words.filter(holds).length / words.length;
  return (
    count(({ stem }) => functionWords.has(stem)) >= english.least_share ||
    count(({ stem }) => learntOf(stem) !== null) >= english.least_known
  );
}

import type { Rubric } from '../../model/rubric.ts';
import { readMatchable } from '../../prose/matchable-text.ts';
import { compilePhrases, hasMatch, toAlternation } from '../../prose/phrase-patterns.ts';
import { getVocabulary } from '../../prose/vocabulary.ts';

const toLetters = (text: string) => readMatchable(text).letters.trim();

/** Whether the words are in a text as whole words. */
export const hasWords = (text: string, words: string) =>
  toLetters(words) !== '' && hasMatch(compilePhrases([toLetters(words)]), toLetters(text));

/** Whether a sentence says of somebody that they are not or no longer what it names. */
export function deniesName(sentence: string, name: string, rubric: Rubric): boolean {
  const { negation, notNegation, grammar } = getVocabulary(rubric);
  const plain = sentence.replace(notNegation, '');
  if (hasMatch(compilePhrases(rubric.reading.ended), plain)) return true;
  const parts = plain.split(new RegExp(`;| ${toAlternation(grammar.clause_ends)} `, 'u'));
  const own = parts.find((part) => hasWords(part, name)) ?? plain;
  // A part that is little more than a name shares its verb with the others.
  const isShort = own.trim().split(/\s+/).length <= name.trim().split(/\s+/).length + 1;
  return hasMatch(negation, isShort ? plain : own);
}

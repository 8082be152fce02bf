import { normalizeName } from '../../criteria/normalize-name.ts';
import type { Rubric, Track } from '../../model/rubric.ts';
import { dropUnprinted, readMatchable } from '../../prose/matchable-text.ts';
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

/** The names of the customers of a reply, each once, without the project and its rivals. */
export class CustomerNames {
  readonly #project: string | null;
  readonly #rubric: Rubric;
  readonly #rivals: readonly string[];
  readonly #known: string[] = [];

  constructor(project: string | null, tracks: readonly Track[], rubric: Rubric) {
    this.#rubric = rubric;
    this.#project = project === null ? null : this.#normalize(project);
    const registered = rubric.alternatives.filter(({ track }) => tracks.some(({ id }) => id === track));
    this.#rivals = registered.map(({ name }) => this.#normalize(name));
  }

  #normalize(name: string): string {
    return normalizeName(dropUnprinted(name), getVocabulary(this.#rubric).noise);
  }

  refuse(name: string): string | null {
    const own = this.#normalize(name);
    const begins = (whole: string, part: string) => `${whole} `.startsWith(`${part} `);
    if (own.length < 2) return `${name} is not a name`;
    if (this.#project !== null && (begins(own, this.#project) || begins(this.#project, own)))
      return `${name} is the project itself`;
    if (this.#rivals.some((rival) => begins(rival, own))) return `${name} is a rival in the register`;
    const same = this.#known.find((other) => begins(other, own) || begins(own, other));
    return same === undefined ? null : `${name} was already named as a customer`;
  }

  add(name: string): void {
    this.#known.push(this.#normalize(name));
  }
}

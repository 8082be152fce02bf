import type { PhraseTable } from '../model/classifier.ts';
import { tokenise } from './tokens.ts';

/** A stretch of tokens; the end is exclusive. */
export interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

export interface PhraseMatch<T> extends TokenSpan {
  readonly meant: T;
}

/** Puts a phrase into a table, with its beginnings, so that a search knows where to stop. */
export function addPhrase<T>(table: Map<string, T[]>, phrase: string, meant: T): void {
  let key = '';
  for (const { stem } of tokenise(phrase)) {
    key = key === '' ? stem : `${key} ${stem}`;
    if (!table.has(key)) table.set(key, []);
  }
  const known = table.get(key);
  if (known !== undefined && !known.includes(meant)) known.push(meant);
}

/**
 * Every phrase in the text that means something, in order; a beginning of one means nothing, and null stands for neither; of those that
 * begin at one word and mean the same, the longest. None has a word that is null, or goes on where a sentence `begins`.
 */
export function findPhrases<T>(
  meaningsOf: (phrase: string) => readonly T[] | null,
  stems: readonly (string | null)[],
  begins: (index: number) => boolean = () => false,
): readonly PhraseMatch<T>[] {
  const hits: PhraseMatch<T>[] = [];
  for (const [from, first] of stems.entries()) {
    if (first === null) continue;
    const begun = hits.length;
    let key = first;
    for (let to = from + 1; ; to += 1) {
      const meanings = meaningsOf(key);
      if (meanings === null) break;
      for (const meant of meanings) {
        const shorter = hits.findIndex((hit, index) => index >= begun && hit.meant === meant);
        if (shorter === -1) hits.push({ meant, from, to });
        else hits[shorter] = { meant, from, to };
      }
      const next = stems[to];
      if (next === undefined || next === null || begins(to)) break;
      key = `${key} ${next}`;
    }
  }
  return hits;
}

/** What a phrase means by a table that is an object. */
export function createPhraseLookup<T>(table: PhraseTable<T>): (phrase: string) => readonly T[] | null {
  // A word of a text may be called like a member of every object.
  return (phrase) => (Object.hasOwn(table, phrase) ? (table[phrase] ?? null) : null);
}

import type { PhraseTable } from '../model/classifier.ts';
import { tokenise } from './tokens.ts';

/** A stretch of tokens; the end is exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Hit<T> extends Stretch {
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

/** Every phrase of the table in the text, in order; of those that begin at one word and mean the same, the longest. */
export function findPhrases<T>(table: PhraseTable<T>, stems: readonly string[]): readonly Hit<T>[] {
  const hits: Hit<T>[] = [];
  for (const [from, first] of stems.entries()) {
    const begun = hits.length;
    let key = first;
    // A word of the text may be called like a member of every object.
    for (let to = from + 1; Object.hasOwn(table, key); to += 1) {
      for (const meant of table[key] ?? []) {
        const shorter = hits.findIndex((hit, index) => index >= begun && hit.meant === meant);
        if (shorter === -1) hits.push({ meant, from, to });
        else hits[shorter] = { meant, from, to };
      }
      const next = stems[to];
      if (next === undefined) break;
      key = `${key} ${next}`;
    }
  }
  return hits;
}

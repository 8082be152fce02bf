import type { Statements } from '../model/rubric.ts';
import { keysOf } from './keys.ts';
import { NAME } from './names.ts';
import { anyOf, wordOf } from './pattern.ts';

/**
 * Stands for each letter of the project's name: with it in a text the patterns are the same for every project and put together once,
 * which takes longer than to read a memo by them. A letter of private use, so no name holds it.
 */
export const SELF = '\uE000';

/** The cues of customers. */
export interface CustomerPatterns {
  readonly before: RegExp;
  readonly after: RegExp;
  readonly paying: RegExp;
  /** Words without one of which no cue is there. */
  readonly keys: ReadonlySet<string>;
  readonly name: RegExp;
  readonly paid: RegExp;
  readonly isNoName: RegExp;
  readonly group: RegExp;
  /** What goes on with the sentence behind a list. */
  readonly joins: RegExp;
}

const LIST = `${NAME}(?:(?:,? (?:and|or|&) |, )(?:the )?${NAME}){0,9}`;

/** A phrase in small letters or with a capital, since a cue may open a sentence. */
function eitherCase(phrases: readonly string[]): string {
  return anyOf(phrases.flatMap((phrase) => [phrase, phrase.charAt(0).toUpperCase() + phrase.slice(1)]));
}

/** @param s of the rubric; the project's own name is `SELF` in a text that these are held against. */
export function customerPatterns(s: Statements): CustomerPatterns {
  const { before, after, paying, paid, groups, not_names, adverbs } = s.customers;
  const us = `(?:${SELF}+|${anyOf([...s.project, ...s.pronouns])})`;
  const withUs = (cue: string) => anyOf([cue]).replace(anyOf(['{us}']).slice(3, -1), us);
  const lead = `(?:(?!${anyOf([...s.prepositions, 'and', 'that', 'to', 'who', 'which'])} )[\\p{Ll}-]{1,20} ){0,3}`;
  const adverb = `(?:,? ?${anyOf(adverbs)})?`;
  return {
    before: new RegExp(`(?<![\\p{L}\\p{N}])${eitherCase(before)}(?:: | )${lead}(?<list>${LIST})`, 'gu'),
    after: new RegExp(`(?<list>${LIST})${adverb},? (?:${after.map(withUs).join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    paying: new RegExp(
      `(?<list>${LIST})${adverb} ${anyOf(paying)}(?![\\p{L}\\p{N}])(?<object>(?: [\\p{L}'-]{1,24}){0,3})`,
      'gu',
    ),
    keys: keysOf([...before, ...after, ...paying]),
    name: new RegExp(NAME, 'gu'),
    paid: new RegExp(wordOf(paid), 'iu'),
    joins: new RegExp(
      `^ ${anyOf([...s.prepositions, ...s.clause_heads, ...s.determiners, ...adverbs])}(?![\\p{L}])`,
      'u',
    ),
    isNoName: new RegExp(`^${anyOf(not_names)}$`, 'u'),
    group: new RegExp(`^(?:'s)? ${anyOf(groups)}(?![\\p{L}\\p{N}])`, 'u'),
  };
}

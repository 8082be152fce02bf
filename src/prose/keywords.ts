import type { Rubric } from '../model/rubric.ts';
import { toAlternation } from './phrase-patterns.ts';

/** Which words say what a text is about. */
export interface KeywordRules {
  /** Words that tie nothing to anything. */
  readonly common: ReadonlySet<string>;
  readonly ending: RegExp;
  /** Shorter words tie nothing to anything. */
  readonly letters: number;
}

export function buildKeywordRules({ statements, grammar: { keywords } }: Rubric): KeywordRules {
  const ending = new RegExp(`${toAlternation(keywords.endings)}$`);
  return { common: new Set(statements.common), ending, letters: keywords.letters };
}

/** The words of a text that say what it is about: without case, ending and figures. */
export function extractKeywords(text: string, { common, ending, letters }: KeywordRules): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}[\p{L}\p{N}]*/gu))
    if (word.length >= letters && !common.has(word)) found.add(word.replace(ending, ''));
  return found;
}

export function countSharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count += 1;
  return count;
}

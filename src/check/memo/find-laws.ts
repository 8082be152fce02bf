import type { Regulation } from '../../model/rubric.ts';
import type { LawPatterns } from './law-patterns.ts';
import { overlaps, type PassageSpan } from './passage.ts';
import { hasMatch } from './phrase-patterns.ts';

/** A law that a text names. */
export interface LawMention extends PassageSpan {
  readonly said: string;
  /** null where the register does not know the name. */
  readonly regulation: Regulation | null;
  /** True where only what it does tells that it is a law. */
  readonly isGuess: boolean;
}

/** An article that a text names, by its number. */
export interface ArticleMention extends PassageSpan {
  readonly said: string;
  readonly numbers: readonly number[];
}

/** The laws of a stretch of text, in its order; the longest of names that overlap. */
export function findLaws(
  text: string,
  { from, to }: PassageSpan,
  { known, byName, shaped, obliging, article, lead }: LawPatterns,
): readonly LawMention[] {
  const slice = text.slice(from, to);
  const make = (said: string, index: number, regulation: Regulation | null): LawMention => ({
    from: from + index,
    to: from + index + said.length,
    said,
    regulation,
    isGuess: false,
  });
  const found = [...slice.matchAll(known)].map((match) => {
    const name = match[0].replace(/ +/g, ' ');
    return make(match[0], match.index, byName.get(name) ?? null);
  });
  for (const match of slice.matchAll(shaped)) {
    const skipped = lead.exec(match[0])?.[0].length ?? 0;
    const law = make(match[0].slice(skipped), match.index + skipped, null);
    if (/ |\d/.test(law.said) && !found.some((other) => overlaps(law, other))) found.push(law);
  }
  for (const match of slice.matchAll(obliging)) {
    const { name = '', demand } = match.groups ?? {};
    // A firm may ask for things too; a law has an abbreviation, a number, or a name of two halves.
    const isCoded = /\p{Lu}\p{L}*\p{Lu}|\d|(?:^| )[IVX]+$/u.test(name);
    const law = { ...make(name, match.index, null), isGuess: true };
    if (hasMatch(article, name)) continue;
    if ((demand === undefined || isCoded) && !found.some((other) => overlaps(law, other))) found.push(law);
  }
  return found.sort((a, b) => a.from - b.from);
}

/** The articles that a stretch of text names. */
export function findArticles(
  text: string,
  { from, to }: PassageSpan,
  { article, articleRange }: LawPatterns,
): readonly ArticleMention[] {
  return [...text.slice(from, to).matchAll(article)].map((match) => ({
    from: from + match.index,
    to: from + match.index + match[0].length,
    said: match[0],
    numbers: parseArticleNumbers(match[1] ?? '', articleRange),
  }));
}

/** `12 and 19` are both, `23 to 30` is every one from the first to the last; paragraphs in brackets are left out. */
function parseArticleNumbers(list: string, pattern: RegExp): readonly number[] {
  const plain = list.replace(/\(\w+\)/g, '');
  const range = pattern.exec(plain);
  if (range === null) return [...plain.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const [first, last] = [Number(range[1]), Number(range[2])];
  return Array.from({ length: Math.max(0, Math.min(99, last - first + 1)) }, (_, i) => first + i);
}

import type { Duty, Regulation, Rubric } from '../model/rubric.ts';
import { overlaps, type PassageSpan, toMatchSpan } from './passage.ts';
import {
  buildNamePattern,
  compilePhrases,
  hasMatch,
  LETTER,
  toAlternation,
  toOptional,
  toWordAlternation,
} from './phrase-patterns.ts';

/** The names under which a text may mention a regulation: its title without what is in brackets, the parts of its citation, short forms. */
function listRegulationNames(
  regulation: Regulation,
  short: readonly string[],
  citations: readonly string[],
): readonly string[] {
  const parts = regulation.citation.split(new RegExp(`,? ${toAlternation(citations)} |, `));
  const title = regulation.title.replace(/ \([^)]*\)$/, '');
  return [title, ...parts, ...short]
    .map((name) => name.trim())
    .filter((name) => /\p{Lu}|\d/u.test(name) && name.length > 2);
}

export function buildLawPatterns({ regulations, statements, grammar }: Rubric) {
  const g = grammar.laws;
  const { names, kinds, articles, told, since, obliges, demands, reasons, later, soon } = statements.laws;
  const byName = new Map<string, Regulation>();
  for (const regulation of regulations)
    for (const name of listRegulationNames(regulation, names[regulation.id] ?? [], g.citations))
      if (!byName.has(name)) byName.set(name, regulation);
  const word = "\\p{Lu}[\\p{L}\\p{N}'-]{0,24}";
  const number = `${toOptional(g.series)}${toOptional(g.numbers)}\\d{2,4}\\/\\d{2,4}${toAlternation(g.series_ends)}?`;
  const range = `(?: ${toAlternation(g.article_ranges)} |[-\\u2013])`;
  return {
    /** Any name that the register knows. Laws are written with their capitals. */
    known: new RegExp(toWordAlternation([...byName.keys()]), 'gu'),
    byName,
    /** Any name that looks like that of a law. */
    shaped: new RegExp(
      `(?<!${LETTER})(?:${word}(?: ${toOptional(g.inner)}(?:${word}|\\d{1,3})){0,5} ${toAlternation(kinds)}(?![\\p{L}])|${toAlternation(kinds)} ${number})`,
      'gu',
    ),
    /** A name that obliges somebody. */
    obliging: new RegExp(
      `(?<!${LETTER})(?<name>${buildNamePattern(grammar)}(?: \\d{1,2})?(?:-\\p{Lu}[\\p{L}]+)?)(?: ${toAlternation(statements.customers.adverbs)})? (?:${toAlternation(obliges)}|(?<demand>${toAlternation(demands)}))(?![\\p{L}])`,
      'gu',
    ),
    /** What says that somebody has to do something, and that the law before it asks for something. */
    forcing: compilePhrases(obliges.concat(g.binding, reasons)),
    demanding: new RegExp(`^(?:'s)?(?: [\\p{L}\\d()]{1,20}){0,3} ${toAlternation(demands)}(?![\\p{L}])`, 'u'),
    binding: compilePhrases(obliges.concat(demands, g.binding)),
    article: new RegExp(
      `(?<![\\p{L}])${toAlternation(articles)} ?(\\d{1,3}(?:\\(\\w{1,3}\\)){0,3}(?:(?:, | ${toAlternation(g.article_joins)} |${range})\\d{1,3}(?![\\d%])(?:\\(\\w{1,3}\\)){0,3}){0,6})`,
      'gu',
    ),
    told: compilePhrases(told),
    since: compilePhrases(since),
    later: compilePhrases(later),
    soon: compilePhrases(soon),
    voluntary: compilePhrases(g.voluntary),
    inForce: compilePhrases(g.in_force),
    whether: compilePhrases(g.whether),
    /** Words at the head of a sentence that are not part of a law's name. */
    lead: new RegExp(`^${toAlternation(g.leads)} ${toOptional(g.lead_articles)}`),
    /** All articles from one to another. */
    articleRange: new RegExp(`^(\\d+)${range}(\\d+)$`),
    /** The articles that a duty of the register names first: `Art. 18`, `Art. 23 to 30`. */
    dutyArticles: new RegExp(`^${toAlternation(articles)} (\\d+)(?:${range}(\\d+))?`),
  };
}

export type LawPatterns = ReturnType<typeof buildLawPatterns>;

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
  const addNew = (law: LawMention) => {
    if (!found.some((other) => overlaps(law, other))) found.push(law);
  };
  for (const match of slice.matchAll(shaped)) {
    const skipped = lead.exec(match[0])?.[0].length ?? 0;
    const law = make(match[0].slice(skipped), match.index + skipped, null);
    if (/ |\d/.test(law.said)) addNew(law);
  }
  for (const match of slice.matchAll(obliging)) {
    const { name = '', demand } = match.groups ?? {};
    // A firm may ask for things too; a law has an abbreviation, a number, or a name of two halves.
    const isCoded = /\p{Lu}\p{L}*\p{Lu}|\d|(?:^| )[IVX]+$/u.test(name);
    const law = { ...make(name, match.index, null), isGuess: true };
    if (!hasMatch(article, name) && (demand === undefined || isCoded)) addNew(law);
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
    ...toMatchSpan(match, from),
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

/** The numbers that a duty's article names first: `Art. 18, with Art. 11` is 18, `Art. 23 to 30` all of them. */
export function matchesArticle({ article }: Duty, numbers: readonly number[], { dutyArticles }: LawPatterns): boolean {
  const [, first, last] = dutyArticles.exec(article) ?? [];
  return first !== undefined && numbers.some((n) => n >= Number(first) && n <= Number(last ?? first));
}

import type { Regulation, Rubric } from '../../model/rubric.ts';
import { buildNamePattern } from './names.ts';
import { compilePhrases, toAlternation, toOptional, toWordAlternation } from './phrase-patterns.ts';

export interface LawPatterns {
  /** Any name that the register knows. Laws are written with their capitals. */
  readonly known: RegExp;
  readonly byName: ReadonlyMap<string, Regulation>;
  /** Any name that looks like that of a law. */
  readonly shaped: RegExp;
  /** A name that obliges somebody. */
  readonly obliging: RegExp;
  readonly binding: RegExp;
  readonly article: RegExp;
  readonly told: RegExp;
  readonly later: RegExp;
  readonly soon: RegExp;
  readonly voluntary: RegExp;
  readonly inForce: RegExp;
  readonly whether: RegExp;
  /** Words at the head of a sentence that are no part of a law's name. */
  readonly lead: RegExp;
  /** All articles from one to another. */
  readonly articleRange: RegExp;
  /** The articles that a duty of the register names first: `Art. 18`, `Art. 23 to 30`. */
  readonly dutyArticles: RegExp;
}

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

export function buildLawPatterns({ regulations, statements, grammar }: Rubric): LawPatterns {
  const g = grammar.laws;
  const { names, kinds, articles, told, obliges, demands, later, soon } = statements.laws;
  const byName = new Map<string, Regulation>();
  for (const regulation of regulations)
    for (const name of listRegulationNames(regulation, names[regulation.id] ?? [], g.citations))
      if (!byName.has(name)) byName.set(name, regulation);
  const word = "\\p{Lu}[\\p{L}\\p{N}'-]{0,24}";
  const number = `${toOptional(g.series)}${toOptional(g.numbers)}\\d{2,4}\\/\\d{2,4}${toAlternation(g.series_ends)}?`;
  const range = `(?: ${toAlternation(g.article_ranges)} |[-\\u2013])`;
  return {
    known: new RegExp(toWordAlternation([...byName.keys()]), 'gu'),
    byName,
    shaped: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${word}(?: ${toOptional(g.inner)}(?:${word}|\\d{1,3})){0,5} ${toAlternation(kinds)}(?![\\p{L}])|${toAlternation(kinds)} ${number})`,
      'gu',
    ),
    obliging: new RegExp(
      `(?<![\\p{L}\\p{N}])(?<name>${buildNamePattern(grammar)}(?: \\d{1,2})?(?:-\\p{Lu}[\\p{L}]+)?)(?: ${toAlternation(statements.customers.adverbs)})? (?:${toAlternation(obliges)}|(?<demand>${toAlternation(demands)}))(?![\\p{L}])`,
      'gu',
    ),
    binding: compilePhrases(obliges.concat(demands, g.binding)),
    article: new RegExp(
      `(?<![\\p{L}])${toAlternation(articles)} ?(\\d{1,3}(?:\\(\\w{1,3}\\)){0,3}(?:(?:, | ${toAlternation(g.article_joins)} |${range})\\d{1,3}(?![\\d%])(?:\\(\\w{1,3}\\)){0,3}){0,6})`,
      'gu',
    ),
    told: compilePhrases(told),
    later: compilePhrases(later),
    soon: compilePhrases(soon),
    voluntary: compilePhrases(g.voluntary),
    inForce: compilePhrases(g.in_force),
    whether: compilePhrases(g.whether),
    lead: new RegExp(`^${toAlternation(g.leads)} ${toOptional(g.lead_articles)}`),
    articleRange: new RegExp(`^(\\d+)${range}(\\d+)$`),
    dutyArticles: new RegExp(`^${toAlternation(articles)} (\\d+)(?:${range}(\\d+))?`),
  };
}

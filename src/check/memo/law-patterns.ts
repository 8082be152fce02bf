import type { Regulation, Rubric } from '../../model/rubric.ts';
import { NAME } from './names.ts';
import { compilePhrases, toAlternation, toWordAlternation } from './phrase-patterns.ts';

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
}

/** The names under which a text may mention a regulation: its title without what is in brackets, the parts of its citation, short forms. */
function listRegulationNames(regulation: Regulation, short: readonly string[]): readonly string[] {
  const parts = regulation.citation.split(/,? (?:as amended by|as deferred by|with the|and) |, /);
  const title = regulation.title.replace(/ \([^)]*\)$/, '');
  return [title, ...parts, ...short]
    .map((name) => name.trim())
    .filter((name) => /\p{Lu}|\d/u.test(name) && name.length > 2);
}

export function buildLawPatterns({ regulations, statements }: Rubric): LawPatterns {
  const { names, kinds, articles, told, obliges, demands, later, soon } = statements.laws;
  const byName = new Map<string, Regulation>();
  for (const regulation of regulations)
    for (const name of listRegulationNames(regulation, names[regulation.id] ?? []))
      if (!byName.has(name)) byName.set(name, regulation);
  const word = "\\p{Lu}[\\p{L}\\p{N}'-]{0,24}";
  const number = '(?:\\(E[UC]\\) )?(?:No\\.? )?\\d{2,4}\\/\\d{2,4}(?:\\/E[UC])?';
  return {
    known: new RegExp(toWordAlternation([...byName.keys()]), 'gu'),
    byName,
    shaped: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${word}(?: (?:(?:of|and|on|for) )?(?:the )?(?:${word}|\\d{1,3})){0,5} ${toAlternation(kinds)}(?![\\p{L}])|${toAlternation(kinds)} ${number})`,
      'gu',
    ),
    obliging: new RegExp(
      `(?<![\\p{L}\\p{N}])(?<name>${NAME}(?: \\d{1,2})?(?:-\\p{Lu}[\\p{L}]+)?)(?: ${toAlternation(statements.customers.adverbs)})? (?:${toAlternation(obliges)}|(?<demand>${toAlternation(demands)}))(?![\\p{L}])`,
      'gu',
    ),
    binding: compilePhrases(obliges.concat(demands, ['must', 'have to', 'mandatory'])),
    article: new RegExp(
      `(?<![\\p{L}])${toAlternation(articles)} ?(\\d{1,3}(?:\\(\\w{1,3}\\)){0,3}(?:(?:, | and | or | to |-|\\u2013)\\d{1,3}(?![\\d%])(?:\\(\\w{1,3}\\)){0,3}){0,6})`,
      'gu',
    ),
    told: compilePhrases(told),
    later: compilePhrases(later),
    soon: compilePhrases(soon),
  };
}

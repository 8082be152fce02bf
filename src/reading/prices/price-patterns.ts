import { rememberByObject } from '../../model/remember.ts';
import type { Rubric } from '../../model/rubric.ts';
import { compilePhrases, toAlternation, toWordAlternation, WORD_END } from '../../prose/phrase-patterns.ts';
import { getVocabulary } from '../../prose/vocabulary.ts';
import { listPriceUnits } from './price-units.ts';

function buildPricePatterns(rubric: Rubric) {
  const {
    statements,
    reading: { prices },
  } = rubric;
  const currencyOf = (unit: string) =>
    getVocabulary(rubric).figures.currencies.get((unit.split(' ')[0] ?? '').toLowerCase());
  const rented = new Set(listPriceUnits(rubric, null).flatMap((one) => (one.goods.length === 0 ? [] : [one.unit])));
  const goods = [
    ...prices.goods.filter(({ unit }) => rented.has(unit)).flatMap(({ called }) => called),
    ...prices.other_goods,
  ];
  const good = toAlternation(goods);
  const { numbers } = getVocabulary(rubric).figures;
  const spelt = toAlternation([...numbers].filter(([, value]) => value >= 2 && value <= 16).map(([word]) => word));
  return {
    /** Currencies in which the register has prices. */
    currencies: new Set(rubric.alternatives.map(({ unit }) => currencyOf(unit)?.of)) as ReadonlySet<string | undefined>,
    /** Without one of these nothing is a price. */
    money: new RegExp(
      toAlternation([
        ...statements.percents,
        ...statements.currencies.flatMap(({ signs, words }) => [...signs, ...words]),
      ]),
      'i',
    ),
    good: new RegExp(toWordAlternation(goods), 'giu'),
    rate: new RegExp(toWordAlternation(prices.rates), 'giu'),
    single: compilePhrases(prices.single),
    /** "8x H100", "8 H100", "H100 x8", "8-GPU": how many, `n` or `m`. */
    machine: new RegExp(
      `(?<![\\p{L}\\p{N}.,$])(?<n>[2-9]|1[0-6]|${spelt})(?: ?[x×] ?|-| )${toAlternation(prices.makers)}? ?(?:${good}|${toAlternation(prices.single)})${WORD_END}|${good} ?[x×] ?(?<m>[2-9]|1[0-6])${WORD_END}`,
      'iu',
    ),
    numbers,
    notPrice: compilePhrases(prices.not_prices),
    things: compilePhrases(prices.things),
    rivals: new RegExp(toWordAlternation(prices.rivals), 'giu'),
    market: compilePhrases(prices.market),
    /** Any name of a registered alternative. */
    alternatives: new RegExp(toWordAlternation([...listAlternativeNames(rubric).keys()]), 'gu'),
  };
}

/** Ids of the registered alternatives by the names that texts give them. */
export function listAlternativeNames(rubric: Rubric): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { id, name, called } of rubric.alternatives)
    for (const one of new Set([name.split(/[,(]/)[0]?.trim() ?? name, ...called]))
      names.set(one, [...(names.get(one) ?? []), id]);
  return names;
}

export type PricePatterns = ReturnType<typeof buildPricePatterns>;

export const getPricePatterns = rememberByObject(buildPricePatterns);

import { areCompatibleUnits, computeRatio } from '../../criteria/rivals.ts';
import { toNumber } from '../../model/rational.ts';
import type { ContradictionReading, PriceReading } from '../../model/reading.ts';
import type { Rubric } from '../../model/rubric.ts';
import { findFigures } from '../../prose/find-figures.ts';
import { findMatches, hasMatch } from '../../prose/phrase-patterns.ts';
import type { Sentence } from '../../prose/sentences.ts';
import { isDenied, isOpen, isWish } from '../../prose/stance.ts';
import type { StatedFigure } from '../../prose/stated-figure.ts';
import { getVocabulary } from '../../prose/vocabulary.ts';
import { classifySection, type DocumentProse, listSentences, quoteSpan } from '../document-prose.ts';
import { hasName } from '../list-prices.ts';
import { PriceOwners } from '../prices/price-owners.ts';
import { getPricePatterns } from '../prices/price-patterns.ts';
import type { ReadingContext } from '../reading-context.ts';
import { getMetricPatterns } from './metric-patterns.ts';

/** Percentage points by which a share that is claimed may differ from the one that two prices make. */
const POINTS = 3;

const isOwn = ({ quote }: PriceReading) => quote.whose === 'project' || quote.whose === 'unsaid';

/** How many times the second price is the first; null where their units are not alike. */
function compare(a: PriceReading, b: PriceReading, rubric: Rubric): number | null {
  return areCompatibleUnits(a.unit, b.unit, rubric) ? toNumber(computeRatio(a, b, 'lower', rubric)) : null;
}

const toStatement = ({ quote: { text, place }, value, unit }: PriceReading) => ({
  text,
  place,
  said: `${value} ${unit}`,
});

/** Prices of the project for one thing that differ from one section, or one document, to the other. */
function findOwnPriceContradictions(
  prices: readonly PriceReading[],
  { rubric }: ReadingContext,
): readonly ContradictionReading[] {
  const { qualifiers } = getMetricPatterns(rubric);
  const kindOf = ({ quote }: PriceReading) =>
    [...new Set(findMatches(qualifiers, quote.text).map(([word]) => word.toLowerCase()))].sort().join();
  const placeOf = ({ quote: { place } }: PriceReading) => JSON.stringify([place.file, place.section, place.sheet]);
  const differs = (a: PriceReading, b: PriceReading) =>
    Math.abs((compare(a, b, rubric) ?? 1) - 1) > rubric.grammar.agreement.money;
  const isSame = (a: PriceReading, b: PriceReading) => compare(a, b, rubric) !== null && kindOf(a) === kindOf(b);
  const own = prices.filter(isOwn);
  // A section with several prices of one thing is a price list.
  const single = own.filter(
    (one) => !own.some((b) => b !== one && placeOf(b) === placeOf(one) && isSame(one, b) && differs(one, b)),
  );
  return single.flatMap((one, at) => {
    if (single.slice(0, at).some((b) => isSame(one, b))) return [];
    const other = single.slice(at + 1).find((b) => isSame(one, b) && differs(one, b));
    if (other === undefined) return [];
    return [{ of: `price in ${one.unit}`, statements: [toStatement(one), toStatement(other)] }];
  });
}

/** True where a share or a multiple by which one is cheaper is what the two prices make. */
function agreesWithRatio({ of, value, slack }: StatedFigure, ratio: number): boolean {
  if (of === 'multiple') return Math.abs(value - ratio) <= slack + 0.05 * ratio;
  return [(1 - 1 / ratio) * 100, (ratio - 1) * 100].some((share) => Math.abs(value - share) <= POINTS + slack);
}

/** What a sentence says of how much cheaper the project is than others whose prices the documents have; null where nothing. */
function findClaimAgainst(
  sentence: Sentence,
  figure: StatedFigure,
  prices: readonly PriceReading[],
  owners: PriceOwners,
  context: ReadingContext,
) {
  const { rubric } = context;
  const { rivals } = getPricePatterns(rubric);
  const named = owners.mentionsIn(sentence).filter(({ from }) => from >= figure.to);
  const isMeant = ({ party, quote }: PriceReading) =>
    quote.whose === 'rival' &&
    named.some((mention) => hasMatch(rivals, mention.party) || (party !== null && hasName(party, mention.party)));
  const pairs = prices.filter(isMeant).flatMap((rival) =>
    prices.filter(isOwn).flatMap((own) => {
      const ratio = compare(own, rival, rubric);
      return ratio === null ? [] : [{ own, rival, ratio }];
    }),
  );
  return pairs.length === 0 || pairs.some(({ ratio }) => agreesWithRatio(figure, ratio)) ? null : (pairs[0] ?? null);
}

/** Claims of a lower price that the prices of the documents do not bear out. */
function findClaimContradictions(
  prose: DocumentProse,
  prices: readonly PriceReading[],
  context: ReadingContext,
): readonly ContradictionReading[] {
  const { rubric } = context;
  const vocabulary = getVocabulary(rubric);
  const { cheaper } = getMetricPatterns(rubric);
  const owners = new PriceOwners(context, getPricePatterns(rubric));
  const reach = vocabulary.grammar.reach.comparative;
  return prose.passages
    .filter((passage) => hasMatch(cheaper, passage.text) && classifySection(passage, rubric) !== 'unread')
    .flatMap((passage) => listSentences(passage, rubric))
    .flatMap((sentence) =>
      findFigures(sentence.passage.text, sentence, vocabulary.figures).flatMap(
        (figure): readonly ContradictionReading[] => {
          const { text } = sentence.passage;
          const isClaim =
            (figure.of === 'percent' || figure.of === 'multiple') &&
            figure.hedge === null &&
            hasMatch(cheaper, text.slice(figure.from, figure.to + reach)) &&
            ![isOpen, isWish, isDenied].some((test) => test(sentence, figure, vocabulary));
          const against = isClaim ? findClaimAgainst(sentence, figure, prices, owners, context) : null;
          if (against === null) return [];
          const claim = { ...quoteSpan(prose, sentence.passage, sentence), said: text.slice(figure.from, figure.to) };
          const of = `price against ${against.rival.party ?? ''}`.trim();
          return [{ of, statements: [claim, toStatement(against.own), toStatement(against.rival)] }];
        },
      ),
    );
}

/** Prices of the documents that contradict each other, or what is said of them. */
export function findPriceContradictions(
  proses: readonly DocumentProse[],
  prices: readonly PriceReading[],
  context: ReadingContext,
): readonly ContradictionReading[] {
  const claims =
    prices.some(({ quote }) => quote.whose === 'rival') && prices.some(isOwn)
      ? proses.flatMap((prose) => findClaimContradictions(prose, prices, context))
      : [];
  return [...findOwnPriceContradictions(prices, context), ...claims];
}

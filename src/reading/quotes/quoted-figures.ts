import type { Rubric } from '../../model/rubric.ts';
import { findFigures } from '../../prose/find-figures.ts';
import { compilePhrases, hasMatch } from '../../prose/phrase-patterns.ts';
import { agrees, type StatedFigure } from '../../prose/stated-figure.ts';
import { getVocabulary, type Vocabulary } from '../../prose/vocabulary.ts';
import { findStatedFigures } from '../statements.ts';
import type { FoundQuote } from './verify-quotes.ts';

/** A number by itself: not the 100 of `H100`, and not a year. */
const BARE_NUMBER = /(?<![\p{L}\p{N}.,:/#-])(?!(?:19|20)\d\d(?![\d.,]))\d[\d,]*(?:\.\d+)?(?![\p{L}\p{N}-]|[.,]\d)/gu;

function readAll(words: string, { figures }: Vocabulary): readonly StatedFigure[] {
  return findFigures(words, { from: 0, to: words.length }, figures);
}

/** A quote, with the statements around it where its document is known. */
export interface QuotedWords extends Pick<FoundQuote, 'statements'> {
  readonly quote: { readonly text: string };
}

/** The figures of a quote; of a row those that are in its quoted cells. */
function listFigures({ quote: { text }, statements }: QuotedWords, vocabulary: Vocabulary): readonly StatedFigure[] {
  const rows = statements.filter(({ cells }) => cells.length > 0);
  const ofRows = rows.flatMap((row) => findStatedFigures(row, vocabulary));
  const digitsOf = (said: string) => said.match(/\d[\d.,]*/)?.[0] ?? said;
  return [...readAll(text, vocabulary), ...ofRows.filter(({ said }) => text.includes(digitsOf(said)))];
}

/** A sum that was paid in a stated month is also one a month. */
function addMonthly(figures: readonly StatedFigure[], text: string, { figures: patterns, statements }: Vocabulary) {
  const month = patterns.meanings.get(patterns.grammar.figures.month);
  if (month === undefined || !hasMatch(compilePhrases(statements.months), text)) return figures;
  return figures.flatMap((figure) => (figure.per.length > 0 ? [figure] : [figure, { ...figure, per: [month] }]));
}

/** Whether one of the quotes states a figure in the unit that is asked for, or in one that converts to it. */
export function statesFigure(value: number, unit: string, found: readonly QuotedWords[], rubric: Rubric): boolean {
  const vocabulary = getVocabulary(rubric);
  const { agreement } = vocabulary.grammar;
  const [known] = readAll(`${value} ${unit}`, vocabulary);
  return found.some((one) => {
    const { text } = one.quote;
    const told = addMonthly(listFigures(one, vocabulary), text, vocabulary).map((figure) => ({
      ...figure,
      slack: 0,
      hedge: null,
    }));
    if (value === 0 && (hasMatch(vocabulary.negation, text) || hasMatch(compilePhrases(rubric.reading.unpaid), text)))
      return true;
    if (known !== undefined && told.some((figure) => agrees(figure, known, agreement))) return true;
    // A cell may hold a bare number, and a unit may be one that sentences do not measure by.
    const isBare = known === undefined || one.statements.some(({ cells }) => cells.length > 0);
    if (!isBare) return false;
    const measured = told.map(({ said }) => said).join(' ');
    const bare = (text.match(BARE_NUMBER) ?? []).filter((digits) => known === undefined || !measured.includes(digits));
    return bare.some((digits) => Number(digits.replaceAll(',', '')) === value);
  });
}

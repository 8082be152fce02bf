import type { DocumentQuote } from '../../model/reading.ts';
import { findFigures, readCellFigure } from '../../prose/find-figures.ts';
import { extractKeywords } from '../../prose/keywords.ts';
import type { PassageSpan } from '../../prose/passage.ts';
import { findMatches, hasMatch } from '../../prose/phrase-patterns.ts';
import { findClause, type Sentence, sliceSentence } from '../../prose/sentences.ts';
import { isDenied, isOpen, isWish } from '../../prose/stance.ts';
import type { StatedFigure } from '../../prose/stated-figure.ts';
import { getVocabulary, type Vocabulary } from '../../prose/vocabulary.ts';
import { classifySection, type DocumentProse, listSentences, quoteSpan } from '../document-prose.ts';
import { PriceOwners } from '../prices/price-owners.ts';
import { getPricePatterns } from '../prices/price-patterns.ts';
import type { ReadingContext } from '../reading-context.ts';
import { getMetricPatterns, type MetricPattern, type MetricPatterns } from './metric-patterns.ts';

/** A figure of the project, with what it is the figure of. */
export interface Measurement {
  /** In words, such as `revenue a year`. */
  readonly of: string;
  /** What two figures have in common where they should be the same: what they are of, and all that narrows it. */
  readonly key: string;
  readonly figure: StatedFigure;
  readonly said: string;
  readonly quote: DocumentQuote;
  /** The sentence that it is in, and the table where it is a cell: figures side by side are of different things. */
  readonly beside: string;
}

/** A figure in its sentence, with the heads of its cell. */
interface PlacedFigure {
  readonly figure: StatedFigure;
  readonly sentence: Sentence;
  readonly clause: PassageSpan;
  readonly heads: string;
}

const YEAR = 'year';
/** Letters within which a word and a figure belong together. */
const NEAR = 48;

/** How far the words are from the figure in its clause; null where they are not near, or another figure of the kind is between. */
function measureDistance(
  words: RegExp,
  { figure, sentence, clause, heads }: PlacedFigure,
  others: readonly StatedFigure[],
) {
  if (heads !== '' && hasMatch(words, heads)) return 0;
  const { text } = sentence.passage;
  const distances = findMatches(words, text.slice(clause.from, clause.to)).flatMap((match) => {
    const from = clause.from + match.index;
    const to = from + match[0].length;
    const [a, b] = to <= figure.from ? [to, figure.from] : [figure.to, from];
    const isParted = others.some((other) => other !== figure && other.from >= a && other.to <= b);
    return b - a > NEAR || isParted ? [] : [Math.max(0, b - a)];
  });
  return distances.length === 0 ? null : Math.min(...distances);
}

/** The clause of a figure, with the label before its colon. */
function findLabelledClause(text: string, sentence: Sentence, figure: StatedFigure, { clauseBreak }: Vocabulary) {
  const clause = findClause(text, sentence, figure, clauseBreak);
  const label = /[^,;:()]{1,40}:\s*$/.exec(text.slice(sentence.from, clause.from))?.[0] ?? '';
  return { from: clause.from - label.length, to: clause.to };
}

/** The metric whose words are nearest to a figure. */
function findMetric(
  placed: PlacedFigure,
  figures: readonly StatedFigure[],
  { metrics }: MetricPatterns,
  { statements }: Vocabulary,
) {
  const { figure } = placed;
  const isMoney = statements.currencies.some(({ id }) => id === figure.of);
  const kind = isMoney ? 'money' : figure.of;
  const alike = figures.filter(({ of }) => of === figure.of);
  const found = metrics
    .filter(({ metric }) => metric.figure === kind)
    .flatMap((pattern) => {
      const [plain, rest] = [pattern.words, pattern.rest].map((words) => measureDistance(words, placed, alike));
      const isRest = rest !== null && rest !== undefined && (plain === null || plain === undefined || rest < plain);
      const distance = isRest ? rest : plain;
      return distance === null || distance === undefined ? [] : [{ pattern, isRest, distance }];
    })
    .sort((a, b) => a.distance - b.distance);
  return found[0] ?? null;
}

/** Lower-case words of a pattern in a text, in order, each once. */
function listMatches(pattern: RegExp, text: string): readonly string[] {
  return [...new Set(findMatches(pattern, text).map(([word]) => word.toLowerCase()))].sort();
}

/** A sum by the year that its words and its own unit make of it; of a sum of no time it is left as it is. */
function toYearly(figure: StatedFigure, { metric, seconds }: MetricPattern, { figures }: Vocabulary) {
  const year = figures.meanings.get(YEAR);
  const time = figure.per.find(({ of }) => of === year?.of)?.times ?? seconds;
  if (year === undefined || time === null || time === undefined) return { of: metric.of, figure };
  const times = year.times / time;
  const yearly = { ...figure, value: figure.value * times, slack: figure.slack * times, per: [year] };
  return { of: metric.per === null ? `${metric.of} a ${YEAR}` : metric.of, figure: yearly };
}

/** What a figure is of, what narrows it, and its value in the terms of what it is of. */
interface Measured {
  readonly of: string;
  readonly narrowed: readonly string[];
  readonly figure: StatedFigure;
}

/** What a count is of: the noun, and every word that narrows it in its clause. */
function describeCount(placed: PlacedFigure, patterns: MetricPatterns, { keywords }: Vocabulary): Measured {
  const { figure, sentence, clause, heads } = placed;
  const { text } = sentence.passage;
  const noun = extractKeywords(figure.what, keywords);
  const words = [...extractKeywords(`${figure.said} ${text.slice(figure.to, clause.to)}`, keywords)];
  const kinds = listMatches(patterns.qualifiers, `${text.slice(clause.from, figure.from)} ${heads}`);
  const narrowed = [...words.filter((word) => !noun.has(word)), ...kinds, ...figure.per.map(({ of }) => of)];
  return { of: figure.what, narrowed, figure };
}

/** What a sum or a share is of; null where no metric is named near it. */
function describeMetric(
  placed: PlacedFigure,
  figures: readonly StatedFigure[],
  patterns: MetricPatterns,
  vocabulary: Vocabulary,
): Measured | null {
  const found = findMetric(placed, figures, patterns, vocabulary);
  if (found === null) return null;
  const { pattern, isRest } = found;
  const { figure, sentence, clause, heads } = placed;
  const told = isRest ? { ...figure, value: 100 - figure.value } : figure;
  const words = `${sentence.passage.text.slice(clause.from, clause.to)} ${heads}`;
  const plain = words.replace(pattern.words, '').replace(pattern.rest, '');
  return { ...toYearly(told, pattern, vocabulary), narrowed: listMatches(patterns.qualifiers, plain) };
}

/** Figures of the project that a document may state more than once. */
export function listMeasurements(prose: DocumentProse, context: ReadingContext): readonly Measurement[] {
  const { rubric } = context;
  const vocabulary = getVocabulary(rubric);
  const patterns = getMetricPatterns(rubric);
  const owners = new PriceOwners(context, getPricePatterns(rubric));
  /** True where the sentence states the figure as the project's, of today. */
  const isOwn = (sentence: Sentence, figure: StatedFigure): boolean => {
    if (patterns.earlier.test(sentence.passage.text.slice(sentence.from, figure.from))) return false;
    const isUnsure = [isOpen, isWish, isDenied].some((test) => test(sentence, figure, vocabulary));
    const { whose } = owners.tell({ sentence, at: figure, section: null, caption: '' });
    return !isUnsure && (whose === 'project' || whose === 'unsaid');
  };
  let table = 0;
  return prose.passages.flatMap((passage, index) => {
    if (passage.row === null) table = index;
    const section = classifySection(passage, rubric);
    if (section !== null || (passage.isHeading && passage.row === null && passage.depth === null)) return [];
    return listSentences(passage, rubric).flatMap((sentence) => {
      const words = sliceSentence(sentence);
      if (!/\d/.test(words) || hasMatch(patterns.others, words) || hasMatch(vocabulary.plan, words)) return [];
      const above = `${passage.under} | ${passage.heads.join(' | ')} | ${passage.sections.at(-1) ?? ''}`;
      if (patterns.supposed.find(`${words} | ${above}`).length > 0) return [];
      const cell = passage.row === null ? null : readCellFigure(passage, vocabulary.figures);
      const figures = cell === null ? findFigures(passage.text, sentence, vocabulary.figures) : [cell];
      const once = figures.filter(
        ({ from, isLoose, isPart }, at) =>
          !isLoose && !isPart && figures[at + 1]?.from !== from && figures[at - 1]?.from !== from,
      );
      return once.flatMap((figure): readonly Measurement[] => {
        const clause = findLabelledClause(passage.text, sentence, figure, vocabulary);
        const heads = passage.row === null ? '' : passage.heads.join(' | ');
        const placed = { figure, sentence, clause, heads };
        const measured =
          figure.of === 'count'
            ? describeCount(placed, patterns, vocabulary)
            : describeMetric(placed, once, patterns, vocabulary);
        if (measured === null || !isOwn(sentence, figure)) return [];
        const periods = listMatches(patterns.period, `${words} ${above}`);
        const { of, narrowed, figure: told } = measured;
        return [
          {
            of,
            key: JSON.stringify([of, told.of, ...[...narrowed].sort(), ...periods]),
            figure: told,
            said: figure.said.trim(),
            quote: quoteSpan(prose, passage, sentence),
            beside: passage.row === null ? `${index} ${sentence.from}` : `table ${table}`,
          },
        ];
      });
    });
  });
}

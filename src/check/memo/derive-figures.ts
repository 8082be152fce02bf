import type { Report } from '../../model/report.ts';
import type { ComparisonReport } from '../../model/report-criterion.ts';
import { extractKeywords } from '../../prose/keywords.ts';
import { type KnownEdge, PROJECT } from '../../prose/parties.ts';
import type { StatedFigure } from '../../prose/stated-figure.ts';
import type { Vocabulary } from '../../prose/vocabulary.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** A figure that the answers state, or that follows from those that they state. */
export interface LedgerFigure {
  readonly figure: StatedFigure;
  readonly entry: LedgerEntry;
  /** The words next to it, and those of its criterion. */
  readonly words: ReadonlySet<string>;
  /** Those of its criterion alone. */
  readonly subject: ReadonlySet<string>;
  /** Those of its own sentence. */
  readonly near: ReadonlySet<string>;
  /** True where it is the answer, and false where a note gives it. */
  readonly isAnswer: boolean;
  /**
   * null where somebody wrote it. A derived figure supports a statement only next to its words, since any multiple can come
   * out so; the `usual` forms, the ratio and the share that is saved, can contradict a statement too.
   */
  readonly derived: null | 'usual' | 'other';
  /** Whose figure it is: the project's or that of another party; null where that is open. */
  readonly owner: string | null;
  /** For a figure that follows from two sides: the other one, which a text has to name. */
  readonly beside: string | null;
  /** Which way a change goes; null for anything else. */
  readonly rise: 'up' | 'down' | null;
  /** Of a comparison: whether the project is ahead, and which values are better, null where only the words of a note tell it. */
  readonly edge: KnownEdge | null;
}

/** A figure without a place in any text. */
export function createPlainFigure(value: number, of: string, what = ''): StatedFigure {
  const said =
    of === 'percent' ? `${Number(value.toFixed(1))}%` : of === 'multiple' ? `${Number(value.toFixed(2))}x` : `${value}`;
  return { from: 0, to: 0, said, of, what, value, slack: 0, per: [], hedge: null, isPart: false, isLoose: false };
}

function derive(from: LedgerFigure, figure: StatedFigure, more: Partial<LedgerFigure> = {}): LedgerFigure {
  return { ...from, derived: 'other', isAnswer: false, ...more, figure };
}

interface RatioForm {
  readonly figure: StatedFigure;
  readonly derived: LedgerFigure['derived'];
}

/** The ways to state a ratio: how many times as good, how much is saved, which part is left. */
function listRatioForms(ratio: number): readonly RatioForm[] {
  const r = Math.max(ratio, 1 / ratio);
  return [
    { figure: createPlainFigure(r, 'multiple'), derived: 'usual' },
    { figure: createPlainFigure((1 - 1 / r) * 100, 'percent'), derived: 'usual' },
    { figure: createPlainFigure(1 / r, 'multiple'), derived: 'other' },
    { figure: createPlainFigure(100 / r, 'percent'), derived: 'other' },
    { figure: createPlainFigure((r - 1) * 100, 'percent'), derived: 'other' },
  ];
}

/** A price by the hour as the price of a month in which a machine runs all the time. */
function toMonthlyPrices(figure: StatedFigure, { figures: { rent } }: Vocabulary): readonly StatedFigure[] {
  if (rent === null || !figure.per.some(({ of, times }) => of === rent.by.of && times === rent.by.times)) return [];
  const value = figure.value * rent.times;
  return [{ ...figure, value, slack: figure.slack * rent.times, said: `${value.toFixed(0)} ${figure.of}`, per: [] }];
}

/** What follows from the project's figure and one that a note gives of somebody else. */
function deriveFromSides(
  own: LedgerFigure,
  other: LedgerFigure,
  better: 'lower' | 'higher',
  vocabulary: Vocabulary,
): readonly LedgerFigure[] {
  const [a, b] = better === 'lower' ? [other.figure, own.figure] : [own.figure, other.figure];
  const ratio = a.value / b.value;
  if (!(ratio > 0) || !Number.isFinite(ratio)) return [];
  const difference = { ...own.figure, value: Math.abs(a.value - b.value), slack: 0 };
  const figures = [
    ...listRatioForms(ratio).map(({ figure }) => figure),
    difference,
    ...toMonthlyPrices(difference, vocabulary),
  ];
  const words = new Set([...own.words, ...other.words]);
  const edge = { isAhead: ratio >= 1, better };
  return figures.map((figure) => derive(own, figure, { words, owner: null, beside: other.owner, edge }));
}

/** What follows from the figures of one comparison and its note: ratios, differences, prices of a month, parts of a named sum. */
function deriveFromComparison(
  { better }: ComparisonReport,
  [own, ...rest]: readonly LedgerFigure[],
  vocabulary: Vocabulary,
): readonly LedgerFigure[] {
  if (own === undefined) return [];
  const alike = rest.filter(({ figure }) => figure.of === own.figure.of && figure.what === own.figure.what);
  const sums = alike.filter(({ owner, figure }) => owner === PROJECT && figure.per.length === 0);
  const sides = alike.filter(({ owner }) => owner !== null && owner !== PROJECT);
  const all = [own, ...sides];
  return [
    ...sides.flatMap((side) => deriveFromSides(own, side, better, vocabulary)),
    ...all.flatMap((known) => toMonthlyPrices(known.figure, vocabulary).map((figure) => derive(known, figure))),
    ...sums.flatMap((sum) =>
      all.flatMap((known) => {
        const part = known.figure.value / sum.figure.value;
        return [createPlainFigure(part * 100, 'percent'), createPlainFigure(part, 'multiple')].map((figure) =>
          derive(known, figure),
        );
      }),
    ),
  ];
}

/** The ratio of a comparison to the alternative of the answer and to the best that is registered. */
function deriveRatios(
  { author, ratio, best, bestRatio, better }: ComparisonReport,
  own: LedgerFigure,
  { keywords }: Vocabulary,
): readonly LedgerFigure[] {
  const sides = [
    { name: author.name, ratio },
    ...(best === null || bestRatio === null ? [] : [{ name: best.name, ratio: bestRatio }]),
  ];
  return sides.flatMap((side) => {
    const words = new Set([...own.subject, ...extractKeywords(side.name, keywords)]);
    const edge = { isAhead: side.ratio >= 1, better };
    return listRatioForms(side.ratio).map(({ figure, derived }) =>
      derive(own, figure, { words, owner: null, derived, edge }),
    );
  });
}

/** What is left of each share of 100, and of the revenue by a share of it. */
function deriveFromShares(shares: readonly LedgerFigure[], revenue: readonly LedgerFigure[]): readonly LedgerFigure[] {
  const left = shares.map((share) => derive(share, createPlainFigure(100 - share.figure.value, 'percent')));
  const sums = [...shares, ...left].flatMap((share) =>
    revenue.map((sum) => {
      const value = (sum.figure.value * share.figure.value) / 100;
      return derive(sum, { ...sum.figure, value, slack: 0 }, { words: new Set([...sum.words, ...share.words]) });
    }),
  );
  return [...left, ...sums];
}

/** The growth of a trend in percent, and the sum of the year before. */
function deriveFromTrend(trend: LedgerFigure, revenue: readonly LedgerFigure[]): readonly LedgerFigure[] {
  const { value } = trend.figure;
  const course = { rise: value >= 1 ? 'up' : 'down', edge: null } as const;
  return [
    derive(trend, createPlainFigure(Math.abs(value - 1) * 100, 'percent'), course),
    derive(trend, createPlainFigure(Math.max(value, 1 / value), 'multiple'), course),
    ...revenue.map((sum) => derive(sum, { ...sum.figure, value: sum.figure.value / value, slack: 0 })),
  ];
}

/** Figures that follow from those that the answers state. A text may use them next to the words of what they follow from. */
export function deriveFigures(
  report: Report,
  figures: readonly LedgerFigure[],
  vocabulary: Vocabulary,
): readonly LedgerFigure[] {
  const select = (ids: readonly string[]) => ids.flatMap((id) => figures.filter(({ entry }) => entry.criterion === id));
  const { roles } = vocabulary.statements;
  const revenue = select(roles.revenue).slice(0, 1);
  const shares = select(roles.shares).filter(({ figure }) => figure.of === 'percent');
  const trends = select(roles.growth).filter(({ figure }) => figure.of === 'multiple');
  const comparisons = report.dimensions
    .flatMap(({ criteria }) => criteria)
    .flatMap((entry) => {
      const known = select([entry.id]);
      const [own] = known;
      if (entry.status !== 'answered' || entry.comparison === null || own === undefined) return [];
      return [
        ...deriveRatios(entry.comparison, own, vocabulary),
        ...deriveFromComparison(entry.comparison, known, vocabulary),
      ];
    });
  return [
    ...comparisons,
    ...deriveFromShares(shares, revenue),
    ...trends.slice(0, 1).flatMap((trend) => deriveFromTrend(trend, revenue)),
  ];
}

import type { Report } from '../../model/report.ts';
import type { ComparisonReport } from '../../model/report-criterion.ts';
import { extractKeywords } from './keywords.ts';
import type { LedgerFigure } from './ledger-figure.ts';
import { PROJECT } from './parties.ts';
import type { StatedFigure } from './stated-figure.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A figure without a place in any text. */
export function createPlainFigure(value: number, of: string, what = ''): StatedFigure {
  const said =
    of === 'percent' ? `${Number(value.toFixed(1))}%` : of === 'multiple' ? `${Number(value.toFixed(2))}x` : `${value}`;
  return { from: 0, to: 0, said, of, what, value, slack: 0, per: [], hedge: null, isPart: false, isLoose: false };
}

interface RatioForm {
  readonly of: string;
  readonly value: number;
  readonly derived: LedgerFigure['derived'];
}

/** How a ratio over 1 may be told: how many times as good, how much is saved, which part is left. */
function listRatioForms(ratio: number): readonly RatioForm[] {
  const r = Math.max(ratio, 1 / ratio);
  return [
    { value: r, of: 'multiple', derived: 'usual' },
    { value: (1 - 1 / r) * 100, of: 'percent', derived: 'usual' },
    { value: 1 / r, of: 'multiple', derived: 'other' },
    { value: 100 / r, of: 'percent', derived: 'other' },
    { value: (r - 1) * 100, of: 'percent', derived: 'other' },
  ];
}

/** A price by the hour as one of a month in which a machine runs all the time. */
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
  const words = new Set([...own.words, ...other.words]);
  const base = {
    ...own,
    words,
    owner: null,
    beside: other.owner,
    derived: 'other',
    edge: { isAhead: ratio >= 1, better },
  };
  const difference = { ...own.figure, value: Math.abs(a.value - b.value), slack: 0 };
  return [
    ...listRatioForms(ratio).map(({ value, of }) => ({ ...base, figure: createPlainFigure(value, of) }) as const),
    ...[difference, ...toMonthlyPrices(difference, vocabulary)].map((figure) => ({ ...base, figure }) as const),
  ].map((known): LedgerFigure => ({ ...known, derived: 'other' }));
}

/** What follows from the figures of one comparison and its note: ratios, differences, prices of a month, parts of a named sum. */
function deriveFromComparison(
  { better }: ComparisonReport,
  figures: readonly LedgerFigure[],
  vocabulary: Vocabulary,
): readonly LedgerFigure[] {
  const [own, ...rest] = figures;
  if (own === undefined) return [];
  const isAlike = ({ figure }: LedgerFigure) => figure.of === own.figure.of && figure.what === own.figure.what;
  const sums = rest.filter((known) => isAlike(known) && known.owner === PROJECT && known.figure.per.length === 0);
  const sides = rest.filter((known) => isAlike(known) && known.owner !== null && known.owner !== PROJECT);
  const all = [own, ...sides];
  return [
    ...sides.flatMap((side) => deriveFromSides(own, side, better, vocabulary)),
    ...all.flatMap((known) =>
      toMonthlyPrices(known.figure, vocabulary).map((figure): LedgerFigure => ({ ...known, figure, derived: 'other' })),
    ),
    ...sums.flatMap((sum) =>
      all.flatMap((known) => {
        const part = known.figure.value / sum.figure.value;
        return [createPlainFigure(part * 100, 'percent'), createPlainFigure(part, 'multiple')].map(
          (figure): LedgerFigure => ({ ...known, figure, derived: 'other' }),
        );
      }),
    ),
  ];
}

/** The ratio of a comparison to the alternative of the answer and to the best that is registered. */
function deriveRatios(
  comparison: ComparisonReport,
  own: LedgerFigure,
  { keywords }: Vocabulary,
): readonly LedgerFigure[] {
  const { author, ratio, best, bestRatio, better } = comparison;
  const sides = [
    { name: author.name, ratio },
    ...(best === null || bestRatio === null ? [] : [{ name: best.name, ratio: bestRatio }]),
  ];
  return sides.flatMap((side) =>
    listRatioForms(side.ratio).map(({ value, of, derived }) => ({
      ...own,
      figure: createPlainFigure(value, of),
      words: new Set([...own.subject, ...extractKeywords(side.name, keywords)]),
      owner: null,
      derived,
      edge: { isAhead: side.ratio >= 1, better },
    })),
  );
}

const isPercent = ({ figure }: LedgerFigure) => figure.of === 'percent';

/** What is left of each share of 100, and of the revenue by a share of it. */
function deriveFromShares(shares: readonly LedgerFigure[], revenue: readonly LedgerFigure[]): readonly LedgerFigure[] {
  const left = shares.map((share) => ({ ...share, figure: createPlainFigure(100 - share.figure.value, 'percent') }));
  const sums = [...shares, ...left].flatMap((share) =>
    revenue.map((sum) => ({
      ...sum,
      figure: { ...sum.figure, value: (sum.figure.value * share.figure.value) / 100, slack: 0 },
      words: new Set([...sum.words, ...share.words]),
    })),
  );
  return [...left, ...sums].map((known): LedgerFigure => ({ ...known, derived: 'other' }));
}

/** The growth of a trend in percent, and the sum of the year before. */
function deriveFromTrend(trend: LedgerFigure, revenue: readonly LedgerFigure[]): readonly LedgerFigure[] {
  const { value } = trend.figure;
  const rise = value >= 1 ? 'up' : 'down';
  const forms = [
    createPlainFigure(Math.abs(value - 1) * 100, 'percent'),
    createPlainFigure(Math.max(value, 1 / value), 'multiple'),
  ].map((figure): LedgerFigure => ({ ...trend, figure, rise, derived: 'other' }));
  const before = revenue.map(
    (sum): LedgerFigure => ({
      ...sum,
      figure: { ...sum.figure, value: sum.figure.value / value, slack: 0 },
      derived: 'other',
    }),
  );
  return [...forms, ...before];
}

/** Figures that follow from those that the answers state, and that a text may tell beside the words of what they follow from. */
export function deriveFigures(
  report: Report,
  figures: readonly LedgerFigure[],
  vocabulary: Vocabulary,
): readonly LedgerFigure[] {
  const of = (...ids: readonly string[]) =>
    ids.flatMap((id) => figures.filter(({ carrier }) => carrier.criterion === id));
  const { roles } = vocabulary.statements;
  const revenue = of(...roles.revenue).slice(0, 1);
  const comparisons = report.dimensions
    .flatMap(({ criteria }) => criteria)
    .flatMap((entry) => {
      const known = of(entry.id);
      const [own] = known;
      if (entry.status !== 'answered' || entry.comparison === null || own === undefined) return [];
      return [
        ...deriveRatios(entry.comparison, own, vocabulary),
        ...deriveFromComparison(entry.comparison, known, vocabulary),
      ];
    });
  return [
    ...comparisons,
    ...deriveFromShares(of(...roles.shares).filter(isPercent), revenue),
    ...of(...roles.growth)
      .filter(({ figure }) => figure.of === 'multiple')
      .slice(0, 1)
      .flatMap((trend) => deriveFromTrend(trend, revenue)),
  ];
}

import { LINEAR_MARKS } from '../../model/level.ts';
import { compareRationals, divide, multiply, type Rational, toNumber, toRational, ZERO } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { AuditFinding, Influence } from '../../model/rubric-audit.ts';
import { computeShare } from '../../score/marks.ts';
import type { Score } from '../../score/score-on-track.ts';
import type { AuditedDescription } from './audited-descriptions.ts';
import { computeCovariance, computeSum } from './statistics.ts';

/** Descriptions under which a variance says nothing. */
const FEWEST = 6;

/** A weight that does less than this share of what it promises does not do it. */
const LEAST_SHARE = toRational(0.1);

/** The part that a criterion has in the index of a description: what its weight promises, and the points that it gives. */
interface InfluencePart {
  readonly share: Rational;
  readonly points: Rational;
}

function partOf(id: string, { readings, dimensions }: Score): InfluencePart {
  const reading = readings.find(({ criterion }) => criterion.id === id);
  if (reading === undefined || reading.status === 'not-applicable') return { share: ZERO, points: ZERO };
  const share = computeShare(reading, dimensions);
  return { share, points: multiply(share, toRational(LINEAR_MARKS[reading.levels.supported] ?? 0)) };
}

interface InfluenceRow extends Pick<Influence, 'of' | 'id' | 'title'> {
  /** In the order of the descriptions. */
  readonly parts: readonly InfluencePart[];
}

/** A dimension's parts: those of its criteria together. */
function togetherOf(rows: readonly InfluenceRow[], count: number): readonly InfluencePart[] {
  return Array.from({ length: count }, (_, i) => ({
    share: computeSum(rows.map(({ parts }) => parts[i]?.share ?? ZERO)),
    points: computeSum(rows.map(({ parts }) => parts[i]?.points ?? ZERO)),
  }));
}

function rowsOf(held: readonly AuditedDescription[], rubric: Rubric): readonly InfluenceRow[] {
  return rubric.dimensions.flatMap((dimension) => {
    const criteria = rubric.criteria
      .filter((criterion) => criterion.dimension === dimension.id)
      .map(
        ({ id, title }): InfluenceRow => ({
          of: 'criterion',
          id,
          title,
          parts: held.map(({ score }) => partOf(id, score)),
        }),
      );
    const { id, title } = dimension;
    return [{ of: 'dimension', id, title, parts: togetherOf(criteria, held.length) }, ...criteria];
  });
}

function findingOf({ of, id }: InfluenceRow, nominal: Rational, real: Rational): AuditFinding {
  const percent = (share: Rational) => `${(Math.floor(toNumber(share) * 1000) / 10).toFixed(1)}%`;
  return {
    id: 'weight/no-influence',
    severity: 'warning',
    subject: id,
    what: `The ${of} \`${id}\` has ${percent(nominal)} of the weight and makes ${percent(real)} of the differences between the indices.`,
    why: 'A weight is read as importance; this one hardly moves the order, or moves it the other way.',
    fix: 'Look whether its levels tell these projects apart, or whether other criteria undo what it says; then its weight.',
  };
}

/**
 * What each weight promises and what it does. The supported index before gates is a sum of parts, y = p1 + ... + pn, with a
 * part for each criterion: its share of the weight times the points of its supported level. The variance of y over the
 * descriptions is then the sum of the covariances of the parts with y, and cov(p, y) / var(y) is the share of it that a
 * criterion makes; all shares sum to 1, and one is negative where the criterion offsets the others. That weights of a mean
 * are no importance, and that importance has to be measured by the variance that a part explains, is the argument of
 * Paruolo, Saisana and Saltelli, "Ratings and rankings: voodoo or science?", J. R. Stat. Soc. A 176 (2013), 609-634, who take
 * the correlation ratio for it, and of the OECD/JRC "Handbook on Constructing Composite Indicators" (2008), steps 6 and 7.
 * The covariance is taken here for its exact sum. Under `FEWEST` descriptions, or where y is the same in all, `real` is null.
 */
export function influenceOf(
  held: readonly AuditedDescription[],
  rubric: Rubric,
): { readonly influence: readonly Influence[]; readonly findings: readonly AuditFinding[] } {
  const index = held.map(({ score }) => score.uncapped.supported);
  const variance = computeCovariance(index, index);
  const isKnown = held.length >= FEWEST && compareRationals(variance, ZERO) > 0;
  const measured = rowsOf(held, rubric).map((row) => {
    const nominal = divide(computeSum(row.parts.map(({ share }) => share)), toRational(Math.max(1, held.length)));
    const points = row.parts.map((part) => part.points);
    return { row, nominal, real: isKnown ? divide(computeCovariance(points, index), variance) : null };
  });
  return {
    influence: measured.map(({ row: { of, id, title }, nominal, real }) => {
      return { of, id, title, nominal: toNumber(nominal), real: real === null ? null : toNumber(real) };
    }),
    findings: measured.flatMap(({ row, nominal, real }) =>
      real !== null && compareRationals(real, multiply(nominal, LEAST_SHARE)) < 0
        ? [findingOf(row, nominal, real)]
        : [],
    ),
  };
}

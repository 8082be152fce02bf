import type { RankedProject } from '../../model/comparison.ts';
import { compareRationals, createRational, type Rational } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { Score } from '../../score/score-on-track.ts';
import { buildWeightSpace, type WeightSpace } from '../sensitivity/certainty.ts';
import {
  applyCap,
  buildExtremeScenario,
  findLowestCap,
  type ScoreState,
  sumByDimension,
  toScoreState,
} from '../sensitivity/score-state.ts';

/** The supported index of a score by one value function, over all admissible weights. */
interface IndexRange {
  /** Before gates at each corner of the weight space, times `scale`. */
  readonly atCorners: readonly bigint[];
  /** The ends of the range after gates. */
  readonly lowest: Rational;
  readonly highest: Rational;
}

interface ShownScore {
  readonly track: string;
  readonly ranges: readonly IndexRange[];
  /** The lowest cap of the gates that fail, or 100, times `scale`. Gates depend on levels alone, so no weight moves it. */
  readonly cap: bigint;
}

/** The corners of a box cut by a plane: all weights but one are at a bound there. */
function listCorners({ least, most, sum }: WeightSpace): readonly (readonly number[])[] {
  const bounds = least.map((low, at) => [low, most[at] ?? low]);
  const corners = bounds.flatMap((range, free) => {
    const others = bounds.reduce<readonly (readonly number[])[]>(
      (all, ends, at) => all.flatMap((weights) => (at === free ? [0] : ends).map((end) => [...weights, end])),
      [[]],
    );
    return others.flatMap((weights) => {
      const rest = sum - weights.reduce((total, weight) => total + weight, 0);
      return Math.min(...range) <= rest && rest <= Math.max(...range) ? [weights.with(free, rest)] : [];
    });
  });
  return [...new Map(corners.map((weights) => [weights.join(), weights])).values()];
}

function computeIndex(state: ScoreState, sums: readonly number[], weights: readonly number[]): bigint {
  return weights.reduce(
    (total, weight, at) => total + BigInt(weight) * (state.units[at] ?? 0n) * BigInt(sums[at] ?? 0),
    0n,
  );
}

function toShownScore(score: Score, rubric: Rubric): ShownScore {
  const state = toScoreState(score, rubric);
  const scenario = buildExtremeScenario(state, 'worst');
  const space = buildWeightSpace(state, rubric.robustness.weight_band);
  const corners = listCorners(space);
  // Makes every cap whole. On one track the scale is the same for all, since it depends on the track and the gates alone.
  const whole = state.gates.reduce((product, { cap }) => product * cap.d, 1n);
  const scale = BigInt(space.sum) * state.common * whole;
  const cap = findLowestCap(state, scenario) ?? createRational(100n, 1n);
  const ranges = rubric.robustness.mark_maps.map(({ marks }): IndexRange => {
    const sums = sumByDimension(state, scenario, marks);
    const atCorners = corners.map((weights) => computeIndex(state, sums, weights) * whole);
    const pick = (isBetter: (a: bigint, b: bigint) => boolean) =>
      applyCap(
        createRational(
          atCorners.reduce((a, b) => (isBetter(b, a) ? b : a)),
          scale,
        ),
        cap,
      );
    return { atCorners, lowest: pick((a, b) => a < b), highest: pick((a, b) => a > b) };
  });
  return { track: score.track.id, ranges, cap: (cap.n * scale) / cap.d };
}

/**
 * True where some weights, the same for both, put min(c, a) over min(d, b), with the indices a and b before gates of `ahead` and
 * `behind` and their caps c and d: d < c and d < a, or b < c and b < a. The first asks for the greatest a. The second asks for the
 * greatest a - b where b < c, which is at a corner, or where a line between two corners crosses the plane b = c.
 * @param beats whether the first is over the second: strictly, or equal to it as well.
 */
function canLead(
  ahead: ShownScore,
  behind: ShownScore,
  map: number,
  beats: (a: bigint, b: bigint) => boolean,
): boolean {
  const pairs = (ahead.ranges[map]?.atCorners ?? []).map((a, at) => {
    const b = behind.ranges[map]?.atCorners[at] ?? 0n;
    return { a, b, lead: a - b };
  });
  const cap = ahead.cap;
  if (beats(cap, behind.cap) && pairs.some(({ a }) => beats(a, behind.cap))) return true;
  const leading = pairs.filter(({ lead }) => beats(lead, 0n));
  if (leading.some(({ b }) => beats(cap, b))) return true;
  const within = pairs.filter(({ b }) => b < cap);
  return leading.some((over) =>
    within.some((under) => beats(under.lead * (over.b - cap) + over.lead * (cap - under.b), 0n)),
  );
}

/** Whether one can be above the other by some value function and some weights; on different tracks each has weights of its own. */
function canBeAbove(ahead: ShownScore, behind: ShownScore, isTieEnough: boolean): boolean {
  const beats = (a: bigint, b: bigint) => (isTieEnough ? a >= b : a > b);
  return ahead.ranges.some(({ highest }, map) => {
    const lowest = behind.ranges[map]?.lowest;
    if (lowest === undefined || !beats(BigInt(compareRationals(highest, lowest)), 0n)) return false;
    return ahead.track !== behind.track || canLead(ahead, behind, map, beats);
  });
}

/**
 * For each score the best and the worst rank that its supported index can have among the others: extreme ranking analysis
 * (Kadzinski, Greco and Slowinski 2012) by pairs. Each pair is exact and a tie puts neither above; one set of weights that decides all
 * pairs at once is not looked for, so an end need not be reached.
 */
export function computeShownRanks(scores: readonly Score[], rubric: Rubric): readonly RankedProject['shownRank'][] {
  const shown = scores.map((score) => toShownScore(score, rubric));
  return shown.map((one) => {
    const others = shown.filter((other) => other !== one);
    return {
      best: 1 + others.filter((other) => !canBeAbove(one, other, true)).length,
      worst: 1 + others.filter((other) => canBeAbove(other, one, false)).length,
    };
  });
}

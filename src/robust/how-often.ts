import { EVEN_MARKS } from '../model/level.ts';
import { compare, type Rational, rational } from '../model/rational.ts';
import type { HowOften } from '../model/robustness.ts';
import type { Rubric } from '../model/rubric.ts';
import { type Random, randomFrom } from './random.ts';
import { type Completion, capOf, cappedAt, indexFor, type Standing, sumsOf } from './standing.ts';
import { type WeightSpace, weightSpace } from './weight-space.ts';

/** How many points of the space are drawn, and from which seed. */
export interface Sampling {
  /** 1 or more. */
  readonly draws: number;
  /** Whole, 0 or more. */
  readonly seed: number;
}

/** As fine as 32 bits go. */
const FINENESS = 2 ** 32;

/**
 * Weights from the space, each set of hundredths as likely: all but the widest are drawn in their bands, the widest takes the
 * rest, and where that is out of its band the draw is made again.
 */
function drawWeights(space: WeightSpace, random: Random): readonly number[] {
  const room = space.least.map((least, at) => (space.most[at] ?? 0) - least);
  const widest = room.indexOf(Math.max(...room));
  for (;;) {
    const weights = space.least.map((least, at) => (at === widest ? 0 : least + random.below((room[at] ?? 0) + 1)));
    const rest = space.sum - weights.reduce((sum, weight) => sum + weight, 0);
    weights[widest] = rest;
    if (rest >= (space.least[widest] ?? 0) && rest <= (space.most[widest] ?? 0)) return weights;
  }
}

/** Each stake on one of its rungs, all as likely; one criterion takes the same place on every track. */
function drawCompletion({ stakes }: Standing, places: ReadonlyMap<string, number>): Completion {
  return stakes.map(({ criterion, rungs }) => {
    const place = Math.floor(((places.get(criterion.id) ?? 0) / FINENESS) * rungs.length);
    return rungs[place] ?? rungs[0];
  });
}

/** The place of the band among the rubric's, for an index. */
function bandAt(index: Rational, thresholds: readonly Rational[]): number {
  return thresholds.findLastIndex((threshold) => compare(index, threshold) >= 0);
}

/**
 * The share of seeded draws in which each verdict comes out: the category acceptability of SMAA (Lahdelma and Salminen 2001, "SMAA-2";
 * Tervonen and Lahdelma 2007, "Implementing stochastic multicriteria acceptability analysis"), with the central weights of each. The
 * draws are over the set that `certaintyOf` searches, all of it at once, so a verdict that is certain has the share 1. @param
 * standings of the tracks scored, at least one; the lowest index of a draw is its outcome.
 */
export function howOften(standings: readonly Standing[], rubric: Rubric, { draws, seed }: Sampling): HowOften {
  const { bands, robustness, criteria } = rubric;
  const random = randomFrom(seed);
  const maps = robustness.mark_maps.map(({ marks }) => marks);
  const spaces = standings.map((standing) => weightSpace(standing, robustness.weight_band));
  const thresholds = bands.map(({ from }) => rational(from));
  const counts = bands.map(() => 0);
  const weightSums = bands.map(() => (standings[0]?.dimensions ?? []).map(() => 0));
  for (let draw = 0; draw < draws; draw += 1) {
    const marks = maps[random.below(maps.length)] ?? EVEN_MARKS;
    const places = new Map(criteria.map(({ id }) => [id, random.below(FINENESS)]));
    const drawn = spaces.map((space) => drawWeights(space, random));
    const found = standings.map((standing, at) => {
      const completion = drawCompletion(standing, places);
      const index = indexFor(standing, sumsOf(standing, completion, marks), drawn[at] ?? []);
      return bandAt(cappedAt(index, capOf(standing, completion)), thresholds);
    });
    const band = Math.min(...found);
    counts[band] = (counts[band] ?? 0) + 1;
    const sums = weightSums[band] ?? [];
    for (const [at, weight] of (drawn[0] ?? []).entries()) sums[at] = (sums[at] ?? 0) + weight;
  }
  const central = (band: number) => {
    const count = counts[band] ?? 0;
    if (count === 0) return null;
    const dimensions = standings[0]?.dimensions ?? [];
    return Object.fromEntries(dimensions.map(({ id }, at) => [id, (weightSums[band]?.[at] ?? 0) / count / 100]));
  };
  const shares = bands.map(({ id, title }, band) => ({
    verdict: id,
    title,
    share: (counts[band] ?? 0) / draws,
    centralWeights: central(band),
  }));
  return { draws, seed, error: 0.98 / Math.sqrt(draws), shares: shares.reverse() };
}

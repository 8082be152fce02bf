import { compareRationals, toRational } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { VerdictFrequencies } from '../../model/sensitivity.ts';
import { buildWeightSpace, type WeightSpace } from './certainty.ts';
import { type AnswerPosition, applyCap, computeUncappedIndex, findLowestCap, type ScoreState } from './score-state.ts';

/** Whole numbers from a seed, the same on every machine. */
interface Random {
  /** A number from 0 to under `count`, each as likely. `count` is whole, from 1 to 2^32. */
  below(count: number): number;
  /** A number from 0 to under 1, in steps of 2^-32. */
  share(): number;
}

const RANGE = 2 ** 32;

/** Chris Doty-Humphrey's sfc32 (https://pracrand.sourceforge.net), in 32-bit integers only. */
export function createRandom(seed: number): Random {
  let [a, b, c, counter] = [seed >>> 0, Math.floor(seed / RANGE) >>> 0, 0, 1];
  const next = () => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  };
  // Seeds that are alike give streams that are not, after a few rounds.
  for (let round = 0; round < 12; round += 1) next();
  return {
    share: () => next() / RANGE,
    below(count) {
      const fair = RANGE - (RANGE % count);
      for (;;) {
        const value = next();
        if (value < fair) return value % count;
      }
    },
  };
}

/** How many points of the space are drawn, and from which seed. */
export interface MonteCarloOptions {
  /** 1 or more. */
  readonly draws: number;
  /** Whole, 0 or more. */
  readonly seed: number;
}

/** Closer to a threshold than this, in points, the exact index decides; a double is far finer. */
const NEAR_THRESHOLD = 1e-6;

/**
 * One state with what its draws are written into. A run makes ten thousand draws, and arrays of its own for each would cost more
 * to clear away than all the arithmetic.
 */
class ScoreSampler {
  readonly weights: number[];
  private readonly state: ScoreState;
  private readonly space: WeightSpace;
  private readonly widest: number;
  /** For each factor the place of its criterion in the rubric. */
  private readonly criterion: readonly number[];
  /** The position of each factor in the draw. */
  private readonly completion: AnswerPosition[];
  private readonly sums: number[];

  constructor(state: ScoreState, rubric: Rubric) {
    this.state = state;
    this.space = buildWeightSpace(state, rubric.robustness.weight_band);
    const room = this.space.least.map((least, at) => (this.space.most[at] ?? 0) - least);
    this.widest = room.indexOf(Math.max(...room));
    this.criterion = state.factors.map(({ criterion }) => rubric.criteria.findIndex(({ id }) => id === criterion.id));
    this.weights = state.dimensions.map(() => 0);
    this.completion = state.factors.map(({ positions }) => positions[0]);
    this.sums = state.dimensions.map(() => 0);
  }

  /**
   * Weights from the space, each set of hundredths as likely: all but the widest are drawn in their bands, the widest takes the rest,
   * and where that is out of its band the draw is made again.
   */
  drawWeights(random: Random): void {
    const { least, most, sum } = this.space;
    for (;;) {
      let rest = sum;
      for (let at = 0; at < least.length; at += 1) {
        if (at === this.widest) continue;
        const low = least[at] ?? 0;
        const weight = low + random.below((most[at] ?? 0) - low + 1);
        this.weights[at] = weight;
        rest -= weight;
      }
      this.weights[this.widest] = rest;
      if (rest >= (least[this.widest] ?? 0) && rest <= (most[this.widest] ?? 0)) return;
    }
  }

  /** Each factor at one of its positions, all equally likely, by the drawn share of its criterion, 0 to under 1. */
  placeFactors(shares: readonly number[], marks: readonly number[]): void {
    const { factors } = this.state;
    this.sums.fill(0);
    for (let at = 0; at < factors.length; at += 1) {
      const factor = factors[at];
      if (factor === undefined) continue;
      const { positions, dimension, criterion } = factor;
      const position = positions[Math.floor((shares[this.criterion[at] ?? 0] ?? 0) * positions.length)] ?? positions[0];
      this.completion[at] = position;
      this.sums[dimension] = (this.sums[dimension] ?? 0) + criterion.weight * (marks[position.level] ?? 0);
    }
  }

  /** The place of the band that the draw comes to. In doubles, unless the index lies at a threshold. */
  band(thresholds: readonly number[]): number {
    const near = this.nearIndex();
    const at = thresholds.findLastIndex((threshold) => near >= threshold - NEAR_THRESHOLD);
    if (near >= (thresholds[at] ?? 0) + NEAR_THRESHOLD) return at;
    const { state, sums, weights, completion } = this;
    const index = applyCap(computeUncappedIndex(state, sums, weights), findLowestCap(state, completion));
    return thresholds.findLastIndex((threshold) => compareRationals(index, toRational(threshold)) >= 0);
  }

  /** A gate is asked only where its cap lies under the index. */
  private nearIndex(): number {
    const { dimensions, gates } = this.state;
    let [over, sum] = [0, 0];
    for (let at = 0; at < dimensions.length; at += 1) {
      const weight = this.weights[at] ?? 0;
      over += (weight * (this.sums[at] ?? 0)) / (dimensions[at]?.total ?? 1);
      sum += weight;
    }
    let index = over / sum;
    for (const { gate, passes } of gates) if (gate.cap < index && !passes(this.completion)) index = gate.cap;
    return index;
  }
}

/**
 * The share of seeded draws in which each verdict comes out: the category acceptability of SMAA (Lahdelma and Salminen 2001, "SMAA-2";
 * Tervonen and Lahdelma 2007, "Implementing stochastic multicriteria acceptability analysis"), with the central weights of each. The
 * draws are over the set that `certaintyOf` searches, all of it at once, so a verdict that is certain has the share 1. @param
 * states of the tracks scored, at least one; of several each draw is on one, each as likely.
 */
export function sampleVerdictFrequencies(
  states: readonly ScoreState[],
  rubric: Rubric,
  { draws, seed }: MonteCarloOptions,
): VerdictFrequencies {
  const { bands, robustness, criteria } = rubric;
  const random = createRandom(seed);
  const maps = robustness.mark_maps.map(({ marks }) => marks);
  const drawings = states.map((state) => new ScoreSampler(state, rubric));
  const thresholds = bands.map(({ from }) => from);
  const counts = bands.map(() => 0);
  const weightSums = bands.map(() => (states[0]?.dimensions ?? []).map(() => 0));
  const shares = criteria.map(() => 0);
  for (let draw = 0; draw < draws; draw += 1) {
    const marks = maps[random.below(maps.length)] ?? rubric.marks;
    for (let at = 0; at < shares.length; at += 1) shares[at] = random.share();
    const drawing = drawings.length === 1 ? drawings[0] : drawings[random.below(drawings.length)];
    if (drawing === undefined) continue;
    drawing.drawWeights(random);
    drawing.placeFactors(shares, marks);
    const band = drawing.band(thresholds);
    counts[band] = (counts[band] ?? 0) + 1;
    const sums = weightSums[band] ?? [];
    const drawn = drawing.weights;
    for (let at = 0; at < drawn.length; at += 1) sums[at] = (sums[at] ?? 0) + (drawn[at] ?? 0);
  }
  const central = (band: number) => {
    const count = counts[band] ?? 0;
    if (count === 0) return null;
    const dimensions = states[0]?.dimensions ?? [];
    return Object.fromEntries(dimensions.map(({ id }, at) => [id, (weightSums[band]?.[at] ?? 0) / count / 100]));
  };
  const found = bands.map(({ id, title }, band) => ({
    verdict: id,
    title,
    share: (counts[band] ?? 0) / draws,
    centralWeights: central(band),
  }));
  return { draws, seed, error: 0.98 / Math.sqrt(draws), shares: found.reverse() };
}

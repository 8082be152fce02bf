import type { ExactRatio } from '../kinds/kind.ts';
import type { Bound, Level } from '../model/level.ts';
import { fraction, least, type Rational, rational } from '../model/rational.ts';
import type { Criterion, Gate, Rubric } from '../model/rubric.ts';
import { type BreakEvenGate, holds, reaches } from '../score/gates.ts';
import type { CriterionReading } from '../score/read-answers.ts';
import type { Score } from '../score/score-on.ts';

/** Where an answer can stand: its level and, on the deciding comparison, how many steps of each break-even gate it reaches. */
export interface Rung {
  readonly level: Level;
  /** For each break-even gate of the standing, 0 to 5; empty on any other criterion. */
  readonly reach: readonly number[];
}

/** A criterion that counts on the track, with every rung that its answer could still turn out to stand on. */
export interface Stake {
  readonly criterion: Criterion;
  readonly reading: Exclude<CriterionReading, { status: 'not-applicable' }>;
  /** Place of its dimension in the standing. */
  readonly dimension: number;
  /** From what is supported up to what is possible. */
  readonly rungs: readonly [Rung, ...Rung[]];
}

/** One rung for each stake, in the order of the stakes: everything known. */
export type Completion = readonly Rung[];

/** A gate that applies on the track, as a test of completions. */
export interface StandingGate {
  readonly gate: Gate;
  readonly cap: Rational;
  passes(completion: Completion): boolean;
}

/**
 * A score reduced to what its verdict depends on, so that what-ifs are exact and cheap. At the rungs of supported or possible,
 * the track's weights and the rubric's marks it gives the very index of the score.
 */
export interface Standing {
  readonly score: Score;
  readonly stakes: readonly Stake[];
  readonly dimensions: readonly { readonly id: string; readonly weight: number; readonly total: number }[];
  readonly gates: readonly StandingGate[];
  readonly breakEven: readonly BreakEvenGate[];
  /** What a sum of each dimension is multiplied with, so that all have the denominator `common`. */
  readonly units: readonly bigint[];
  readonly common: bigint;
}

const STEPS = 5;

/** How many steps of the gate a ratio reaches; they fall, so each is reached with every one behind it. */
function stepsReached(gate: BreakEvenGate, ratio: ExactRatio | null): number {
  return ratio === null ? 0 : gate.steps.filter((step) => reaches(ratio, step)).length;
}

/** How many steps a level of the deciding comparison stands for: those under its threshold. */
export function stepsOfLevel(gate: BreakEvenGate, criterion: Criterion, level: Level): number {
  const threshold = criterion.levels[level]?.at_least ?? null;
  return threshold === null ? 0 : stepsReached(gate, { value: rational(threshold), below: false });
}

/** How many steps a ratio can reach where evidence carries `level`: whatever lies under the threshold of the next one. */
export function stepsUnderLevel(gate: BreakEvenGate, criterion: Criterion, level: Level): number {
  const next = criterion.levels[level + 1]?.at_least ?? null;
  return next === null ? STEPS : stepsReached(gate, { value: rational(next), below: true });
}

/** Where an answer stands by one reading of it. */
export function rungAt(stake: Omit<Stake, 'rungs'>, gates: readonly BreakEvenGate[], bound: Bound): Rung {
  return { level: stake.reading.levels[bound], reach: reachAt(stake, gates, bound) };
}

function reachAt(stake: Omit<Stake, 'rungs'>, gates: readonly BreakEvenGate[], bound: Bound): readonly number[] {
  const { reading } = stake;
  const shown = reading.status === 'answered' ? (reading.reading.shown?.bounds[bound] ?? null) : null;
  return gates.map((gate) => (shown === null && bound === 'possible' ? STEPS : stepsReached(gate, shown)));
}

/** The reach on the way from supported to possible, where evidence carries `level`: under the threshold of the next one. */
function reachBetween(stake: Omit<Stake, 'rungs'>, gates: readonly BreakEvenGate[], level: Level): readonly number[] {
  const { criterion, reading } = stake;
  if (reading.status === 'unknown') return gates.map((gate) => stepsOfLevel(gate, criterion, level));
  const [low, high] = [reachAt(stake, gates, 'supported'), reachAt(stake, gates, 'possible')];
  return gates.map((gate, at) => {
    const under = stepsUnderLevel(gate, criterion, level);
    return Math.min(high[at] ?? STEPS, Math.max(low[at] ?? 0, under));
  });
}

function rungsOf(stake: Omit<Stake, 'rungs'>, gates: readonly BreakEvenGate[]): readonly [Rung, ...Rung[]] {
  const { supported, possible } = stake.reading.levels;
  const [first, last] = [rungAt(stake, gates, 'supported'), rungAt(stake, gates, 'possible')];
  if (supported === possible) return first.reach.join() === last.reach.join() ? [first] : [first, last];
  const between: Rung[] = [];
  for (let level = supported + 1; level < possible; level += 1)
    between.push({ level: level as Level, reach: reachBetween(stake, gates, level as Level) });
  return [first, ...between, last];
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** A test whether the gate's ease lets the reach of the deciding comparison pass: the whole part of a dimension's mean level. */
function testOfBreakEven(
  gate: BreakEvenGate,
  which: number,
  decides: number,
  of: Pick<Standing, 'stakes' | 'dimensions'>,
) {
  const { stakes, dimensions } = of;
  const place = dimensions.findIndex((entry) => entry.id === gate.ease);
  const total = dimensions[place]?.total ?? 1;
  const weighed = stakes.flatMap(({ dimension, criterion }, at) =>
    dimension === place ? [{ at, weight: criterion.weight }] : [],
  );
  return (at: Completion): boolean => {
    let sum = 0;
    for (const entry of weighed) sum += entry.weight * (at[entry.at]?.level ?? 0);
    return (at[decides]?.reach[which] ?? 0) >= STEPS - Math.floor(sum / total);
  };
}

/** The reduced form of a score. */
export function standingOf(score: Score, rubric: Rubric): Standing {
  const { track } = score;
  const breakEven = rubric.gates.filter((gate) => gate.kind === 'break-even');
  const applying = score.gates.filter(({ passes }) => passes !== null).map(({ gate }) => gate);
  const bare = score.dimensions.flatMap(({ readings }, dimension) =>
    readings.flatMap((reading) =>
      reading.status === 'not-applicable' ? [] : [{ criterion: reading.criterion, reading, dimension }],
    ),
  );
  const stakes = bare.map(
    (stake): Stake => ({
      rungs: rungsOf(stake, stake.criterion.id === track.deciding.criterion ? breakEven : []),
      ...stake,
    }),
  );
  const dimensions = score.dimensions.map(({ dimension, weight }, place) => ({
    id: dimension.id,
    weight,
    total: stakes.reduce((sum, stake) => sum + (stake.dimension === place ? stake.criterion.weight : 0), 0),
  }));
  const common = dimensions.reduce((all, { total }) => (all * total) / greatestCommonDivisor(all, total), 1);
  const placeOf = new Map(stakes.map(({ criterion }, place) => [criterion.id, place]));
  const decides = placeOf.get(track.deciding.criterion ?? '') ?? -1;
  const testOf = (gate: Gate): StandingGate['passes'] => {
    if (gate.kind === 'levels')
      return (at) => holds(gate.require, (id) => at[placeOf.get(id) ?? -1]?.level ?? null) !== false;
    return testOfBreakEven(gate, breakEven.indexOf(gate), decides, { stakes, dimensions });
  };
  return {
    score,
    stakes,
    dimensions,
    gates: applying.map((gate) => ({ gate, cap: rational(gate.cap), passes: testOf(gate) })),
    breakEven,
    units: dimensions.map(({ total }) => BigInt(common / total)),
    common: BigInt(common),
  };
}

/** The completion in which every answer stands on its lowest rung, or on its highest. */
export function endOf({ stakes }: Standing, end: 'worst' | 'best'): Completion {
  return stakes.map(({ rungs }) => (end === 'worst' ? rungs[0] : (rungs.at(-1) ?? rungs[0])));
}

/** For each dimension the sum of weight times mark; over the dimension's total it is its mark, 0 to 100. */
export function sumsOf({ stakes, dimensions }: Standing, at: Completion, marks: readonly number[]): readonly number[] {
  const sums = dimensions.map(() => 0);
  for (let index = 0; index < stakes.length; index += 1) {
    const { dimension = 0, criterion } = stakes[index] ?? {};
    const mark = marks[at[index]?.level ?? 0] ?? 0;
    sums[dimension] = (sums[dimension] ?? 0) + (criterion?.weight ?? 0) * mark;
  }
  return sums;
}

/** The index before gates, 0 to 100, for whole `weights` of any sum above 0. */
export function indexFor(standing: Standing, sums: readonly number[], weights: readonly number[]): Rational {
  let [over, sum] = [0n, 0n];
  for (const [at, weight] of weights.entries()) {
    over += BigInt(weight) * (standing.units[at] ?? 0n) * BigInt(sums[at] ?? 0);
    sum += BigInt(weight);
  }
  return fraction(over, sum * standing.common);
}

/** The lowest cap of the gates that a completion does not pass; null where it passes all. */
export function capOf({ gates }: Standing, at: Completion): Rational | null {
  return gates.reduce<Rational | null>(
    (lowest, { cap, passes }) => (passes(at) ? lowest : lowest === null ? cap : least(lowest, cap)),
    null,
  );
}

export function cappedAt(index: Rational, cap: Rational | null): Rational {
  return cap === null ? index : least(index, cap);
}

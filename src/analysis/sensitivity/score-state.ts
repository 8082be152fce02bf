import type { ExactRatio } from '../../criteria/criterion-kind.ts';
import type { Bound, Level } from '../../model/level.ts';
import { createRational, minRational, type Rational, toRational } from '../../model/rational.ts';
import type { Criterion, Gate, Requirement, Rubric } from '../../model/rubric.ts';
import { type BreakEvenGate, reachesMultiple } from '../../score/break-even.ts';
import { meetsRequirement } from '../../score/gates.ts';
import type { CriterionReading } from '../../score/read-answers.ts';
import type { Score } from '../../score/score-on-track.ts';

/** Where an answer can stand: its level and, on the deciding comparison, how many steps of each break-even gate it reaches. */
export interface AnswerPosition {
  readonly level: Level;
  /** For each break-even gate of the state, 0 to 5; empty on any other criterion. */
  readonly reach: readonly number[];
}

/** A criterion that counts on the track, with every position that its answer could still turn out to have. */
export interface Factor {
  readonly criterion: Criterion;
  readonly reading: Exclude<CriterionReading, { status: 'not-applicable' }>;
  /** Place of its dimension in the state. */
  readonly dimension: number;
  /** From what is supported up to what is possible. */
  readonly positions: readonly [AnswerPosition, ...AnswerPosition[]];
}

/** One position for each factor, in the order of the factors: everything known. */
export type Scenario = readonly AnswerPosition[];

/** A gate that applies on the track, as a test of completions. */
export interface GateTest {
  readonly gate: Gate;
  readonly cap: Rational;
  passes(completion: Scenario): boolean;
}

/**
 * A score reduced to what its verdict depends on, so that what-ifs are exact and cheap. At the positions of supported or possible,
 * the track's weights and the rubric's marks it gives the very index of the score.
 */
export interface ScoreState {
  readonly score: Score;
  readonly factors: readonly Factor[];
  readonly dimensions: readonly { readonly id: string; readonly weight: number; readonly total: number }[];
  readonly gates: readonly GateTest[];
  readonly breakEven: readonly BreakEvenGate[];
  /** What a sum of each dimension is multiplied with, so that all have the denominator `common`. */
  readonly units: readonly bigint[];
  readonly common: bigint;
}

const STEP_COUNT = 5;

/** How many steps of the gate a ratio reaches; they fall, so each is reached with every one behind it. */
export function countStepsReached(gate: BreakEvenGate, ratio: ExactRatio | null): number {
  return ratio === null ? 0 : gate.steps.filter((step) => reachesMultiple(ratio, step)).length;
}

/** How many steps a level of the deciding comparison stands for: those under its threshold. */
export function countStepsAtLevel(gate: BreakEvenGate, criterion: Criterion, level: Level): number {
  const threshold = criterion.levels[level]?.at_least ?? null;
  return threshold === null ? 0 : countStepsReached(gate, { value: toRational(threshold), below: false });
}

/** How many steps a ratio can reach where evidence carries `level`: whatever lies under the threshold of the next one. */
export function countStepsUnderLevel(gate: BreakEvenGate, criterion: Criterion, level: Level): number {
  const next = criterion.levels[level + 1]?.at_least ?? null;
  return next === null ? STEP_COUNT : countStepsReached(gate, { value: toRational(next), below: true });
}

/** Where an answer stands by one reading of it. */
export function readPosition(
  factor: Omit<Factor, 'positions'>,
  gates: readonly BreakEvenGate[],
  bound: Bound,
): AnswerPosition {
  return { level: factor.reading.levels[bound], reach: readReach(factor, gates, bound) };
}

function readReach(
  factor: Omit<Factor, 'positions'>,
  gates: readonly BreakEvenGate[],
  bound: Bound,
): readonly number[] {
  const { reading } = factor;
  return gates.map((gate) => {
    const shown = reading.status === 'answered' ? (reading.reading.shown?.[gate.against].bounds[bound] ?? null) : null;
    return shown === null && bound === 'possible' ? STEP_COUNT : countStepsReached(gate, shown);
  });
}

/** The reach on the way from supported to possible, where evidence carries `level`: under the threshold of the next one. */
function interpolateReach(
  factor: Omit<Factor, 'positions'>,
  gates: readonly BreakEvenGate[],
  level: Level,
): readonly number[] {
  const { criterion, reading } = factor;
  if (reading.status === 'unknown') return gates.map((gate) => countStepsAtLevel(gate, criterion, level));
  const [low, high] = [readReach(factor, gates, 'supported'), readReach(factor, gates, 'possible')];
  return gates.map((gate, at) => {
    const under = countStepsUnderLevel(gate, criterion, level);
    return Math.min(high[at] ?? STEP_COUNT, Math.max(low[at] ?? 0, under));
  });
}

function listPositions(
  factor: Omit<Factor, 'positions'>,
  gates: readonly BreakEvenGate[],
): readonly [AnswerPosition, ...AnswerPosition[]] {
  const { supported, possible } = factor.reading.levels;
  const [first, last] = [readPosition(factor, gates, 'supported'), readPosition(factor, gates, 'possible')];
  if (supported === possible) return first.reach.join() === last.reach.join() ? [first] : [first, last];
  const between: AnswerPosition[] = [];
  for (let level = supported + 1; level < possible; level += 1)
    between.push({ level: level as Level, reach: interpolateReach(factor, gates, level as Level) });
  return [first, ...between, last];
}

function computeGreatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : computeGreatestCommonDivisor(b, a % b);
}

/** A test whether the gate's ease lets the reach of the deciding comparison pass: the whole part of a dimension's mean level. */
function createBreakEvenTest(
  gate: BreakEvenGate,
  which: number,
  decides: number,
  of: Pick<ScoreState, 'factors' | 'dimensions'>,
) {
  const { factors, dimensions } = of;
  const place = dimensions.findIndex((entry) => entry.id === gate.ease);
  const total = dimensions[place]?.total ?? 1;
  const weighed = factors.flatMap(({ dimension, criterion }, at) =>
    dimension === place ? [{ at, weight: criterion.weight }] : [],
  );
  return (at: Scenario): boolean => {
    let sum = 0;
    for (const entry of weighed) sum += entry.weight * (at[entry.at]?.level ?? 0);
    return (at[decides]?.reach[which] ?? 0) >= STEP_COUNT - Math.floor(sum / total);
  };
}

/** The reduced form of a score. */
export function toScoreState(score: Score, rubric: Rubric): ScoreState {
  const { track } = score;
  const breakEven = rubric.gates.filter((gate) => gate.kind === 'break-even');
  const applying = score.gates.filter(({ passes }) => passes !== null).map(({ gate }) => gate);
  const bare = score.dimensions.flatMap(({ readings }, dimension) =>
    readings.flatMap((reading) =>
      reading.status === 'not-applicable' ? [] : [{ criterion: reading.criterion, reading, dimension }],
    ),
  );
  const factors = bare.map(
    (factor): Factor => ({
      positions: listPositions(factor, factor.criterion.id === track.deciding.criterion ? breakEven : []),
      ...factor,
    }),
  );
  const dimensions = score.dimensions.map(({ dimension, weight }, place) => ({
    id: dimension.id,
    weight,
    total: factors.reduce((sum, factor) => sum + (factor.dimension === place ? factor.criterion.weight : 0), 0),
  }));
  const common = dimensions.reduce((all, { total }) => (all * total) / computeGreatestCommonDivisor(all, total), 1);
  const placeOf = new Map(factors.map(({ criterion }, place) => [criterion.id, place]));
  const decides = placeOf.get(track.deciding.criterion ?? '') ?? -1;
  const meets = (requirement: Requirement, at: Scenario) =>
    meetsRequirement(requirement, (id) => at[placeOf.get(id) ?? -1]?.level ?? null);
  const testOf = (gate: Gate): GateTest['passes'] => {
    if (gate.kind === 'levels') return (at) => meets(gate.require, at) !== false;
    const { unless } = gate;
    const reaches = createBreakEvenTest(gate, breakEven.indexOf(gate), decides, { factors, dimensions });
    return unless === null ? reaches : (at) => reaches(at) || meets(unless, at) === true;
  };
  return {
    score,
    factors,
    dimensions,
    gates: applying.map((gate) => ({ gate, cap: toRational(gate.cap), passes: testOf(gate) })),
    breakEven,
    units: dimensions.map(({ total }) => BigInt(common / total)),
    common: BigInt(common),
  };
}

/** The completion in which every answer has its lowest position, or its highest. */
export function buildExtremeScenario({ factors }: ScoreState, end: 'worst' | 'best'): Scenario {
  return factors.map(({ positions }) => (end === 'worst' ? positions[0] : (positions.at(-1) ?? positions[0])));
}

/** For each dimension the sum of weight times mark; over the dimension's total it is its mark, 0 to 100. */
export function sumByDimension(
  { factors, dimensions }: ScoreState,
  at: Scenario,
  marks: readonly number[],
): readonly number[] {
  const sums = dimensions.map(() => 0);
  for (let index = 0; index < factors.length; index += 1) {
    const { dimension = 0, criterion } = factors[index] ?? {};
    const mark = marks[at[index]?.level ?? 0] ?? 0;
    sums[dimension] = (sums[dimension] ?? 0) + (criterion?.weight ?? 0) * mark;
  }
  return sums;
}

/** The index before gates, 0 to 100, for whole `weights` of any sum above 0. */
export function computeUncappedIndex(state: ScoreState, sums: readonly number[], weights: readonly number[]): Rational {
  let [over, sum] = [0n, 0n];
  for (const [at, weight] of weights.entries()) {
    over += BigInt(weight) * (state.units[at] ?? 0n) * BigInt(sums[at] ?? 0);
    sum += BigInt(weight);
  }
  return createRational(over, sum * state.common);
}

/** The lowest cap of the gates that a completion does not pass; null where it passes all. */
export function findLowestCap({ gates }: ScoreState, at: Scenario): Rational | null {
  return gates.reduce<Rational | null>(
    (lowest, { cap, passes }) => (passes(at) ? lowest : lowest === null ? cap : minRational(lowest, cap)),
    null,
  );
}

export function applyCap(index: Rational, cap: Rational | null): Rational {
  return cap === null ? index : minRational(index, cap);
}

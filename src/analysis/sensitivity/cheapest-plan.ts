import { compareRationals, toRational } from '../../model/rational.ts';
import type { Gate, Requirement } from '../../model/rubric.ts';
import { readMark } from '../../score/marks.ts';
import type { AnswerOption } from './answer-options.ts';
import type { AnswerPosition, ScoreState } from './score-state.ts';

/** One way of passing a set of gates: what certain answers must at least come to. */
interface GateConstraint {
  /** Whether an answer may have this position; `at` is the place of its factor. */
  allows(at: number, position: AnswerPosition): boolean;
  /** By a dimension's id, the mean level that it must at least have. */
  readonly ease: Readonly<Record<string, number>>;
}

/** Levels by the place of a factor, steps of break-even gates by the place of the gate, and mean levels by dimension. */
interface GateMinimums {
  readonly levels: ReadonlyMap<number, number>;
  readonly reach: ReadonlyMap<number, number>;
  readonly ease: ReadonlyMap<string, number>;
}

const NO_MINIMUMS: GateMinimums = { levels: new Map(), reach: new Map(), ease: new Map() };

function mergeMaxima<K>(a: ReadonlyMap<K, number>, b: ReadonlyMap<K, number>): ReadonlyMap<K, number> {
  return new Map([...a, ...[...b].map(([key, value]): [K, number] => [key, Math.max(value, a.get(key) ?? value)])]);
}

function mergeMinimums(a: GateMinimums, b: GateMinimums): GateMinimums {
  return {
    levels: mergeMaxima(a.levels, b.levels),
    reach: mergeMaxima(a.reach, b.reach),
    ease: mergeMaxima(a.ease, b.ease),
  };
}

/** Every pair of one way of each. */
function combinePairwise(a: readonly GateMinimums[], b: readonly GateMinimums[]): readonly GateMinimums[] {
  return a.flatMap((one) => b.map((two) => mergeMinimums(one, two)));
}

/** The ways of meeting a requirement; null where none of its criteria applies, which asks nothing. */
function findWaysToMeet(requirement: Requirement, state: ScoreState): readonly GateMinimums[] | null {
  if ('criterion' in requirement) {
    const place = state.factors.findIndex(({ criterion }) => criterion.id === requirement.criterion);
    return place === -1 ? null : [{ ...NO_MINIMUMS, levels: new Map([[place, requirement.at_least]]) }];
  }
  const isAll = 'all' in requirement;
  const parts = (isAll ? requirement.all : requirement.any)
    .map((part) => findWaysToMeet(part, state))
    .filter((part) => part !== null);
  if (parts.length === 0) return null;
  return isAll ? parts.reduce(combinePairwise) : parts.flat();
}

function findWaysToPass(gate: Gate, state: ScoreState): readonly GateMinimums[] {
  if (gate.kind === 'levels') return findWaysToMeet(gate.require, state) ?? [NO_MINIMUMS];
  const which = state.breakEven.indexOf(gate);
  const reached = gate.steps.map((_, ease) => ({
    ...NO_MINIMUMS,
    reach: new Map([[which, gate.steps.length - ease]]),
    ease: new Map([[gate.ease, ease]]),
  }));
  return [...reached, ...((gate.unless && findWaysToMeet(gate.unless, state)) ?? [])];
}

/** Every way of passing all gates whose caps lie under `from` points. A completion passes them exactly when one of these holds. */
export function buildConstraints(state: ScoreState, from: number): readonly GateConstraint[] {
  const vetoes = state.gates.filter(({ cap }) => compareRationals(cap, toRational(from)) < 0);
  const ways = vetoes.map(({ gate }) => findWaysToPass(gate, state)).reduce(combinePairwise, [NO_MINIMUMS]);
  return ways.map(({ levels, reach, ease }) => ({
    ease: Object.fromEntries(ease),
    allows: (at, position) =>
      position.level >= (levels.get(at) ?? 0) &&
      (position.reach.length === 0 || [...reach].every(([gate, steps]) => (position.reach[gate] ?? 0) >= steps)),
  }));
}

/** The least sum of weighted levels that the constraint asks of a dimension. */
function computeMinimumSum({ ease }: GateConstraint, place: number, { dimensions }: ScoreState): bigint {
  const dimension = dimensions[place];
  return dimension === undefined ? 0n : BigInt((ease[dimension.id] ?? 0) * dimension.total);
}

/** An answer that is moved, and to where. */
export interface AnswerMove {
  /** Of its factor. */
  readonly place: number;
  readonly option: AnswerOption;
}

interface MoveChain extends AnswerMove {
  readonly before: MoveChain | null;
}

/** A choice of options for some factors: what it takes, what it brings, and the choices, last first. */
interface PartialPlan {
  /** Hours, then the number of answers that it moves, in one number. */
  readonly cost: number;
  /** Weighted marks of a dimension, or points of the index over the common denominator. */
  readonly value: bigint;
  /** Weighted levels of a dimension where a constraint asks for a minimum of them, else 0. */
  readonly levels: bigint;
  /** Weight of the answers with a source, over the same denominator as the coverage that is asked for. */
  readonly covered: bigint;
  readonly picks: MoveChain | null;
}

/** What a way has to come to: points of the index and weight that is sourced, both over the state's common denominator. */
interface PlanTarget {
  readonly points: bigint;
  /** 0 where it does not matter. */
  readonly covered: bigint;
}

/** Greater than any number of answers. */
const ONE_HOUR = 1000;

type PlanGain = Readonly<Record<'value' | 'levels' | 'covered', bigint>>;

/** Those that no other beats in everything, cheapest first; `enough` is as good as more. */
function dropDominated(partials: readonly PartialPlan[], enough: PlanGain | null): readonly PartialPlan[] {
  const worth = (key: keyof PlanGain, partial: PartialPlan) =>
    enough !== null && partial[key] > enough[key] ? enough[key] : partial[key];
  const valued = partials.map((partial) => ({
    partial,
    value: worth('value', partial),
    levels: worth('levels', partial),
    covered: worth('covered', partial),
  }));
  valued.sort((a, b) => a.partial.cost - b.partial.cost || Number(b.value - a.value) || Number(b.covered - a.covered));
  const kept: PartialPlan[] = [];
  let front: readonly PlanGain[] = [];
  for (const one of valued) {
    const isBeaten = (a: PlanGain, b: PlanGain) => b.value >= a.value && b.levels >= a.levels && b.covered >= a.covered;
    if (front.some((other) => isBeaten(one, other))) continue;
    kept.push(one.partial);
    front = [...front.filter((other) => !isBeaten(other, one)), one];
  }
  return kept;
}

const NO_MOVES: readonly PartialPlan[] = [{ cost: 0, value: 0n, levels: 0n, covered: 0n, picks: null }];

/** Every undominated way to place the answers of one dimension, its weighted marks as the value. */
function planDimension(
  place: number,
  state: ScoreState,
  options: readonly (readonly AnswerOption[])[],
  constraint: GateConstraint,
  counts: boolean,
): readonly PartialPlan[] {
  const unit = BigInt(state.dimensions[place]?.weight ?? 0) * (state.units[place] ?? 0n);
  const minimum = computeMinimumSum(constraint, place, state);
  let front = NO_MOVES;
  for (const [at, { dimension, criterion }] of state.factors.entries()) {
    if (dimension !== place) continue;
    const allowed = (options[at] ?? []).filter(({ position }) => constraint.allows(at, position));
    const share = counts ? BigInt(criterion.weight) * unit : 0n;
    front = dropDominated(
      front.flatMap(({ cost, value, levels, covered, picks }) =>
        allowed.map((option) => ({
          cost: cost + option.hours * ONE_HOUR + (option.kind === null ? 0 : 1),
          value: value + BigInt(criterion.weight * readMark(state.score.marks, option.position.level)),
          levels: minimum > 0n ? levels + BigInt(criterion.weight * option.position.level) : 0n,
          covered: covered + (option.isSourced ? share : 0n),
          picks: option.kind === null ? picks : { place: at, option, before: picks },
        })),
      ),
      null,
    );
  }
  return front.filter(({ levels }) => levels >= minimum);
}

function joinMoves(before: MoveChain | null, picks: MoveChain | null): MoveChain | null {
  return picks === null ? before : { ...picks, before: joinMoves(before, picks.before) };
}

function listMoves(picks: MoveChain | null): readonly AnswerMove[] {
  return picks === null ? [] : [...listMoves(picks.before), { place: picks.place, option: picks.option }];
}

function planUnderConstraint(
  state: ScoreState,
  options: readonly (readonly AnswerOption[])[],
  constraint: GateConstraint,
  target: PlanTarget,
): PartialPlan | null {
  const enough = { value: target.points, levels: 0n, covered: target.covered };
  let front = NO_MOVES;
  for (const [place, { weight }] of state.dimensions.entries()) {
    const unit = BigInt(weight) * (state.units[place] ?? 0n);
    const within = planDimension(place, state, options, constraint, target.covered > 0n);
    front = dropDominated(
      front.flatMap((done) =>
        within.map(({ cost, value, covered, picks }) => ({
          cost: done.cost + cost,
          value: done.value + value * unit,
          levels: 0n,
          covered: done.covered + covered,
          picks: joinMoves(done.picks, picks),
        })),
      ),
      enough,
    );
  }
  return front.find(({ value, covered }) => value >= target.points && covered >= target.covered) ?? null;
}

/** What the cheapest way takes, and its moves in the order of the factors. */
interface EffortPlan {
  readonly hours: number;
  readonly picks: readonly AnswerMove[];
}

/**
 * The way to the target that takes the fewest hours, among equals the one that moves the fewest answers: exact, by dynamic programming
 * over the undominated choices of each dimension, once for each constraint, of which one has to hold. null where there is none.
 */
export function findCheapestPlan(
  state: ScoreState,
  options: readonly (readonly AnswerOption[])[],
  constraints: readonly GateConstraint[],
  target: PlanTarget,
): EffortPlan | null {
  let best: PartialPlan | null = null;
  for (const constraint of constraints) {
    const found = planUnderConstraint(state, options, constraint, target);
    if (found !== null && (best === null || found.cost < best.cost)) best = found;
  }
  if (best === null) return null;
  const picks = [...listMoves(best.picks)].sort((a, b) => a.place - b.place);
  return { hours: Math.floor(best.cost / ONE_HOUR), picks };
}

import { compareRationals, toRational } from '../../model/rational.ts';
import type { Gate, Requirement } from '../../model/rubric.ts';
import type { AnswerPosition, ScoreState } from './score-state.ts';

/** One way of passing a set of gates: what certain answers must at least come to. */
export interface GateConstraint {
  /** Whether an answer may stand on this rung; `at` is the place of its stake. */
  allows(at: number, rung: AnswerPosition): boolean;
  /** By a dimension's id, the mean level that it must at least have. */
  readonly ease: Readonly<Record<string, number>>;
}

/** Levels by the place of a stake, steps of break-even gates by the place of the gate, and mean levels by dimension. */
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
function findWaysToMeet(requirement: Requirement, standing: ScoreState): readonly GateMinimums[] | null {
  if ('criterion' in requirement) {
    const place = standing.stakes.findIndex(({ criterion }) => criterion.id === requirement.criterion);
    return place === -1 ? null : [{ ...NO_MINIMUMS, levels: new Map([[place, requirement.at_least]]) }];
  }
  const isAll = 'all' in requirement;
  const parts = (isAll ? requirement.all : requirement.any)
    .map((part) => findWaysToMeet(part, standing))
    .filter((part) => part !== null);
  if (parts.length === 0) return null;
  return isAll ? parts.reduce(combinePairwise) : parts.flat();
}

function findWaysToPass(gate: Gate, standing: ScoreState): readonly GateMinimums[] {
  if (gate.kind === 'levels') return findWaysToMeet(gate.require, standing) ?? [NO_MINIMUMS];
  const which = standing.breakEven.indexOf(gate);
  return gate.steps.map((_, ease) => ({
    ...NO_MINIMUMS,
    reach: new Map([[which, gate.steps.length - ease]]),
    ease: new Map([[gate.ease, ease]]),
  }));
}

/** Every way of passing all gates whose caps lie under `from` points. A completion passes them exactly when one of these holds. */
export function buildConstraints(standing: ScoreState, from: number): readonly GateConstraint[] {
  const vetoes = standing.gates.filter(({ cap }) => compareRationals(cap, toRational(from)) < 0);
  const ways = vetoes.map(({ gate }) => findWaysToPass(gate, standing)).reduce(combinePairwise, [NO_MINIMUMS]);
  return ways.map(({ levels, reach, ease }) => ({
    ease: Object.fromEntries(ease),
    allows: (at, rung) =>
      rung.level >= (levels.get(at) ?? 0) &&
      (rung.reach.length === 0 || [...reach].every(([gate, steps]) => (rung.reach[gate] ?? 0) >= steps)),
  }));
}

/** The least sum of weighted levels that the constraint asks of a dimension. */
export function computeMinimumSum({ ease }: GateConstraint, place: number, { dimensions }: ScoreState): bigint {
  const dimension = dimensions[place];
  return dimension === undefined ? 0n : BigInt((ease[dimension.id] ?? 0) * dimension.total);
}

import { compare, rational } from '../model/rational.ts';
import type { Gate, Requirement } from '../model/rubric.ts';
import type { Rung, Standing } from './standing.ts';

/** One way of passing a set of gates: what certain answers must at least come to. */
export interface Constraint {
  /** Whether an answer may stand on this rung; `at` is the place of its stake. */
  allows(at: number, rung: Rung): boolean;
  /** By a dimension's id, the mean level that it must at least have. */
  readonly ease: Readonly<Record<string, number>>;
}

/** Levels by the place of a stake, steps of break-even gates by the place of the gate, and mean levels by dimension. */
interface Needs {
  readonly levels: ReadonlyMap<number, number>;
  readonly reach: ReadonlyMap<number, number>;
  readonly ease: ReadonlyMap<string, number>;
}

const NONE: Needs = { levels: new Map(), reach: new Map(), ease: new Map() };

function greater<K>(a: ReadonlyMap<K, number>, b: ReadonlyMap<K, number>): ReadonlyMap<K, number> {
  return new Map([...a, ...[...b].map(([key, value]): [K, number] => [key, Math.max(value, a.get(key) ?? value)])]);
}

function both(a: Needs, b: Needs): Needs {
  return {
    levels: greater(a.levels, b.levels),
    reach: greater(a.reach, b.reach),
    ease: greater(a.ease, b.ease),
  };
}

/** Every pair of one way of each. */
function times(a: readonly Needs[], b: readonly Needs[]): readonly Needs[] {
  return a.flatMap((one) => b.map((two) => both(one, two)));
}

/** The ways of meeting a requirement; null where none of its criteria applies, which asks nothing. */
function waysOfMeeting(requirement: Requirement, standing: Standing): readonly Needs[] | null {
  if ('criterion' in requirement) {
    const place = standing.stakes.findIndex(({ criterion }) => criterion.id === requirement.criterion);
    return place === -1 ? null : [{ ...NONE, levels: new Map([[place, requirement.at_least]]) }];
  }
  const isAll = 'all' in requirement;
  const parts = (isAll ? requirement.all : requirement.any)
    .map((part) => waysOfMeeting(part, standing))
    .filter((part) => part !== null);
  if (parts.length === 0) return null;
  return isAll ? parts.reduce(times) : parts.flat();
}

function waysOfPassing(gate: Gate, standing: Standing): readonly Needs[] {
  if (gate.kind === 'levels') return waysOfMeeting(gate.require, standing) ?? [NONE];
  const which = standing.breakEven.indexOf(gate);
  return gate.steps.map((_, ease) => ({
    ...NONE,
    reach: new Map([[which, gate.steps.length - ease]]),
    ease: new Map([[gate.ease, ease]]),
  }));
}

/** Every way of passing all gates whose caps lie under `from` points. A completion passes them exactly when one of these holds. */
export function constraintsFor(standing: Standing, from: number): readonly Constraint[] {
  const vetoes = standing.gates.filter(({ cap }) => compare(cap, rational(from)) < 0);
  const ways = vetoes.map(({ gate }) => waysOfPassing(gate, standing)).reduce(times, [NONE]);
  return ways.map(({ levels, reach, ease }) => ({
    ease: Object.fromEntries(ease),
    allows: (at, rung) =>
      rung.level >= (levels.get(at) ?? 0) &&
      (rung.reach.length === 0 || [...reach].every(([gate, steps]) => (rung.reach[gate] ?? 0) >= steps)),
  }));
}

/** The least sum of weighted levels that the constraint asks of a dimension. */
export function leastLevel({ ease }: Constraint, place: number, { dimensions }: Standing): bigint {
  const dimension = dimensions[place];
  return dimension === undefined ? 0n : BigInt((ease[dimension.id] ?? 0) * dimension.total);
}

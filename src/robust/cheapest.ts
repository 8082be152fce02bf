import { MARK_OF_ONE_LEVEL } from '../model/level.ts';
import { type Constraint, leastLevel } from './constraints.ts';
import type { Option } from './options.ts';
import type { Standing } from './standing.ts';

/** An answer that is moved, and to where. */
export interface Pick {
  /** Of its stake. */
  readonly place: number;
  readonly option: Option;
}

interface Picks extends Pick {
  readonly before: Picks | null;
}

/** A choice of options for some stakes: what it takes, what it brings, and the choices, last first. */
interface Partial {
  /** Hours, then the number of answers that it moves, in one number. */
  readonly cost: number;
  /** Weighted levels of a dimension, or points of the index over the common denominator. */
  readonly value: bigint;
  /** Weight of the answers with a source, over the same denominator as the coverage that is asked for. */
  readonly covered: bigint;
  readonly picks: Picks | null;
}

/** What a way has to come to: points of the index and weight that is sourced, both over the standing's common denominator. */
export interface Target {
  readonly points: bigint;
  /** 0 where it does not matter. */
  readonly covered: bigint;
}

/** Greater than any number of answers. */
const ONE_HOUR = 1000;

type Gain = Readonly<Record<'value' | 'covered', bigint>>;

/** Those that no other beats in everything, cheapest first; `enough` is as good as more. */
function undominated(partials: readonly Partial[], enough: Gain | null): readonly Partial[] {
  const worth = (key: keyof Gain, partial: Partial) =>
    enough !== null && partial[key] > enough[key] ? enough[key] : partial[key];
  const valued = partials.map((partial) => ({
    partial,
    value: worth('value', partial),
    covered: worth('covered', partial),
  }));
  valued.sort((a, b) => a.partial.cost - b.partial.cost || Number(b.value - a.value) || Number(b.covered - a.covered));
  const kept: Partial[] = [];
  let front: readonly Gain[] = [];
  for (const one of valued) {
    if (front.some(({ value, covered }) => value >= one.value && covered >= one.covered)) continue;
    kept.push(one.partial);
    front = [...front.filter(({ value, covered }) => value > one.value || covered > one.covered), one];
  }
  return kept;
}

const NOTHING: readonly Partial[] = [{ cost: 0, value: 0n, covered: 0n, picks: null }];

/** Every undominated way to place the answers of one dimension, its weighted levels as the value. */
function withinDimension(
  place: number,
  standing: Standing,
  options: readonly (readonly Option[])[],
  constraint: Constraint,
  counts: boolean,
): readonly Partial[] {
  const unit = BigInt(standing.dimensions[place]?.weight ?? 0) * (standing.units[place] ?? 0n);
  let front = NOTHING;
  for (const [at, { dimension, criterion }] of standing.stakes.entries()) {
    if (dimension !== place) continue;
    const allowed = (options[at] ?? []).filter(({ rung }) => constraint.allows(at, rung));
    const share = counts ? BigInt(criterion.weight) * unit : 0n;
    front = undominated(
      front.flatMap(({ cost, value, covered, picks }) =>
        allowed.map((option) => ({
          cost: cost + option.hours * ONE_HOUR + (option.kind === null ? 0 : 1),
          value: value + BigInt(criterion.weight * option.rung.level),
          covered: covered + (option.isSourced ? share : 0n),
          picks: option.kind === null ? picks : { place: at, option, before: picks },
        })),
      ),
      null,
    );
  }
  return front.filter(({ value }) => value >= leastLevel(constraint, place, standing));
}

function joined(before: Picks | null, picks: Picks | null): Picks | null {
  return picks === null ? before : { ...picks, before: joined(before, picks.before) };
}

function listOf(picks: Picks | null): readonly Pick[] {
  return picks === null ? [] : [...listOf(picks.before), { place: picks.place, option: picks.option }];
}

function underConstraint(
  standing: Standing,
  options: readonly (readonly Option[])[],
  constraint: Constraint,
  target: Target,
): Partial | null {
  const enough = { value: target.points, covered: target.covered };
  let front = NOTHING;
  for (const [place, { weight }] of standing.dimensions.entries()) {
    const unit = BigInt(weight * MARK_OF_ONE_LEVEL) * (standing.units[place] ?? 0n);
    const within = withinDimension(place, standing, options, constraint, target.covered > 0n);
    front = undominated(
      front.flatMap((done) =>
        within.map(({ cost, value, covered, picks }) => ({
          cost: done.cost + cost,
          value: done.value + value * unit,
          covered: done.covered + covered,
          picks: joined(done.picks, picks),
        })),
      ),
      enough,
    );
  }
  return front.find(({ value, covered }) => value >= target.points && covered >= target.covered) ?? null;
}

/** What the cheapest way takes, and its moves in the order of the stakes. */
export interface Way {
  readonly hours: number;
  readonly picks: readonly Pick[];
}

/**
 * The way to the target that takes the fewest hours, among equals the one that moves the fewest answers: exact, by dynamic programming
 * over the undominated choices of each dimension, once for each constraint, of which one has to hold. null where there is none.
 */
export function cheapest(
  standing: Standing,
  options: readonly (readonly Option[])[],
  constraints: readonly Constraint[],
  target: Target,
): Way | null {
  let best: Partial | null = null;
  for (const constraint of constraints) {
    const found = underConstraint(standing, options, constraint, target);
    if (found !== null && (best === null || found.cost < best.cost)) best = found;
  }
  if (best === null) return null;
  const picks = [...listOf(best.picks)].sort((a, b) => a.place - b.place);
  return { hours: Math.floor(best.cost / ONE_HOUR), picks };
}

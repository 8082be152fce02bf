import { readMark } from '../../score/marks.ts';
import type { AnswerOption } from './answer-options.ts';
import { computeMinimumSum, type GateConstraint } from './gate-constraints.ts';
import type { ScoreState } from './score-state.ts';

/** An answer that is moved, and to where. */
export interface AnswerMove {
  /** Of its stake. */
  readonly place: number;
  readonly option: AnswerOption;
}

interface MoveChain extends AnswerMove {
  readonly before: MoveChain | null;
}

/** A choice of options for some stakes: what it takes, what it brings, and the choices, last first. */
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

/** What a way has to come to: points of the index and weight that is sourced, both over the standing's common denominator. */
export interface PlanTarget {
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
  standing: ScoreState,
  options: readonly (readonly AnswerOption[])[],
  constraint: GateConstraint,
  counts: boolean,
): readonly PartialPlan[] {
  const unit = BigInt(standing.dimensions[place]?.weight ?? 0) * (standing.units[place] ?? 0n);
  const minimum = computeMinimumSum(constraint, place, standing);
  let front = NO_MOVES;
  for (const [at, { dimension, criterion }] of standing.stakes.entries()) {
    if (dimension !== place) continue;
    const allowed = (options[at] ?? []).filter(({ rung }) => constraint.allows(at, rung));
    const share = counts ? BigInt(criterion.weight) * unit : 0n;
    front = dropDominated(
      front.flatMap(({ cost, value, levels, covered, picks }) =>
        allowed.map((option) => ({
          cost: cost + option.hours * ONE_HOUR + (option.kind === null ? 0 : 1),
          value: value + BigInt(criterion.weight * readMark(standing.score.marks, option.rung.level)),
          levels: minimum > 0n ? levels + BigInt(criterion.weight * option.rung.level) : 0n,
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
  standing: ScoreState,
  options: readonly (readonly AnswerOption[])[],
  constraint: GateConstraint,
  target: PlanTarget,
): PartialPlan | null {
  const enough = { value: target.points, levels: 0n, covered: target.covered };
  let front = NO_MOVES;
  for (const [place, { weight }] of standing.dimensions.entries()) {
    const unit = BigInt(weight) * (standing.units[place] ?? 0n);
    const within = planDimension(place, standing, options, constraint, target.covered > 0n);
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

/** What the cheapest way takes, and its moves in the order of the stakes. */
export interface EffortPlan {
  readonly hours: number;
  readonly picks: readonly AnswerMove[];
}

/**
 * The way to the target that takes the fewest hours, among equals the one that moves the fewest answers: exact, by dynamic programming
 * over the undominated choices of each dimension, once for each constraint, of which one has to hold. null where there is none.
 */
export function findCheapestPlan(
  standing: ScoreState,
  options: readonly (readonly AnswerOption[])[],
  constraints: readonly GateConstraint[],
  target: PlanTarget,
): EffortPlan | null {
  let best: PartialPlan | null = null;
  for (const constraint of constraints) {
    const found = planUnderConstraint(standing, options, constraint, target);
    if (found !== null && (best === null || found.cost < best.cost)) best = found;
  }
  if (best === null) return null;
  const picks = [...listMoves(best.picks)].sort((a, b) => a.place - b.place);
  return { hours: Math.floor(best.cost / ONE_HOUR), picks };
}

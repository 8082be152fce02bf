import type {
  BindingGate,
  CriterionChange,
  CriterionState,
  ExactPoints,
  GateContribution,
  VerdictRuleChange,
} from '../../model/diff.ts';
import {
  absRational,
  compareRationals,
  multiply,
  type Rational,
  subtract,
  toNumber,
  toRational,
  ZERO,
} from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import { findChangeCauses } from '../../score/change-causes.ts';
import { findGateStatusChanges } from '../../score/gate-status-changes.ts';
import { computeShare, readMark } from '../../score/marks.ts';
import type { CriterionReading } from '../../score/read-answers.ts';
import type { Score } from '../../score/score-on-track.ts';

/** The fraction as a figure of the output. */
export function toFigure(exact: Rational): ExactPoints {
  const { n, d } = exact;
  return { points: toNumber(exact), exact: d === 1n ? `${n}` : `${n}/${d}` };
}

function findReading(score: Score, id: string): CriterionReading | undefined {
  return score.readings.find(({ criterion }) => criterion.id === id);
}

/** Points that a reading adds to the supported index before gates: its share times its mark. */
function computePoints(reading: CriterionReading | undefined, score: Score): Rational {
  if (reading === undefined || reading.status === 'not-applicable') return ZERO;
  return multiply(computeShare(reading, score.dimensions), toRational(readMark(score.marks, reading.levels.supported)));
}

function toCriterionState(reading: CriterionReading | undefined, score: Score): CriterionState {
  if (reading === undefined) return { status: 'absent' };
  if (reading.status === 'not-applicable') return { status: 'not-applicable', reason: reading.reason };
  const { levels } = reading;
  const share = toNumber(computeShare(reading, score.dimensions));
  if (reading.status === 'unknown') return { status: 'unknown', share, levels };
  const { said, graded } = reading.reading;
  return { status: 'answered', said, grade: graded.grade.id, share, levels };
}

/** The answer of a criterion and its evidence, without its weight. */
function serialiseState(state: CriterionState): string {
  return JSON.stringify({ ...state, share: null });
}

/**
 * The criteria that moved the supported index before gates between two scores, whose changes sum to its change exactly, and those
 * whose answer or evidence changed without moving it.
 */
export function listCriterionChanges(before: Score, after: Score): readonly CriterionChange[] {
  const criteria = new Map([...after.readings, ...before.readings].map(({ criterion }) => [criterion.id, criterion]));
  const moved = [...criteria.keys()].flatMap((id) => {
    const [old, now] = [findReading(before, id), findReading(after, id)];
    const exact = subtract(computePoints(now, after), computePoints(old, before));
    const states = {
      before: toCriterionState(old, before),
      after: toCriterionState(now, after),
      causes: findChangeCauses(old, now),
    };
    const isStill = serialiseState(states.before) === serialiseState(states.after) && states.causes.length === 0;
    if (exact.n === 0n && isStill) return [];
    const title = (now ?? old)?.criterion.title ?? id;
    return [{ exact, line: { criterion: id, title, change: toFigure(exact), ...states } }];
  });
  return moved.sort((a, b) => compareRationals(absRational(b.exact), absRational(a.exact))).map(({ line }) => line);
}

/** The gate that caps the supported index, the first of several with one cap; null where none does. */
function findBindingCap({ gates, index, uncapped }: Score): BindingGate | null {
  if (compareRationals(index.supported, uncapped.supported) === 0) return null;
  const binding = gates.find(
    ({ gate, passes }) =>
      passes !== null && !passes.supported && compareRationals(toRational(gate.cap), index.supported) === 0,
  );
  return binding === undefined ? null : { gate: binding.gate.id, title: binding.gate.title, cap: binding.gate.cap };
}

/** What gates add to the change of the supported index between two scores, beyond what the criteria do. */
export function computeGatesChange(before: Score, after: Score): GateContribution {
  const capped = subtract(after.index.supported, before.index.supported);
  const uncapped = subtract(after.uncapped.supported, before.uncapped.supported);
  return {
    change: toFigure(subtract(capped, uncapped)),
    before: findBindingCap(before),
    after: findBindingCap(after),
    statuses: findGateStatusChanges(before, after),
  };
}

/** Which rules for the verdict of an index changed: where each band begins, and the floor of coverage. */
export function listRuleChanges(before: Rubric, after: Rubric): readonly VerdictRuleChange[] {
  const ids = [...new Set([...before.bands, ...after.bands].map(({ id }) => id))];
  const bands = ids.flatMap((id): readonly VerdictRuleChange[] => {
    const [old, now] = [before, after].map(({ bands: all }) => all.find((band) => band.id === id));
    const [from, to] = [old?.from ?? null, now?.from ?? null];
    return from === to ? [] : [{ kind: 'band', band: id, title: (now ?? old)?.title ?? id, from, to }];
  });
  const [from, to] = [before.coverage_floor, after.coverage_floor];
  return from === to ? bands : [...bands, { kind: 'coverage-floor', from, to }];
}

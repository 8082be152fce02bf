import type { CriterionChange, CriterionState } from '../../model/diff.ts';
import { MARK_PER_LEVEL } from '../../model/level.ts';
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
import { findChangeCauses } from '../../score/change-causes.ts';
import { computeShare } from '../../score/marks.ts';
import type { CriterionReading } from '../../score/read-answers.ts';
import type { Score } from '../../score/score-on-track.ts';
import { toFigure } from './figure.ts';

function findReading(score: Score, id: string): CriterionReading | undefined {
  return score.readings.find(({ criterion }) => criterion.id === id);
}

/** Points that a reading adds to the supported index before gates: its share times its mark. */
function computePoints(reading: CriterionReading | undefined, score: Score): Rational {
  if (reading === undefined || reading.status === 'not-applicable') return ZERO;
  return multiply(computeShare(reading, score.dimensions), toRational(reading.levels.supported * MARK_PER_LEVEL));
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

/** What a criterion says and carries, without what it weighs. */
function serialiseState(state: CriterionState): string {
  return JSON.stringify({ ...state, share: null });
}

/**
 * The criteria that moved the supported index before gates between two scores, whose changes sum to its change exactly, and those
 * that say or rest on something else without moving it.
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

import type { CriterionChange, CriterionState } from '../model/change.ts';
import { MARK_OF_ONE_LEVEL } from '../model/level.ts';
import { compare, magnitude, minus, type Rational, rational, times, toNumber, ZERO } from '../model/rational.ts';
import { causesOf } from '../score/causes.ts';
import { shareOf } from '../score/marks.ts';
import type { CriterionReading } from '../score/read-answers.ts';
import type { Score } from '../score/score-on.ts';
import { figureOf } from './figure.ts';

function readingIn(score: Score, id: string): CriterionReading | undefined {
  return score.readings.find(({ criterion }) => criterion.id === id);
}

/** Points that a reading adds to the supported index before gates: its share times its mark. */
function pointsOf(reading: CriterionReading | undefined, score: Score): Rational {
  if (reading === undefined || reading.status === 'not-applicable') return ZERO;
  return times(shareOf(reading, score.dimensions), rational(reading.levels.supported * MARK_OF_ONE_LEVEL));
}

function stateOf(reading: CriterionReading | undefined, score: Score): CriterionState {
  if (reading === undefined) return { status: 'absent' };
  if (reading.status === 'not-applicable') return { status: 'not-applicable', reason: reading.reason };
  const { levels } = reading;
  const share = toNumber(shareOf(reading, score.dimensions));
  if (reading.status === 'unknown') return { status: 'unknown', share, levels };
  const { said, graded } = reading.reading;
  return { status: 'answered', said, grade: graded.grade.id, share, levels };
}

/** What a criterion says and carries, without what it weighs. */
function saidIn(state: CriterionState): string {
  return JSON.stringify({ ...state, share: null });
}

/**
 * The criteria that moved the supported index before gates between two scores, whose changes sum to its change exactly, and those
 * that say or rest on something else without moving it.
 */
export function criterionChanges(before: Score, after: Score): readonly CriterionChange[] {
  const criteria = new Map([...after.readings, ...before.readings].map(({ criterion }) => [criterion.id, criterion]));
  const moved = [...criteria.keys()].flatMap((id) => {
    const [old, now] = [readingIn(before, id), readingIn(after, id)];
    const exact = minus(pointsOf(now, after), pointsOf(old, before));
    const states = { before: stateOf(old, before), after: stateOf(now, after), causes: causesOf(old, now) };
    const isStill = saidIn(states.before) === saidIn(states.after) && states.causes.length === 0;
    if (exact.n === 0n && isStill) return [];
    const title = (now ?? old)?.criterion.title ?? id;
    return [{ exact, line: { criterion: id, title, change: figureOf(exact), ...states } }];
  });
  return moved.sort((a, b) => compare(magnitude(b.exact), magnitude(a.exact))).map(({ line }) => line);
}

import { HIGHEST, type Level } from '../model/level.ts';
import { compareRationals, multiply, type Rational, toNumber, toRational } from '../model/rational.ts';
import type { Lever } from '../model/report.ts';
import { computeShare, readMark } from './marks.ts';
import type { CriterionReading } from './read-answers.ts';
import type { Score } from './score-on-track.ts';

interface LeverStep {
  readonly kind: Lever['kind'];
  /** The supported level that it leads to. */
  readonly to: Level;
}

/** What stands between an answer and a higher supported level: not knowing, weak evidence, or the fact itself. */
function findLeverStep(reading: CriterionReading): LeverStep | null {
  if (reading.status === 'not-applicable') return null;
  const { supported, claimed } = reading.levels;
  if (reading.status === 'unknown') return { kind: 'find-out', to: HIGHEST };
  if (claimed > supported) return { kind: 'evidence', to: claimed };
  if (claimed === HIGHEST) return null;
  return { kind: reading.reading.graded.cap > claimed ? 'raise' : 'raise-and-show', to: (claimed + 1) as Level };
}

interface ExactLever {
  readonly lever: Lever;
  readonly points: Rational;
}

function buildLever(reading: CriterionReading, score: Score): readonly ExactLever[] {
  const step = findLeverStep(reading);
  if (step === null || reading.status === 'not-applicable') return [];
  const { id, title, effort, raise, needs } = reading.criterion;
  const gain = readMark(score.marks, step.to) - readMark(score.marks, reading.levels.supported);
  const points = multiply(computeShare(reading, score.dimensions), toRational(gain));
  const isRaise = step.kind === 'raise' || step.kind === 'raise-and-show';
  const lever: Lever = {
    criterion: id,
    title,
    kind: step.kind,
    points: toNumber(points),
    effort: isRaise ? effort.raise : effort.find_out,
    how: isRaise ? raise : needs,
  };
  return [{ lever, points }];
}

/**
 * What would raise the supported index before gates, most points first, ties in the rubric's order: an unknown by what it
 * could be worth at most, a weakly supported answer by what evidence would add, any other by its next level.
 */
export function findLevers(score: Score): readonly Lever[] {
  const weighed = score.readings.flatMap((reading) => buildLever(reading, score));
  const worth = weighed.filter(({ points }) => points.n > 0n);
  return [...worth].sort((a, b) => compareRationals(b.points, a.points)).map(({ lever }) => lever);
}

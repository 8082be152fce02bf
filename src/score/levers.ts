import { HIGHEST, type Level } from '../model/level.ts';
import { compareRationals, multiply, toNumber, toRational } from '../model/rational.ts';
import type { Lever } from '../model/report.ts';
import { type ApplicableReading, computeShare, readMark } from './marks.ts';
import type { CriterionReading } from './read-answers.ts';
import type { Score } from './score-on-track.ts';

/** What keeps an answer from a higher supported level: not knowing, weak evidence or the fact itself; and the level to reach. */
function findLeverStep(reading: ApplicableReading): { kind: Lever['kind']; to: Level } | null {
  const { supported, claimed } = reading.levels;
  if (reading.status === 'unknown') return { kind: 'find-out', to: HIGHEST };
  if (claimed > supported) return { kind: 'evidence', to: claimed };
  if (claimed === HIGHEST) return null;
  return { kind: reading.reading.graded.cap > claimed ? 'raise' : 'raise-and-show', to: (claimed + 1) as Level };
}

function buildLever(reading: CriterionReading, score: Score) {
  const step = reading.status === 'not-applicable' ? null : findLeverStep(reading);
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
    how: isRaise ? raise : needs.text,
  };
  return [{ lever, points }];
}

/**
 * What would raise the supported index before gates, most points first, ties in the rubric's order: an unknown by what it
 * could be worth at most, a weakly supported answer by what evidence would add, any other by its next level.
 */
export function findLevers(score: Score): readonly Lever[] {
  return score.readings
    .flatMap((reading) => buildLever(reading, score))
    .filter(({ points }) => points.n > 0n)
    .sort((a, b) => compareRationals(b.points, a.points))
    .map(({ lever }) => lever);
}

import { compareRationals, subtract, toNumber } from '../../model/rational.ts';
import type { SettlingAnswer } from '../../model/report.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { Score } from '../../score/score-on-track.ts';
import { computeCappedIndex } from './certainty.ts';
import { buildExtremeScenario, toScoreState } from './score-state.ts';

/**
 * What would settle a verdict, most points first, ties in the rubric's order: each answer that is open or weakly supported, by what the
 * possible index loses after gates where it turns out no better than shown. Where a cap hides what each alone would take, all are named.
 */
export function listSettlingAnswers(score: Score, rubric: Rubric): readonly SettlingAnswer[] {
  const standing = toScoreState(score, rubric);
  const best = buildExtremeScenario(standing, 'best');
  const highest = computeCappedIndex(standing, best);
  const stakes = standing.stakes
    .map(({ criterion, reading, rungs }, at) => {
      const settled = best.map((position, place) => (place === at ? rungs[0] : position));
      const points = subtract(highest, computeCappedIndex(standing, settled));
      const kind = reading.levels.claimed > reading.levels.supported ? ('show' as const) : ('find-out' as const);
      const { id, title, needs } = criterion;
      const answer = { criterion: id, title, kind, sources: needs.kinds, points: toNumber(points) };
      return { answer, points };
    })
    .sort((a, b) => compareRationals(b.points, a.points));
  const moving = stakes.filter(({ points }) => points.n > 0n);
  return (moving.length > 0 ? moving : stakes).map(({ answer }) => answer);
}

import {
  add,
  compareRationals,
  divide,
  type Rational,
  subtract,
  toNumber,
  toRational,
  ZERO,
} from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { OpenQuestion } from '../../model/sensitivity.ts';
import { findBand } from '../../score/verdict.ts';
import { computeCappedIndex, findHighest, findLowest } from './certainty.ts';
import { buildExtremeScenario, type ScoreState } from './score-state.ts';

type IndexInterval = Readonly<Record<'worst' | 'best', Rational>>;

/** What the index could still be on any of the tracks, with the answer on the criterion `id` known to be at position `place`. */
function computeInterval(standings: readonly ScoreState[], id: string | null, place = 0): IndexInterval {
  const computeEnds = (end: 'worst' | 'best') =>
    standings.map((standing) => {
      const scenario = buildExtremeScenario(standing, end).map((rung, at) => {
        const { criterion, rungs = [] } = standing.stakes[at] ?? {};
        return criterion?.id === id ? (rungs[Math.min(place, rungs.length - 1)] ?? rung) : rung;
      });
      return computeCappedIndex(standing, scenario);
    });
  return { worst: findLowest(computeEnds('worst')), best: findHighest(computeEnds('best')) };
}

/**
 * What to find out next: every criterion whose answer is unknown or weakly supported, ranked by how much of the open interval of the
 * index, gates included, an answer would close for an hour of effort. All positions that the answer could have are taken as equally
 * likely, which is an assumption for the ranking only. Ties go by what is settled, then by the rubric's order.
 * @param standings at least one, the headline's first.
 */
export function rankOpenQuestions(standings: readonly ScoreState[], rubric: Rubric): readonly OpenQuestion[] {
  const [headline] = standings;
  if (headline === undefined) return [];
  const now = computeInterval(standings, null);
  const width = subtract(now.best, now.worst);
  if (width.n === 0n) return [];
  const verdicts = ({ worst, best }: IndexInterval) => ({
    worst: findBand(worst, rubric).id,
    best: findBand(best, rubric).id,
  });
  const ranked = headline.stakes.flatMap(({ criterion, reading, rungs }) => {
    if (rungs.length < 2) return [];
    const intervals = rungs.map((_, place) => computeInterval(standings, criterion.id, place));
    const left = intervals.reduce((sum, { worst, best }) => add(sum, subtract(best, worst)), ZERO);
    const settled = subtract(toRational(1), divide(divide(left, toRational(rungs.length)), width));
    const [lowest = now] = intervals;
    const { find_out: effort } = criterion.effort;
    const hours = rubric.effort_hours[effort];
    const question: OpenQuestion = {
      criterion: criterion.id,
      title: criterion.title,
      question: criterion.question,
      kind: reading.status === 'unknown' ? 'unknown' : 'weak',
      settles: toNumber(settled),
      effort,
      hours,
      needs: criterion.needs.text,
      ifLowest: verdicts(lowest),
      ifHighest: verdicts(intervals.at(-1) ?? now),
    };
    return settled.n > 0n ? [{ question, settled, perHour: divide(settled, toRational(hours)) }] : [];
  });
  return ranked
    .sort((a, b) => compareRationals(b.perHour, a.perHour) || compareRationals(b.settled, a.settled))
    .map(({ question }) => question);
}

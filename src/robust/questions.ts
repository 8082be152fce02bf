import { compare, fraction, minus, over, plus, type Rational, toNumber, ZERO } from '../model/rational.ts';
import type { OpenQuestion } from '../model/robustness.ts';
import type { Rubric } from '../model/rubric.ts';
import { bandOf } from '../score/verdict.ts';
import { ownIndex } from './certainty.ts';
import { type Completion, endOf, type Standing } from './standing.ts';

interface Interval {
  readonly worst: Rational;
  readonly best: Rational;
}

/** The lowest or the highest index over the tracks: which one it is, is itself still open. */
function extremeOf(
  standings: readonly Standing[],
  end: 'worst' | 'best',
  completionOf: (standing: Standing) => Completion,
): Rational {
  const indices = standings.map((standing) => ownIndex(standing, completionOf(standing)));
  return indices.reduce((a, b) => ((end === 'worst') === compare(b, a) < 0 ? b : a));
}

/** What the index could still be with the answer on one criterion known to stand on its rung `place`. */
function intervalWith(standings: readonly Standing[], id: string, place: number): Interval {
  const held = (end: 'worst' | 'best') => (standing: Standing) =>
    endOf(standing, end).map((rung, at) => {
      const stake = standing.stakes[at];
      return stake?.criterion.id === id ? (stake.rungs[Math.min(place, stake.rungs.length - 1)] ?? rung) : rung;
    });
  return { worst: extremeOf(standings, 'worst', held('worst')), best: extremeOf(standings, 'best', held('best')) };
}

interface Ranked {
  readonly question: OpenQuestion;
  readonly settled: Rational;
  readonly perHour: Rational;
}

/**
 * What to find out next: every criterion whose answer is unknown or weakly supported, by how much of the open interval of the index,
 * gates included, an answer would close for an hour of effort. The average over the rungs that the answer could turn out to stand on
 * takes each as likely, which nobody knows; it serves to rank. Weights and marks are the rubric's own. Ties go by what is settled,
 * then by the rubric's order. @param standings at least one, the headline's first.
 */
export function openQuestions(standings: readonly Standing[], rubric: Rubric): readonly OpenQuestion[] {
  const [headline] = standings;
  if (headline === undefined) return [];
  const now: Interval = {
    worst: extremeOf(standings, 'worst', (standing) => endOf(standing, 'worst')),
    best: extremeOf(standings, 'best', (standing) => endOf(standing, 'best')),
  };
  const width = minus(now.best, now.worst);
  if (width.n === 0n) return [];
  const verdicts = ({ worst, best }: Interval) => ({ worst: bandOf(worst, rubric).id, best: bandOf(best, rubric).id });
  const ranked = headline.stakes.flatMap(({ criterion, reading, rungs }): readonly Ranked[] => {
    if (rungs.length < 2) return [];
    const intervals = rungs.map((_, place) => intervalWith(standings, criterion.id, place));
    const left = intervals.reduce((sum, { worst, best }) => plus(sum, minus(best, worst)), ZERO);
    const settled = minus(fraction(1n, 1n), over(over(left, fraction(BigInt(rungs.length), 1n)), width));
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
      needs: criterion.needs,
      ifLowest: verdicts(lowest),
      ifHighest: verdicts(intervals.at(-1) ?? now),
    };
    return settled.n > 0n ? [{ question, settled, perHour: over(settled, fraction(BigInt(hours), 1n)) }] : [];
  });
  return ranked
    .sort((a, b) => compare(b.perHour, a.perHour) || compare(b.settled, a.settled))
    .map(({ question }) => question);
}

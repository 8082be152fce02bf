import {
  add,
  compareRationals,
  createRational,
  divide,
  type Rational,
  subtract,
  toNumber,
  ZERO,
} from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { OpenQuestion } from '../../model/sensitivity.ts';
import { findBand } from '../../score/verdict.ts';
import { computeCappedIndex } from './certainty.ts';
import { buildExtremeScenario, type Scenario, type ScoreState } from './score-state.ts';

interface IndexInterval {
  readonly worst: Rational;
  readonly best: Rational;
}

/** The lowest or the highest index over the tracks: which one it is, is itself still open. */
function findExtremeOverTracks(
  standings: readonly ScoreState[],
  end: 'worst' | 'best',
  completionOf: (standing: ScoreState) => Scenario,
): Rational {
  const indices = standings.map((standing) => computeCappedIndex(standing, completionOf(standing)));
  return indices.reduce((a, b) => ((end === 'worst') === compareRationals(b, a) < 0 ? b : a));
}

/** What the index could still be with the answer on one criterion known to stand on its rung `place`. */
function computeIntervalWith(standings: readonly ScoreState[], id: string, place: number): IndexInterval {
  const held = (end: 'worst' | 'best') => (standing: ScoreState) =>
    buildExtremeScenario(standing, end).map((rung, at) => {
      const stake = standing.stakes[at];
      return stake?.criterion.id === id ? (stake.rungs[Math.min(place, stake.rungs.length - 1)] ?? rung) : rung;
    });
  return {
    worst: findExtremeOverTracks(standings, 'worst', held('worst')),
    best: findExtremeOverTracks(standings, 'best', held('best')),
  };
}

interface RankedQuestion {
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
export function rankOpenQuestions(standings: readonly ScoreState[], rubric: Rubric): readonly OpenQuestion[] {
  const [headline] = standings;
  if (headline === undefined) return [];
  const now: IndexInterval = {
    worst: findExtremeOverTracks(standings, 'worst', (standing) => buildExtremeScenario(standing, 'worst')),
    best: findExtremeOverTracks(standings, 'best', (standing) => buildExtremeScenario(standing, 'best')),
  };
  const width = subtract(now.best, now.worst);
  if (width.n === 0n) return [];
  const verdicts = ({ worst, best }: IndexInterval) => ({
    worst: findBand(worst, rubric).id,
    best: findBand(best, rubric).id,
  });
  const ranked = headline.stakes.flatMap(({ criterion, reading, rungs }): readonly RankedQuestion[] => {
    if (rungs.length < 2) return [];
    const intervals = rungs.map((_, place) => computeIntervalWith(standings, criterion.id, place));
    const left = intervals.reduce((sum, { worst, best }) => add(sum, subtract(best, worst)), ZERO);
    const settled = subtract(
      createRational(1n, 1n),
      divide(divide(left, createRational(BigInt(rungs.length), 1n)), width),
    );
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
    return settled.n > 0n ? [{ question, settled, perHour: divide(settled, createRational(BigInt(hours), 1n)) }] : [];
  });
  return ranked
    .sort((a, b) => compareRationals(b.perHour, a.perHour) || compareRationals(b.settled, a.settled))
    .map(({ question }) => question);
}

import {
  add,
  compareRationals,
  multiply,
  type Rational,
  subtract,
  toNumber,
  toRational,
} from '../../model/rational.ts';
import type { OpenQuestion } from '../../model/report.ts';
import type { Rubric } from '../../model/rubric.ts';
import { listCarryingKinds } from '../../score/evidence.ts';
import { computeShare, isCovered, readMark } from '../../score/marks.ts';
import { computeVerdict, findBand } from '../../score/verdict.ts';
import { computeCappedIndex, findHighest, findLowest } from './certainty.ts';
import { buildExtremeScenario, type Factor, type ScoreState } from './score-state.ts';

/** The headline's index where all else that is open comes out at one `end` and the answer on `id` at the other. */
function computeIndexWith(id: string | null, standings: readonly ScoreState[], end: 'worst' | 'best'): Rational {
  const indices = standings.map((standing) => {
    const [rest, other] = [end, end === 'best' ? 'worst' : 'best'] as const;
    const answer = buildExtremeScenario(standing, other);
    const scenario = buildExtremeScenario(standing, rest).map((rung, at) =>
      standing.stakes[at]?.criterion.id === id ? (answer[at] ?? rung) : rung,
    );
    return computeCappedIndex(standing, scenario);
  });
  return findLowest(indices);
}

/** The share of the weight that has a source once the question has its best answer, with evidence. */
function computeCoverageWith({ criterion, reading, rungs }: Factor, { score }: ScoreState): Rational {
  const isCommon = criterion.levels[rungs.at(-1)?.level ?? 0]?.common === true;
  if (isCommon || isCovered(reading)) return score.coverage;
  return add(score.coverage, computeShare(reading, score.dimensions));
}

/**
 * Everything that could still be learnt, what settles most first: each answer that is unknown, or whose evidence carries less than it
 * says. At stake is the larger of what the best answer, with evidence, would add to the supported index and what a poor one would take
 * from the possible index, both after gates. Ties go by the same before gates, by the shorter effort, then by the rubric's order.
 * Where the track is undecided, the index is that of the lower track, as the headline's is. @param standings the headline's first.
 */
export function rankOpenQuestions(standings: readonly ScoreState[], rubric: Rubric): readonly OpenQuestion[] {
  const [headline] = standings;
  if (headline === undefined) return [];
  const { score } = headline;
  const lowest = computeIndexWith(null, standings, 'worst');
  const highest = computeIndexWith(null, standings, 'best');
  const ranked = headline.stakes.flatMap((stake) => {
    const { criterion, reading, rungs } = stake;
    const [low, high] = [rungs[0], rungs.at(-1) ?? rungs[0]];
    if (rungs.length < 2) return [];
    const raised = computeIndexWith(criterion.id, standings, 'worst');
    const left = computeIndexWith(criterion.id, standings, 'best');
    const [adds, takes] = [subtract(raised, lowest), subtract(highest, left)];
    const points = findHighest([adds, takes]);
    const marks = readMark(score.marks, high.level) - readMark(score.marks, low.level);
    const uncapped = multiply(computeShare(reading, score.dimensions), toRational(marks));
    const question: OpenQuestion = {
      criterion: criterion.id,
      title: criterion.title,
      question: criterion.question,
      kind: reading.levels.claimed > reading.levels.supported ? 'show' : 'find-out',
      points: toNumber(points),
      adds: toNumber(adds),
      takes: toNumber(takes),
      pointsBeforeGates: toNumber(uncapped),
      effort: criterion.effort.find_out,
      ifBest: computeVerdict(raised, highest, computeCoverageWith(stake, headline), rubric).id,
      ifPoor: findBand(left, rubric).id,
      sources: listCarryingKinds(high.level, criterion, rubric),
      needs: criterion.needs.text,
    };
    return [{ question, points, uncapped, hours: rubric.effort_hours[criterion.effort.find_out] }];
  });
  return ranked
    .sort(
      (a, b) => compareRationals(b.points, a.points) || compareRationals(b.uncapped, a.uncapped) || a.hours - b.hours,
    )
    .map(({ question }) => question);
}

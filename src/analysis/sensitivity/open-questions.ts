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
function computeIndexWith(id: string | null, states: readonly ScoreState[], end: 'worst' | 'best'): Rational {
  const indices = states.map((state) => {
    const [rest, other] = [end, end === 'best' ? 'worst' : 'best'] as const;
    const answer = buildExtremeScenario(state, other);
    const scenario = buildExtremeScenario(state, rest).map((position, at) =>
      state.factors[at]?.criterion.id === id ? (answer[at] ?? position) : position,
    );
    return computeCappedIndex(state, scenario);
  });
  return findLowest(indices);
}

/** The share of the weight that has a source once the question has its best answer, with evidence. */
function computeCoverageWith({ criterion, reading, positions }: Factor, { score }: ScoreState): Rational {
  const isCommon = criterion.levels[positions.at(-1)?.level ?? 0]?.common === true;
  if (isCommon || isCovered(reading)) return score.coverage;
  return add(score.coverage, computeShare(reading, score.dimensions));
}

/**
 * Everything that could still be learnt, what settles most first: each answer that is unknown, or whose evidence carries less than it
 * says. At stake is the larger of what the best answer, with evidence, would add to the supported index and what a poor one would take
 * from the possible index, both after gates. Ties go by the same before gates, by the shorter effort, then by the rubric's order.
 * Where the track is undecided, the index is that of the lower track, as the headline's is. @param states the headline's first.
 */
export function rankOpenQuestions(states: readonly ScoreState[], rubric: Rubric): readonly OpenQuestion[] {
  const [headline] = states;
  if (headline === undefined) return [];
  const { score } = headline;
  const lowest = computeIndexWith(null, states, 'worst');
  const highest = computeIndexWith(null, states, 'best');
  const ranked = headline.factors.flatMap((factor) => {
    const { criterion, reading, positions } = factor;
    const [low, high] = [positions[0], positions.at(-1) ?? positions[0]];
    if (positions.length < 2) return [];
    const raised = computeIndexWith(criterion.id, states, 'worst');
    const left = computeIndexWith(criterion.id, states, 'best');
    const [adds, takes] = [subtract(raised, lowest), subtract(highest, left)];
    const points = findHighest([adds, takes]);
    const marks = readMark(score.marks, high.level) - readMark(score.marks, low.level);
    const uncapped = multiply(computeShare(reading, score.dimensions), toRational(marks));
    const question: OpenQuestion = {
      criterion: criterion.id,
      title: criterion.title,
      question: criterion.ask_as,
      kind: reading.levels.claimed > reading.levels.supported ? 'show' : 'find-out',
      points: toNumber(points),
      adds: toNumber(adds),
      takes: toNumber(takes),
      pointsBeforeGates: toNumber(uncapped),
      effort: criterion.effort.find_out,
      ifBest: computeVerdict(raised, highest, computeCoverageWith(factor, headline), rubric).id,
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

import type { Day } from '../../model/day.ts';
import { compareRationals, type Rational, toNumber, toRational } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { PathToNextBand } from '../../model/sensitivity.ts';
import { NOT_RATEABLE } from '../../model/verdict.ts';
import { isCovered } from '../../score/marks.ts';
import { findBand } from '../../score/verdict.ts';
import { listAnswerOptions, listSourcingOptions } from './answer-options.ts';
import { computeCappedIndex } from './certainty.ts';
import { type AnswerMove, buildConstraints, findCheapestPlan } from './cheapest-plan.ts';
import { toPathSteps } from './levers.ts';
import { buildExtremeScenario, type ScoreState } from './score-state.ts';

/** Points of the index, or a share of the weight, over the state's common denominator, rounded up. */
function scaleToCommon(amount: Rational, { dimensions, common }: ScoreState): bigint {
  const whole = amount.n * BigInt(dimensions.reduce((sum, { weight }) => sum + weight, 0)) * common;
  return (whole + amount.d - 1n) / amount.d;
}

/** The share of the weight with a source once the answers are moved. */
function computeCoverageAfter(picks: readonly AnswerMove[], state: ScoreState): number {
  const { factors, dimensions, units, common } = state;
  const sourced = factors.reduce((sum, { criterion, dimension, reading }, at) => {
    const option = picks.find(({ place }) => place === at)?.option;
    const unit = BigInt(dimensions[dimension]?.weight ?? 0) * (units[dimension] ?? 0n);
    return (option?.isSourced ?? isCovered(reading)) ? sum + BigInt(criterion.weight) * unit : sum;
  }, 0n);
  return Number(sourced) / Number(common * BigInt(dimensions.reduce((sum, { weight }) => sum + weight, 0)));
}

/** The sourcing that takes the fewest hours until a verdict can be given: whatever the answers turn out to be, there is one then. */
function findPathToVerdict(state: ScoreState, rubric: Rubric, asOf: Day, covered: bigint): PathToNextBand {
  const options = state.factors.map((factor) => listSourcingOptions(factor, state, rubric, asOf));
  const way = findCheapestPlan(state, options, buildConstraints(state, 0), { points: 0n, covered });
  if (way === null) return { status: 'none', reason: 'Too few answers can have a source for any verdict.' };
  return {
    status: 'to-a-verdict',
    steps: way.picks.flatMap((pick) => toPathSteps(pick, state, rubric)),
    coverage: computeCoverageAfter(way.picks, state),
  };
}

/**
 * The way to the next band that takes the fewest hours of the efforts that the rubric states, exact as `cheapest` is, once for each
 * way of passing the gates whose caps lie under the band. An answer moves by better evidence for what it says already, or by
 * raising the fact level by level and showing it; an unknown is taken at level 0, so nothing is hoped for. A level that no
 * answer can have on the day, as where no duty of the register carries it, is not a step. Weights and marks are the rubric's own.
 * Where the coverage is under the floor, the way also brings it there, since the new verdict would hang on what is missing;
 * where no verdict is given for that reason, it is the way to one. @param states at least one, the headline's first.
 */
export function findPathToNextBand(states: readonly ScoreState[], rubric: Rubric, asOf: Day): PathToNextBand {
  const [state, other] = states;
  if (state === undefined) return { status: 'none', reason: 'There is no fit to raise.' };
  if (other !== undefined)
    return { status: 'none', reason: 'The track is undecided and the path depends on it: declare `track` first.' };
  const { score } = state;
  const floor = toRational(rubric.coverage_floor);
  const covered = compareRationals(score.coverage, floor) < 0 ? scaleToCommon(floor, state) : 0n;
  if (score.verdict.id === NOT_RATEABLE) return findPathToVerdict(state, rubric, asOf, covered);
  const now = findBand(score.index.supported, rubric);
  const next = rubric.bands[rubric.bands.indexOf(now) + 1];
  if (next === undefined) return { status: 'none', reason: `There is no band above ${now.title.toLowerCase()}.` };
  const of = covered > 0n ? listSourcingOptions : listAnswerOptions;
  const options = state.factors.map((factor) => of(factor, state, rubric, asOf));
  const target = { points: scaleToCommon(toRational(next.from), state), covered };
  const way = findCheapestPlan(state, options, buildConstraints(state, next.from), target);
  if (way === null) {
    const reason = `Even with every answer sourced and at the highest level attainable on this date, ${next.title.toLowerCase()} is not reached.`;
    return { status: 'none', reason };
  }
  const after = buildExtremeScenario(state, 'worst').map(
    (position, at) => way.picks.find(({ place }) => place === at)?.option.position ?? position,
  );
  const index = computeCappedIndex(state, after);
  const { id, title } = findBand(index, rubric);
  return {
    status: 'found',
    verdict: id,
    title,
    steps: way.picks.flatMap((pick) => toPathSteps(pick, state, rubric)),
    index: toNumber(index),
  };
}

import type { Day } from '../../model/day.ts';
import type { Description } from '../../model/description.ts';
import { compareRationals, type Rational, toNumber, toRational } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { CriticalAnswers, Explanation, LeaveOneOutResult, PathToNextBand } from '../../model/sensitivity.ts';
import { NOT_RATEABLE } from '../../model/verdict.ts';
import { capIndex } from '../../score/gates.ts';
import { isCovered } from '../../score/marks.ts';
import type { CriterionReading } from '../../score/read-answers.ts';
import { type Score, scoreReadings } from '../../score/score-on-track.ts';
import { computeVerdict, findBand } from '../../score/verdict.ts';
import { listAnswerOptions, listSourcingOptions } from './answer-options.ts';
import { computeCappedIndex } from './certainty.ts';
import { type AnswerMove, buildConstraints, findCheapestPlan } from './cheapest-plan.ts';
import { toPathSteps } from './levers.ts';
import {
  type AnswerPosition,
  buildExtremeScenario,
  type Scenario,
  type ScoreState,
  toScoreState,
} from './score-state.ts';
import { computeTimeSensitivity } from './time-sensitivity.ts';
import { type MonteCarloOptions, sampleVerdictFrequencies } from './verdict-frequencies.ts';

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

/** Sets of one size that are tried one by one; 25 answers have 12,650 sets of four. */
const MAX_SETS = 20_000;

/** An answer that turns out false counts as the lowest level and shows no ratio. */
function falsifyAnswers(at: Scenario, places: readonly number[]): Scenario {
  return at.map(
    (position, place): AnswerPosition =>
      places.includes(place) ? { level: 0, reach: position.reach.map(() => 0) } : position,
  );
}

/** Every set of `size` of the places, in order; none where they are too many to try. */
function listSubsets(places: readonly number[], size: number): readonly (readonly number[])[] {
  let sets: readonly (readonly number[])[] = [[]];
  for (let drawn = 0; drawn < size; drawn += 1) {
    sets = sets.flatMap((set) =>
      places.filter((place) => place > (set.at(-1) ?? -1)).map((place): readonly number[] => [...set, place]),
    );
    if (sets.length > MAX_SETS) return [];
  }
  return sets;
}

/** The places of answers that carry something, those that carry most points first, ties in the rubric's order. */
function rankByContribution(state: ScoreState, supported: Scenario): readonly number[] {
  const lost = (place: number) => computeCappedIndex({ ...state, gates: [] }, falsifyAnswers(supported, [place]));
  const carrying = supported.flatMap(({ level, reach }, place) =>
    level > 0 || reach.some((steps) => steps > 0) ? [{ place, without: lost(place) }] : [],
  );
  return carrying.sort((a, b) => compareRationals(a.without, b.without) || a.place - b.place).map(({ place }) => place);
}

/**
 * The fewest answers whose falsity, all at once, brings the headline's band down. Sets are tried by size, so the answer is exact up to
 * the size that can be tried; beyond it is the number of answers that lose enough points, most first, which is exact but for gates
 * that pass on more than four answers in the place of one another. @param states at least one, the headline's first: the
 * headline falls when any of them does.
 */
export function findCriticalAnswers(states: readonly ScoreState[], rubric: Rubric): CriticalAnswers {
  const [headline] = states;
  if (headline === undefined) return { status: 'none', reason: 'There is no fit to lower.' };
  if (headline.score.verdict.id === NOT_RATEABLE)
    return { status: 'none', reason: 'There is no verdict to test: too few answers have a source.' };
  const band = findBand(headline.score.index.supported, rubric);
  if (rubric.bands.indexOf(band) === 0)
    return { status: 'none', reason: `There is no band below ${band.title.toLowerCase()}.` };
  const from = toRational(band.from);
  const entries = states.map((state) => ({ state, supported: buildExtremeScenario(state, 'worst') }));
  const idsOf = (state: ScoreState, places: readonly number[]) =>
    places.map((place) => state.factors[place]?.criterion.id ?? '');
  const falls = (ids: readonly string[]) =>
    entries.some(({ state, supported }) => {
      const places = state.factors.flatMap(({ criterion }, place) => (ids.includes(criterion.id) ? [place] : []));
      return compareRationals(computeCappedIndex(state, falsifyAnswers(supported, places)), from) < 0;
    });
  const order = rankByContribution(headline, buildExtremeScenario(headline, 'worst'));
  const most = order.findIndex((_, at) => falls(idsOf(headline, order.slice(0, at + 1)))) + 1;
  const carrying = [...order].sort((a, b) => a - b);
  for (let size = 1; size <= most; size += 1) {
    const sets = listSubsets(carrying, size).map((places) => idsOf(headline, places));
    if (sets.length === 0) break;
    const falling = sets.filter(falls);
    if (falling.length > 0) return { status: 'found', size, sets: falling, complete: true };
  }
  const largest = order.slice(0, most).sort((a, b) => a - b);
  return { status: 'found', size: most, sets: [idsOf(headline, largest)], complete: false };
}

/** The reading as it is, and counting nothing. */
function zeroWeight(reading: CriterionReading): CriterionReading {
  return { ...reading, criterion: { ...reading.criterion, weight: 0 } };
}

function scoreWithout(id: string, score: Score, rubric: Rubric) {
  const readings = score.readings.map((entry) => (entry.criterion.id === id ? zeroWeight(entry) : entry));
  const { uncapped, coverage } = scoreReadings(readings, rubric, score.track);
  const index = {
    supported: capIndex(uncapped.supported, score.gates, 'supported'),
    possible: capIndex(uncapped.possible, score.gates, 'possible'),
  };
  return { index, verdict: computeVerdict(index.supported, index.possible, coverage, rubric) };
}

/**
 * The criteria that alone change the verdict when they count nothing: the others of the dimension take over the weight, and where
 * there is none the other dimensions; gates stay as they came out. In the rubric's order. @param scores the headline first.
 */
export function leaveOneOut(scores: readonly Score[], rubric: Rubric): readonly LeaveOneOutResult[] {
  const verdict = scores[0]?.verdict.id;
  return rubric.criteria.flatMap(({ id, title, weight }) => {
    if (weight === 0) return [];
    const [lowest] = scores
      .map((score) => scoreWithout(id, score, rubric))
      .sort((a, b) => compareRationals(a.index.supported, b.index.supported));
    if (lowest === undefined || lowest.verdict.id === verdict) return [];
    return [{ criterion: id, title, verdict: lowest.verdict.id, index: toNumber(lowest.index.supported) }];
  });
}

/** As many as hold a share to one point, 19 times of 20. */
export const DEFAULT_SAMPLING: MonteCarloOptions = { draws: 10_000, seed: 1 };

/** This many draws take a few seconds. */
export const MAX_DRAWS = 1_000_000;

/**
 * How sure the verdict is, in full, and what would change it; null where there are no scores, as outside. Pure: the
 * same for the same arguments. @param scores of the description at `asOf`, the headline first.
 */
export function explainVerdict(
  scores: readonly Score[],
  description: Description,
  rubric: Rubric,
  asOf: Day,
  sampling: MonteCarloOptions = DEFAULT_SAMPLING,
): Explanation | null {
  if (scores.length === 0) return null;
  const states = scores.map((score) => toScoreState(score, rubric));
  const clock = computeTimeSensitivity(scores, description, rubric, asOf);
  return {
    verdictFrequencies: sampleVerdictFrequencies(states, rubric, sampling),
    leaveOneOut: leaveOneOut(scores, rubric),
    pathToNextBand: findPathToNextBand(states, rubric, asOf),
    criticalAnswers: findCriticalAnswers(states, rubric),
    clock: clock.entries,
    clockEnds: clock.ends,
  };
}

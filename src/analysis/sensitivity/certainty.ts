import { type Level, LOWEST, maxLevel, minLevel } from '../../model/level.ts';
import { compareRationals, type Rational, toNumber } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { Certainty, Extreme, Extremes } from '../../model/sensitivity.ts';
import { findGradeCap } from '../../score/evidence.ts';
import { findBand } from '../../score/verdict.ts';
import {
  type AnswerPosition,
  applyCap,
  buildExtremeScenario,
  computeUncappedIndex,
  countStepsUnderLevel,
  type Factor,
  findLowestCap,
  type Scenario,
  type ScoreState,
  sumByDimension,
} from './score-state.ts';

/** Every admissible set of weights: each within its band, all of one sum. In hundredths of a point, so that all are whole. */
export interface WeightSpace {
  readonly least: readonly number[];
  readonly most: readonly number[];
  readonly sum: number;
}

/** The space around the weights that a state was scored with; `band` is per cent of each, 0 to 100. */
export function buildWeightSpace({ dimensions }: ScoreState, band: number): WeightSpace {
  const weights = dimensions.map(({ weight }) => weight);
  return {
    least: weights.map((weight) => weight * (100 - band)),
    most: weights.map((weight) => weight * (100 + band)),
    sum: weights.reduce((sum, weight) => sum + weight, 0) * 100,
  };
}

/**
 * The lowest or the highest index before gates over the whole space, for given sums of the dimensions. The index is linear in
 * the weights, so filling the dimensions in the order of their marks, from the least weights on, is exact.
 */
export function findExtremeIndex(
  state: ScoreState,
  sums: readonly number[],
  space: WeightSpace,
  end: 'worst' | 'best',
): Rational {
  const { dimensions } = state;
  const mark = (at: number) => (sums[at] ?? 0) / (dimensions[at]?.total ?? 1);
  const sign = end === 'best' ? -1 : 1;
  const order = dimensions.map((_, at) => at).sort((a, b) => sign * (mark(a) - mark(b)));
  const weights = [...space.least];
  let rest = space.sum - weights.reduce((sum, weight) => sum + weight, 0);
  for (const at of order) {
    const added = Math.min(rest, (space.most[at] ?? 0) - (space.least[at] ?? 0));
    weights[at] = (weights[at] ?? 0) + added;
    rest -= added;
  }
  return computeUncappedIndex(state, sums, weights);
}

type ExtremeEnd = 'worst' | 'best';

/** The lowest of a list, which is not empty. */
export function findLowest(indices: readonly Rational[]): Rational {
  return indices.reduce((a, b) => (compareRationals(b, a) < 0 ? b : a));
}

export function findHighest(indices: readonly Rational[]): Rational {
  return indices.reduce((a, b) => (compareRationals(b, a) > 0 ? b : a));
}

/** Over all weights of the space and all maps, with the answers held. Gates read levels, so their caps are held as well. */
function computeJudgementExtreme(
  state: ScoreState,
  at: Scenario,
  space: WeightSpace,
  end: ExtremeEnd,
  maps: readonly (readonly number[])[],
): Rational {
  const uncapped = maps.map((marks) => findExtremeIndex(state, sumByDimension(state, at, marks), space, end));
  return applyCap(end === 'worst' ? findLowest(uncapped) : findHighest(uncapped), findLowestCap(state, at));
}

/** The index after gates by the rubric's own weights and marks. */
export function computeCappedIndex(state: ScoreState, at: Scenario): Rational {
  const weights = state.dimensions.map(({ weight }) => weight);
  const uncapped = computeUncappedIndex(state, sumByDimension(state, at, state.score.marks), weights);
  return applyCap(uncapped, findLowestCap(state, at));
}

/** What an answer is worth without one of its sources: what the best of the others carries on the criterion. */
function findLevelWithout(source: string, { criterion, reading }: Factor, rubric: Rubric): Level {
  const { supported } = reading.levels;
  if (reading.status === 'unknown') return supported;
  const { sources } = reading.reading.graded;
  if (!sources.some(({ id }) => id === source)) return supported;
  const others = sources.filter(({ id }) => id !== source).map(({ grade }) => grade);
  const carried = rubric.evidence.grades.filter(({ id }) => others.includes(id));
  return minLevel(supported, carried.map((grade) => findGradeCap(grade, criterion)).reduce<Level>(maxLevel, LOWEST));
}

/** The lowest index that the loss of one source leaves. */
function findIndexWithoutSource(state: ScoreState, worst: Scenario, rubric: Rubric): Rational {
  const cited = state.factors.flatMap(({ reading }) =>
    reading.status === 'unknown' ? [] : reading.reading.graded.sources.map(({ id }) => id),
  );
  const left = [...new Set(cited)].map((source) =>
    computeCappedIndex(
      state,
      state.factors.map((factor, at): AnswerPosition => {
        const held = worst[at] ?? factor.positions[0];
        const level = findLevelWithout(source, factor, rubric);
        if (level === held.level) return held;
        const reach = held.reach.map((steps, which) => {
          const gate = state.breakEven[which];
          return gate === undefined ? 0 : Math.min(steps, countStepsUnderLevel(gate, factor.criterion, level));
        });
        return { level, reach };
      }),
    ),
  );
  return findLowest([computeCappedIndex(state, worst), ...left]);
}

function toExtreme(index: Rational, rubric: Rubric): Extreme {
  const { id, title } = findBand(index, rubric);
  return { verdict: id, title, index: toNumber(index) };
}

/**
 * How sure the verdict is. Marks never fall as levels rise and a higher level never fails a gate, so for all weights and maps the worst
 * scenario is what is supported and the best one what is possible; `findExtremeIndex` is exact over the weights, and the maps are few
 * enough to try. Necessary and possible as in robust ordinal regression (Greco, Mousseau and Slowinski 2008, "Ordinal regression
 * revisited", EJOR 191). Where the track is undecided the ends are over all candidate tracks; what only weights and maps move is of
 * the headline's track. @param states at least one, the headline's first.
 */
export function computeCertainty(states: readonly ScoreState[], rubric: Rubric): Certainty {
  const { weight_band: band, mark_maps } = rubric.robustness;
  const maps = mark_maps.map(({ marks }) => marks);
  const entries = states.map((state) => ({
    state,
    space: buildWeightSpace(state, band),
    worst: buildExtremeScenario(state, 'worst'),
    best: buildExtremeScenario(state, 'best'),
  }));
  type Entry = (typeof entries)[number];
  const findExtremes = (compute: (entry: Entry, end: ExtremeEnd) => Rational, among = entries): Extremes => ({
    worst: toExtreme(findLowest(among.map((entry) => compute(entry, 'worst'))), rubric),
    best: toExtreme(findHighest(among.map((entry) => compute(entry, 'best'))), rubric),
  });
  const whole = findExtremes(({ state, space, ...ends }, end) =>
    computeJudgementExtreme(state, ends[end], space, end, maps),
  );
  const lost = findLowest(entries.map(({ state, worst }) => findIndexWithoutSource(state, worst, rubric)));
  const said = findBand(findLowest(states.map(({ score }) => score.index.supported)), rubric).id;
  return {
    ...whole,
    certain: whole.worst.verdict === whole.best.verdict,
    above: whole.best.verdict === said,
    below: whole.worst.verdict === said && findBand(lost, rubric).id === said,
    byJudgement: findExtremes(
      ({ state, worst, space }, end) => computeJudgementExtreme(state, worst, space, end, maps),
      entries.slice(0, 1),
    ),
    byFacts: findExtremes((entry, end) => computeCappedIndex(entry.state, entry[end])),
    weightBand: band,
    markMaps: mark_maps.map(({ id }) => id),
  };
}

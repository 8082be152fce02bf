import { compareRationals, type Rational, toNumber } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { Certainty, Extreme, Extremes } from '../../model/sensitivity.ts';
import type { Score } from '../../score/score-on-track.ts';
import { findBand } from '../../score/verdict.ts';
import {
  applyCap,
  buildExtremeScenario,
  computeUncappedIndex,
  findLowestCap,
  type Scenario,
  type ScoreState,
  sumByDimension,
  toScoreState,
} from './score-state.ts';
import { buildWeightSpace, findExtremeIndex, readRubricWeights, type WeightSpace } from './weight-space.ts';

type ExtremeEnd = 'worst' | 'best';

/** The least of a set, which is not empty. */
function findLowest(indices: readonly Rational[]): Rational {
  return indices.reduce((a, b) => (compareRationals(b, a) < 0 ? b : a));
}

function findHighest(indices: readonly Rational[]): Rational {
  return indices.reduce((a, b) => (compareRationals(b, a) > 0 ? b : a));
}

/** Over all weights of the space and all maps, with the answers held. Gates read levels, so their caps are held as well. */
function computeJudgementExtreme(
  standing: ScoreState,
  at: Scenario,
  space: WeightSpace,
  end: ExtremeEnd,
  maps: readonly (readonly number[])[],
): Rational {
  const uncapped = maps.map((marks) => findExtremeIndex(standing, sumByDimension(standing, at, marks), space, end));
  return applyCap(end === 'worst' ? findLowest(uncapped) : findHighest(uncapped), findLowestCap(standing, at));
}

/** The index after gates by the rubric's own weights and marks. */
export function computeCappedIndex(standing: ScoreState, at: Scenario): Rational {
  const uncapped = computeUncappedIndex(
    standing,
    sumByDimension(standing, at, standing.score.marks),
    readRubricWeights(standing),
  );
  return applyCap(uncapped, findLowestCap(standing, at));
}

function toExtreme(index: Rational, rubric: Rubric): Extreme {
  const { id, title } = findBand(index, rubric);
  return { verdict: id, title, index: toNumber(index) };
}

/**
 * How sure the verdict is. Marks never fall as levels rise and raising a level never unpasses a gate, so for every weighting and
 * map the worst completion is what is supported and the best one what is possible; for a completion each end over the weights is
 * `extremeIndex`, and the maps are few enough to try. Necessary and possible as in robust ordinal regression (Greco, Mousseau and
 * Slowinski 2008, "Ordinal regression revisited", EJOR 191). With more than one score, as where the track is undecided, which track
 * it is, is itself still to be learnt: the worst end is the lowest and the best one the highest over all of them. What only weights
 * and maps move is told on the track of the headline. @param scores at least one, the headline first.
 */
export function computeCertainty(scores: readonly Score[], rubric: Rubric): Certainty {
  const { weight_band: band, mark_maps } = rubric.robustness;
  const maps = mark_maps.map(({ marks }) => marks);
  const entries = scores.map((score) => {
    const standing = toScoreState(score, rubric);
    return {
      standing,
      space: buildWeightSpace(standing, band),
      worst: buildExtremeScenario(standing, 'worst'),
      best: buildExtremeScenario(standing, 'best'),
    };
  });
  const extremesOf = (
    of: (entry: (typeof entries)[number], end: ExtremeEnd) => Rational,
    among = entries,
  ): Extremes => ({
    worst: toExtreme(findLowest(among.map((entry) => of(entry, 'worst'))), rubric),
    best: toExtreme(findHighest(among.map((entry) => of(entry, 'best'))), rubric),
  });
  const whole = extremesOf((entry, end) => computeJudgementExtreme(entry.standing, entry[end], entry.space, end, maps));
  return {
    ...whole,
    certain: whole.worst.verdict === whole.best.verdict,
    byJudgement: extremesOf(
      (entry, end) => computeJudgementExtreme(entry.standing, entry.worst, entry.space, end, maps),
      entries.slice(0, 1),
    ),
    byFacts: extremesOf((entry, end) => computeCappedIndex(entry.standing, entry[end])),
    weightBand: band,
    markMaps: mark_maps.map(({ id }) => id),
  };
}

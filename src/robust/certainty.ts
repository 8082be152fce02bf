import { EVEN_MARKS } from '../model/level.ts';
import { compare, type Rational, toNumber } from '../model/rational.ts';
import type { Certainty, Extreme, Extremes } from '../model/robustness.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Score } from '../score/score-on.ts';
import { bandOf } from '../score/verdict.ts';
import { type Completion, capOf, cappedAt, endOf, indexFor, type Standing, standingOf, sumsOf } from './standing.ts';
import { extremeIndex, ownWeights, type WeightSpace, weightSpace } from './weight-space.ts';

type End = 'worst' | 'best';

/** The least of a set, which is not empty. */
function lowest(indices: readonly Rational[]): Rational {
  return indices.reduce((a, b) => (compare(b, a) < 0 ? b : a));
}

function highest(indices: readonly Rational[]): Rational {
  return indices.reduce((a, b) => (compare(b, a) > 0 ? b : a));
}

/** Over all weights of the space and all maps, with the answers held. Gates read levels, so their caps are held as well. */
function overJudgements(
  standing: Standing,
  at: Completion,
  space: WeightSpace,
  end: End,
  maps: readonly (readonly number[])[],
): Rational {
  const uncapped = maps.map((marks) => extremeIndex(standing, sumsOf(standing, at, marks), space, end));
  return cappedAt(end === 'worst' ? lowest(uncapped) : highest(uncapped), capOf(standing, at));
}

/** The index after gates by the rubric's own weights and marks. */
export function ownIndex(standing: Standing, at: Completion): Rational {
  const uncapped = indexFor(standing, sumsOf(standing, at, EVEN_MARKS), ownWeights(standing));
  return cappedAt(uncapped, capOf(standing, at));
}

function extremeOf(index: Rational, rubric: Rubric): Extreme {
  const { id, title } = bandOf(index, rubric);
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
export function certaintyOf(scores: readonly Score[], rubric: Rubric): Certainty {
  const { weight_band: band, mark_maps } = rubric.robustness;
  const maps = mark_maps.map(({ marks }) => marks);
  const entries = scores.map((score) => {
    const standing = standingOf(score, rubric);
    return {
      standing,
      space: weightSpace(standing, band),
      worst: endOf(standing, 'worst'),
      best: endOf(standing, 'best'),
    };
  });
  const extremesOf = (of: (entry: (typeof entries)[number], end: End) => Rational, among = entries): Extremes => ({
    worst: extremeOf(lowest(among.map((entry) => of(entry, 'worst'))), rubric),
    best: extremeOf(highest(among.map((entry) => of(entry, 'best'))), rubric),
  });
  const whole = extremesOf((entry, end) => overJudgements(entry.standing, entry[end], entry.space, end, maps));
  return {
    ...whole,
    certain: whole.worst.verdict === whole.best.verdict,
    byJudgement: extremesOf(
      (entry, end) => overJudgements(entry.standing, entry.worst, entry.space, end, maps),
      entries.slice(0, 1),
    ),
    byFacts: extremesOf((entry, end) => ownIndex(entry.standing, entry[end])),
    weightBand: band,
    markMaps: mark_maps.map(({ id }) => id),
  };
}

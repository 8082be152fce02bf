import type { Description } from '../../model/description.ts';
import { createRational, type Rational } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { Score } from '../../score/score-on-track.ts';
import {
  applyCap,
  buildExtremeScenario,
  findLowestCap,
  type ScoreState,
  sumByDimension,
  toScoreState,
} from '../sensitivity/score-state.ts';
import { buildWeightSpace } from '../sensitivity/weight-space.ts';
import { type Corners, findCorners } from './corners.ts';

/** What is compared: a description with its scores by `scoresOf`, the headline first; none when outside. */
export interface ComparedDescription {
  readonly description: Description;
  readonly scores: readonly Score[];
}

/** A project by one map of levels to marks. */
interface ValueFunctionIndices {
  /** The index before gates at each corner, times `scale`: all that is open at its worst, and at its best. */
  readonly worst: readonly bigint[];
  readonly best: readonly bigint[];
  /** The lowest and the highest index after gates over all weights and completions. */
  readonly lowest: Rational;
  readonly highest: Rational;
}

/** A project that can be ranked, with its index at every corner of the weights. */
export interface Contender {
  readonly compared: ComparedDescription;
  /** The headline. */
  readonly score: Score;
  readonly standing: ScoreState;
  readonly corners: Corners;
  /** What indices at corners and caps are whole multiples of. */
  readonly scale: bigint;
  readonly byMap: readonly ValueFunctionIndices[];
  /** Times `scale`, the lowest cap of the gates that do not pass; null where all pass. They read levels, so no weight moves it. */
  readonly caps: { readonly worst: bigint | null; readonly best: bigint | null };
  /** The same project on each other track that the summary leaves open, which is as open as an answer. */
  readonly onOtherTracks: readonly Contender[];
}

/** The corners of each track are found once. */
export type CornersByTrack = Map<string, Corners>;

function pickExtreme(values: readonly bigint[], end: 'worst' | 'best'): bigint {
  return values.reduce((a, b) => ((end === 'worst') === b < a ? b : a));
}

/** A project on every track that it was scored on; null when outside. */
export function toContender(compared: ComparedDescription, rubric: Rubric, known: CornersByTrack): Contender | null {
  const [headline, ...others] = compared.scores.map((score) => prepareOnTrack(compared, score, rubric, known));
  return headline === undefined ? null : { ...headline, onOtherTracks: others };
}

/**
 * Prepares a project on one track. On one track all have the same corners and one scale, as what applies there and what it weighs hangs on
 * the track alone. Weights count in hundredths.
 */
function prepareOnTrack(compared: ComparedDescription, score: Score, rubric: Rubric, known: CornersByTrack): Contender {
  const standing = toScoreState(score, rubric);
  const space = buildWeightSpace(standing, rubric.robustness.weight_band);
  const corners = known.get(score.track.id) ?? findCorners(space);
  known.set(score.track.id, corners);
  // Makes every cap a whole number at the scale.
  const whole = standing.gates.reduce((all, { cap }) => all * cap.d, 1n);
  const scale = BigInt(space.sum) * standing.common * whole;
  const ends = { worst: buildExtremeScenario(standing, 'worst'), best: buildExtremeScenario(standing, 'best') };
  const caps = { worst: findLowestCap(standing, ends.worst), best: findLowestCap(standing, ends.best) };
  const byMap = rubric.robustness.mark_maps.map(({ marks }): ValueFunctionIndices => {
    const at = (end: 'worst' | 'best') => {
      const sums = sumByDimension(standing, ends[end], marks).map(
        (sum, dimension) => BigInt(sum) * (standing.units[dimension] ?? 0n) * whole,
      );
      return corners.points.map((weights) =>
        weights.reduce((total, weight, dimension) => total + BigInt(weight) * (sums[dimension] ?? 0n), 0n),
      );
    };
    const [worst, best] = [at('worst'), at('best')];
    return {
      worst,
      best,
      lowest: applyCap(createRational(pickExtreme(worst, 'worst'), scale), caps.worst),
      highest: applyCap(createRational(pickExtreme(best, 'best'), scale), caps.best),
    };
  });
  const scaled = (cap: Rational | null) => (cap === null ? null : (cap.n * scale) / cap.d);
  return {
    compared,
    score,
    standing,
    corners,
    scale,
    byMap,
    caps: { worst: scaled(caps.worst), best: scaled(caps.best) },
    onOtherTracks: [],
  };
}

/** The contender as the evidence stands, on the track of its headline, with nothing more to be learnt of it. */
export function restrictToShown(contender: Contender): Contender {
  const { score, scale, byMap, caps } = contender;
  const cap = caps.worst === null ? null : createRational(caps.worst, scale);
  return {
    ...contender,
    score: { ...score, index: { ...score.index, possible: score.index.supported } },
    byMap: byMap.map(({ worst, lowest }) => {
      const highest = applyCap(createRational(pickExtreme(worst, 'best'), scale), cap);
      return { worst, best: worst, lowest, highest };
    }),
    caps: { worst: caps.worst, best: caps.worst },
    onOtherTracks: [],
  };
}

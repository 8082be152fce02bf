import { type Bound, type Bounds, type Level, mapBounds } from '../model/level.ts';
import { add, createRational, floorRational, multiply, type Rational, toRational, ZERO } from '../model/rational.ts';
import type { Dimension, Track } from '../model/rubric.ts';
import type { CriterionReading } from './read-answers.ts';

/** A reading that takes part in scoring. */
export type ApplicableReading = Exclude<CriterionReading, { status: 'not-applicable' }>;

/** A dimension's marks, 0 to 100, exact, with the readings behind them. */
export interface DimensionMarks {
  readonly dimension: Dimension;
  readonly weight: number;
  readonly marks: Bounds<Rational>;
  readonly readings: readonly CriterionReading[];
}

function isApplicable(reading: CriterionReading): reading is ApplicableReading {
  return reading.status !== 'not-applicable';
}

function sumWeights(readings: readonly ApplicableReading[]): number {
  return readings.reduce((sum, reading) => sum + reading.criterion.weight, 0);
}

/**
 * Weighted mean of what levels are worth, exact. The loader sees to it that a dimension has weight on each track.
 * @throws RangeError when the readings have no weight.
 */
function computeMean(readings: readonly CriterionReading[], bound: Bound, worth: (level: Level) => number): Rational {
  const counted = readings.filter(isApplicable);
  const sum = counted.reduce((total, reading) => total + reading.criterion.weight * worth(reading.levels[bound]), 0);
  return createRational(BigInt(sum), BigInt(sumWeights(counted)));
}

/** The mean level rounded down to a written one. */
export function floorMeanLevel(readings: readonly CriterionReading[], bound: Bound): Level {
  return floorRational(computeMean(readings, bound, (level) => level)) as Level;
}

/** False where nothing in a dimension counts, as may be for a reference: the loader sees to it that a project has weight in each. */
export function hasWeight(dimension: Dimension, all: readonly CriterionReading[]): boolean {
  return sumWeights(all.filter(isApplicable).filter(({ criterion }) => criterion.dimension === dimension.id)) > 0;
}

/** The points of a level. */
export function readMark(marks: readonly number[], level: Level): number {
  const mark = marks[level];
  if (mark === undefined) throw new RangeError(`there are no points for level ${level}`);
  return mark;
}

/** The marks of one dimension on a track, by the points of each level. */
export function markDimension(
  dimension: Dimension,
  track: Track,
  all: readonly CriterionReading[],
  points: readonly number[],
): DimensionMarks {
  const readings = all.filter((reading) => reading.criterion.dimension === dimension.id);
  return {
    dimension,
    weight: track.weights[dimension.id]?.weight ?? 0,
    marks: mapBounds((bound) => computeMean(readings, bound, (level) => readMark(points, level))),
    readings,
  };
}

/** The uncapped index, 0 to 100: the mean of the dimensions with the track's weights. */
export function computeIndex(dimensions: readonly DimensionMarks[], bound: Bound): Rational {
  const weights = dimensions.reduce((sum, entry) => sum + entry.weight, 0);
  const sum = dimensions.reduce(
    (total, entry) => add(total, multiply(toRational(entry.weight), entry.marks[bound])),
    ZERO,
  );
  return multiply(sum, createRational(1n, BigInt(weights)));
}

/** The share of the whole index, 0 to 1, that a reading has. */
export function computeShare(reading: CriterionReading, dimensions: readonly DimensionMarks[]): Rational {
  const home = dimensions.find((entry) => entry.dimension.id === reading.criterion.dimension);
  if (home === undefined || !isApplicable(reading)) return ZERO;
  const within = sumWeights(home.readings.filter(isApplicable));
  const weights = dimensions.reduce((sum, entry) => sum + entry.weight, 0);
  return createRational(BigInt(reading.criterion.weight) * BigInt(home.weight), BigInt(within) * BigInt(weights));
}

/** Whether an answer has a source that counts and tells the project from others: a level common to nearly all does not. */
export function isCovered(reading: CriterionReading): boolean {
  if (reading.status !== 'answered' || reading.reading.graded.cap === 0) return false;
  return reading.criterion.levels[reading.levels.claimed]?.common !== true;
}

/** Share of the weight, 0 to 1, whose answers have a source that counts. */
export function computeCoverage(dimensions: readonly DimensionMarks[]): Rational {
  const covered = dimensions.flatMap((entry) => entry.readings).filter(isCovered);
  return covered.reduce((sum, reading) => add(sum, computeShare(reading, dimensions)), ZERO);
}

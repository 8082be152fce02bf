import type { Day } from '../model/day.ts';
import type { Description } from '../model/description.ts';
import { BOUNDS, type Bounds, mapBounds } from '../model/level.ts';
import { compareRationals, type Rational } from '../model/rational.ts';
import type { Rubric, Track } from '../model/rubric.ts';
import { capIndex, evaluateGates, type GateOutcome } from './gates.ts';
import { computeCoverage, computeIndex, type DimensionMarks, hasWeight, markDimension } from './marks.ts';
import { type CriterionReading, readAnswers } from './read-answers.ts';
import { computeVerdict, findBand, type Verdict } from './verdict.ts';

/** A description scored on one track, in exact figures. */
export interface Score {
  readonly track: Track;
  readonly readings: readonly CriterionReading[];
  readonly dimensions: readonly DimensionMarks[];
  /** Points, 0 to 100, of the levels 0 to 4. */
  readonly marks: readonly number[];
  readonly gates: readonly GateOutcome[];
  /** The index before gates, 0 to 100. */
  readonly uncapped: Bounds<Rational>;
  /** The fit index, 0 to 100. */
  readonly index: Bounds<Rational>;
  /** 0 to 1. */
  readonly coverage: Rational;
  readonly verdict: Verdict;
  readonly verdictAtPossible: string;
}

/** Scores `description` on `track` at the day `asOf`. */
export function scoreOnTrack(description: Description, rubric: Rubric, track: Track, asOf: Day): Score {
  return scoreReadings(readAnswers(description, rubric, track, asOf), rubric, track);
}

/** Scores what a description was read as, or would be read as, on the track that it was read for. */
export function scoreReadings(readings: readonly CriterionReading[], rubric: Rubric, track: Track): Score {
  const dimensions = rubric.dimensions
    .filter((dimension) => hasWeight(dimension, readings))
    .map((dimension) => markDimension(dimension, track, readings, rubric.marks));
  const gates = evaluateGates(rubric, track, readings);
  const uncapped = mapBounds((bound) => computeIndex(dimensions, bound));
  const index = mapBounds((bound) => capIndex(uncapped[bound], gates, bound));
  const coverage = computeCoverage(dimensions);
  return {
    track,
    readings,
    dimensions,
    marks: rubric.marks,
    gates,
    uncapped,
    index,
    coverage,
    verdict: computeVerdict(index.supported, index.possible, coverage, rubric),
    verdictAtPossible: findBand(index.possible, rubric).id,
  };
}

/** Lower first: by supported, claimed, possible, then the track's id. The first of several is the headline. */
export function compareByIndex(a: Score, b: Score): number {
  const order = BOUNDS.map((bound) => compareRationals(a.index[bound], b.index[bound])).find((sign) => sign !== 0);
  return order ?? (a.track.id < b.track.id ? -1 : 1);
}

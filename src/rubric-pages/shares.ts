import type { Description } from '../model/description.ts';
import { toNumber } from '../model/rational.ts';
import type { Criterion, Rubric, Track } from '../model/rubric.ts';
import { computeShare, markDimension } from '../score/marks.ts';
import { readAnswers } from '../score/read-answers.ts';

/** Answers nothing, so that only the weights of the rubric are left. */
const NO_ANSWERS: Description = {
  name: '',
  offer: null,
  summary: '',
  website: null,
  own_hosts: [],
  reference: false,
  as_of: '1970-01-01',
  track: null,
  sources: [],
  answers: {},
  file: null,
  placeOf: () => null,
};

/** A criterion's share of the index on one track. */
export interface CriterionShare {
  readonly criterion: Criterion;
  /** 0 to 1; null where the criterion does not apply. */
  readonly share: number | null;
}

/** The share of the index that each criterion has on `track`, in the rubric's order; taken from the scoring itself. */
export function computeShares(track: Track, rubric: Rubric): readonly CriterionShare[] {
  const readings = readAnswers(NO_ANSWERS, rubric, track, NO_ANSWERS.as_of);
  const dimensions = rubric.dimensions.map((dimension) => markDimension(dimension, track, readings, rubric.marks));
  return readings.map((reading) => ({
    criterion: reading.criterion,
    share: reading.status === 'not-applicable' ? null : toNumber(computeShare(reading, dimensions)),
  }));
}

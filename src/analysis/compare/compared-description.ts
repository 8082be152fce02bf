import type { ComparedAnswer, NamedDescription } from '../../model/comparison.ts';
import type { Description } from '../../model/description.ts';
import type { CriterionReading } from '../../score/read-answers.ts';
import type { Score } from '../../score/score-on-track.ts';

/** A description with its scores by `scoreDescription`: the headline first, none when outside. */
export interface ComparedDescription {
  readonly description: Description;
  readonly scores: readonly Score[];
}

export function pickName({ name, file }: Description): NamedDescription {
  return { name, file };
}

/** What a reading says, in words and levels. */
export function summariseReading(reading: CriterionReading): ComparedAnswer {
  const { status } = reading;
  return {
    status,
    said: reading.status === 'answered' ? reading.reading.said : null,
    levels: reading.status === 'not-applicable' ? null : reading.levels,
  };
}

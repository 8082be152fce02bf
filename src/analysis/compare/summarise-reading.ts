import type { ComparedAnswer, NamedDescription } from '../../model/comparison.ts';
import type { Description } from '../../model/description.ts';
import type { CriterionReading } from '../../score/read-answers.ts';

/** What a reading says, in words and levels. */
export function summariseReading(reading: CriterionReading): ComparedAnswer {
  const { status } = reading;
  return {
    status,
    said: reading.status === 'answered' ? reading.reading.said : null,
    levels: reading.status === 'not-applicable' ? null : reading.levels,
  };
}

export function pickName({ name, file }: Description): NamedDescription {
  return { name, file };
}

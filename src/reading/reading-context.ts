import type { Day } from '../model/day.ts';
import type { Rubric } from '../model/rubric.ts';

/** What every part of a reading is given besides the documents. */
export interface ReadingContext {
  readonly rubric: Rubric;
  /** The project's name as the documents state it; null where they state none. */
  readonly name: string | null;
  /** The track that was heard; null where none was. */
  readonly track: string | null;
  /** The day of the documents; null where they state none. */
  readonly asOf: Day | null;
}

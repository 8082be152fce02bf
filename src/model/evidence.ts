import { type AcceptedValue, booleanValue, list, mapping, withDefault } from './schema/schema.ts';
import { claimIds, definedTermFields, id, level } from './schema/values.ts';

export interface Grade extends AcceptedValue<typeof grade> {}

const grade = mapping({
  ...definedTermFields,
  /** The highest level that an answer resting on this grade can carry. */
  cap: level,
});

/** What a cited document is, and the grade that this gives it. */
export interface SourceKind extends AcceptedValue<typeof sourceKind> {}

const sourceKind = mapping({
  ...definedTermFields,
  grade: id,
  /** True where the document changes in place, so that the day on which it was read may date it. */
  live: withDefault(booleanValue, false),
});

export interface Evidence extends AcceptedValue<typeof evidenceFile> {}

export const evidenceFile = mapping({
  claims: claimIds,
  /** From worst to best; the first one means that there is no evidence. */
  grades: list<Grade>(grade, 2),
  /** The best grade that a source on the project's own host can have. */
  own_host_cap: id,
  /** The lowest grade of a source that shows the service class of a comparison. */
  class_shown_by: id,
  kinds: list<SourceKind>(sourceKind, 1),
});

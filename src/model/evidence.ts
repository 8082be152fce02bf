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
  /** True where somebody other than the project has to be its author. */
  other_hand: withDefault(booleanValue, false),
  /** True where its author speaks for itself alone, so that it bears no more than one customer. */
  one_buyer: withDefault(booleanValue, false),
  /** Ids of the places of the host register on which no such document is found. */
  not_on: withDefault(list(id), []),
  /** Ids of the places on which alone such a document is found; none where that may be anywhere. */
  only_on: withDefault(list(id), []),
});

export interface Evidence extends AcceptedValue<typeof evidenceFile> {}

export const evidenceFile = mapping({
  claims: claimIds,
  /** From worst to best; the first one means that there is no evidence. */
  grades: list<Grade>(grade, 2),
  /** The best grade of a source whose kind its address or its criterion contradicts. */
  contradicted_cap: id,
  /** The best grade of a source whose owner can't be told; a kind that needs another hand is contradicted there. */
  unknown_owner_cap: id,
  /** The lowest grade of a source that shows the service class of a comparison. */
  class_shown_by: id,
  kinds: list<SourceKind>(sourceKind, 1),
});

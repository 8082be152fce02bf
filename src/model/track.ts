import {
  type AcceptedValue,
  list,
  mapping,
  nullable,
  record,
  tested,
  trimmedText,
  wholeNumber,
} from './schema/schema.ts';
import { claimIds, definedTermFields, id } from './schema/values.ts';

/** A word, a phrase or a `<concept>` that speaks for a model of a track. */
export interface Signal extends AcceptedValue<typeof signal> {}

export const signal = mapping({
  term: trimmedText,
  /** Below 0 it speaks against the model. */
  weight: tested(wholeNumber(-20, 20), { passes: (weight) => weight !== 0, what: 'the weight must not be 0' }),
});

export interface TrackModel extends AcceptedValue<typeof trackModel> {}

const trackModel = mapping({ ...definedTermFields, signals: list<Signal>(signal) });

export interface DimensionWeight extends AcceptedValue<typeof dimensionWeight> {}

const dimensionWeight = mapping({ weight: wholeNumber(0), reason: trimmedText, claims: claimIds });

/** How firmly the need of the whole track stands in the budgets of buyers, 0 to 4; it is printed and never scored. */
const trackNeed = mapping({ level: wholeNumber(0, 4), means: trimmedText, claims: claimIds });

/** Dimension id to weight, of 100. */
export type Weights = Readonly<Record<string, number>>;

export interface Track extends AcceptedValue<typeof trackFile> {}

export const trackFile = mapping({
  ...definedTermFields,
  /** Where the article sees demand. */
  demand: trimmedText,
  need: trackNeed,
  claims: claimIds,
  incumbents: list(trimmedText),
  /** The comparison that decides whether a buyer switches, or null with the reason why the track has none. */
  deciding: mapping({ criterion: nullable(id), reason: trimmedText }),
  /** Dimension id to weight; the weights of a track sum to 100. */
  weights: record<DimensionWeight>(dimensionWeight, id),
  models: list<TrackModel>(trackModel, 1),
});

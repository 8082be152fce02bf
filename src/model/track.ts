import * as s from './schema/schema.ts';
import { claimIds, definedTermFields, id } from './schema/values.ts';

/** A word, a phrase or a `<concept>` that speaks for a model of a track. */
export interface Signal extends s.AcceptedValue<typeof signal> {}

export const signal = s.mapping({
  term: s.trimmedText,
  /** Below 0 it speaks against the model. */
  weight: s.tested(s.wholeNumber(-20, 20), { passes: (weight) => weight !== 0, what: 'the weight must not be 0' }),
});

export interface TrackModel extends s.AcceptedValue<typeof trackModel> {}

const trackModel = s.mapping({ ...definedTermFields, signals: s.list<Signal>(signal) });

export interface DimensionWeight extends s.AcceptedValue<typeof dimensionWeight> {}

const dimensionWeight = s.mapping({ weight: s.wholeNumber(0), reason: s.trimmedText, claims: claimIds });

/** How firmly the need of the whole track stands in the budgets of buyers, 0 to 4; it is printed and never scored. */
const trackNeed = s.mapping({ level: s.wholeNumber(0, 4), means: s.trimmedText, claims: claimIds });

/** Dimension id to weight, of 100. */
export type Weights = Readonly<Record<string, number>>;

export interface Track extends s.AcceptedValue<typeof trackFile> {}

export const trackFile = s.mapping({
  ...definedTermFields,
  /** Where the article sees demand. */
  demand: s.trimmedText,
  need: trackNeed,
  claims: claimIds,
  incumbents: s.list(s.trimmedText),
  /** The comparison that decides whether a buyer switches, or null with the reason why the track has none. */
  deciding: s.mapping({ criterion: s.nullable(id), reason: s.trimmedText }),
  /** Dimension id to weight; the weights of a track sum to 100. */
  weights: s.record<DimensionWeight>(dimensionWeight, id),
  models: s.list<TrackModel>(trackModel, 1),
});

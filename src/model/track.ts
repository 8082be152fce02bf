import type { ClaimIds } from './claim.ts';

/** A word, a phrase or a `<concept>` that speaks for a model of a track. */
export interface Signal {
  readonly term: string;
  readonly weight: number;
}

export interface TrackModel {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  readonly signals: readonly Signal[];
}

export interface DimensionWeight {
  readonly weight: number;
  readonly reason: string;
  readonly claims: ClaimIds;
}

/** Dimension id to weight, of 100. */
export type Weights = Readonly<Record<string, number>>;

export interface Track {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  /** Where the article sees demand. */
  readonly demand: string;
  readonly claims: ClaimIds;
  readonly models: readonly TrackModel[];
  readonly incumbents: readonly string[];
  /** Dimension id to weight; the weights of a track sum to 100. */
  readonly weights: Readonly<Record<string, DimensionWeight>>;
  /** The comparison that decides whether a buyer switches, or null with the reason why the track has none. */
  readonly deciding: { readonly criterion: string | null; readonly reason: string };
}

import type { Signal } from './track.ts';

/** Signals that together show how far a concept is present: 0 to 1, reached at `full` points. */
export interface ConceptEvidence {
  readonly full: number;
  readonly signals: readonly Signal[];
}

/** Words of these tracks count by `floor`, 0 to 1, where the evidence is missing, rising to 1 where it is full. */
export interface ConceptNeed {
  readonly tracks: readonly string[];
  readonly evidence: string;
  readonly floor: number;
  readonly reason: string;
}

/** Share of the bias that evidence takes from `outside`; of several concepts the least present one counts. */
export interface OutsideEasing {
  readonly evidence: readonly string[];
  readonly share: number;
  readonly reason: string;
}

/** What the classifier needs beside the signals of the tracks: `rubrics/classifier.yaml`. */
export interface ClassifierSettings {
  /** The greatest number of words between the two sides of a `~` term. */
  readonly window: number;
  /** k: a term found n times counts n x (k + 1) / (n + k) times its weight. */
  readonly saturation: number;
  /** The softmax divides scores by `base + per_point x the highest score above 0`, so that length alone makes nothing sure. */
  readonly temperature: { readonly base: number; readonly per_point: number };
  /** Two tracks that lead by less than this share are undecided. */
  readonly undecided_margin: number;
  /** Words that stand for each other in a term, by name. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly evidence: Readonly<Record<string, ConceptEvidence>>;
  readonly needs: readonly ConceptNeed[];
  readonly outside: {
    /** What `outside` starts from: `least` for no text, rising to `most`, half-way at `half_way` words, as chance finds do. */
    readonly bias: { readonly least: number; readonly most: number; readonly half_way: number };
    readonly eased_by: readonly OutsideEasing[];
    readonly signals: readonly Signal[];
  };
}

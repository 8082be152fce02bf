export interface RankedTrack {
  /** A track id, or `outside`. */
  readonly track: string;
  /** 0 to 1; the shares of a ranking sum to 1. */
  readonly share: number;
}

/** A word or phrase of the summary that spoke for a track. */
export interface DecidingWord {
  readonly text: string;
  readonly track: string;
  /** Contribution to the track's score, positive or negative. */
  readonly weight: number;
}

export interface Classification {
  /** `skipped` for a reference, whose words are not read. */
  readonly status: 'decided' | 'undecided' | 'outside' | 'skipped';
  /** The first track by the words; null when outside or skipped. */
  readonly track: string | null;
  readonly model: string | null;
  /** Both candidates when undecided, else empty. */
  readonly between: readonly string[];
  /** Where it is not undecided, the other track or `outside` that the margin leaves close behind the first; else null. */
  readonly close: string | null;
  /** All tracks and `outside`, best first, ties in order of id. */
  readonly ranked: readonly RankedTrack[];
  /** Share of the first minus share of the second, 0 to 1. */
  readonly margin: number;
  /** The words that decided, strongest first. */
  readonly words: readonly DecidingWord[];
}

/** A project with its classification. */
export interface ClassifiedProject {
  readonly name: string;
  readonly file: string;
  /** The track that the author declared. */
  readonly declared: string | null;
  readonly classification: Classification;
}

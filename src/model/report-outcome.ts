import type { Bounds, Level } from './level.ts';
import type { AlternativeReport, Ratio } from './report-criterion.ts';

export type GateStatus = 'passed' | 'failed' | 'open' | 'not-applicable';

export interface GateReport {
  readonly id: string;
  readonly title: string;
  readonly status: GateStatus;
  /** What the status means here, in the rubric's words. */
  readonly says: string;
  /** Points that the index can't exceed where the gate fails. */
  readonly cap: number;
  /** True where the gate lowers the supported index: it does not pass there, and the uncapped index is above its cap. */
  readonly binds: boolean;
  readonly passes: Bounds<boolean> | null;
  readonly claims: readonly string[];
}

export type BreakEvenReport =
  | { readonly status: 'not-applicable'; readonly reason: string }
  | {
      readonly status: 'compared';
      readonly gate: string;
      readonly criterion: string;
      /** Ease of switching, level 0 to 4. */
      readonly ease: Bounds<Level>;
      /** The multiple that this ease asks for. */
      readonly needed: Bounds<number>;
      /** The multiple shown; null where nothing like-for-like is shown (counts as none at supported and claimed, as enough at possible). */
      readonly shown: Bounds<Ratio | null>;
      readonly against: AlternativeReport | null;
    };

export interface FitReport {
  /** Points, 0 to 100, after gates. */
  readonly supported: number;
  readonly claimed: number;
  readonly possible: number;
  /** Supported points before gates. */
  readonly uncapped: number;
  readonly uncappedClaimed: number;
  readonly uncappedPossible: number;
}

export interface DiagnosisReport {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  readonly route: 'adapt' | 'persist';
  readonly advice: string;
  readonly trigger: string;
  readonly claims: readonly string[];
}

/** The outcome under a track other than the headline's. */
export interface OtherTrack {
  readonly track: string;
  readonly because: 'undecided' | 'disagreement';
  readonly supported: number;
  readonly claimed: number;
  readonly possible: number;
  readonly verdict: string;
}

/** Something that would raise the supported index. */
export interface Lever {
  readonly criterion: string;
  readonly title: string;
  /**
   * `find-out`: it is unknown; `evidence`: the answer is weakly supported; `raise`: the fact itself has to change;
   * `raise-and-show`: so does the evidence, which carries no higher level. */
  readonly kind: 'find-out' | 'evidence' | 'raise' | 'raise-and-show';
  /** Points, 0 to 100, that it adds to the supported index before gates: at most for `find-out`, one level for `raise`. */
  readonly points: number;
  /** How long that takes: hours, days, weeks or months. */
  readonly effort: string;
  /** Which documents would show it, or what to do. */
  readonly how: string;
}

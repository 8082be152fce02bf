import type { Day } from './day.ts';
import type { Bounds, Level } from './level.ts';
import type { Span } from './problem.ts';

/** Raised when a field of the JSON output changes its meaning or goes away; additions leave it alone. */
export const SCHEMA_VERSION = 1;

export type Lowering = 'stale' | 'undated' | 'own-host' | 'host-unknown' | 'after-as-of';

/** One source as one answer uses it. */
export interface SourceUse {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly kind: string;
  /** The date that its age is judged on, as written. */
  readonly date: string | null;
  /** The grade that it lends to this answer, after every lowering. */
  readonly grade: string;
  readonly lowered: readonly Lowering[];
  readonly at: Span | null;
}

/** One customer or duty of a list. */
export interface ItemReport {
  readonly title: string;
  readonly claimed: Level;
  readonly supported: Level;
  readonly grade: string;
  /** Why the item carries the level that it carries. */
  readonly reason: string;
  readonly sources: readonly SourceUse[];
  readonly note: string | null;
  readonly at: Span | null;
}

/** A ratio of the alternative to the project in the better direction; above 1 the project is better. */
export interface Ratio {
  readonly value: number;
  /** True where the evidence caps the ratio: it counts as anything under `value`, and `value` itself is not reached. */
  readonly below: boolean;
}

/** A figure that the project is compared with. */
export interface Yardstick {
  /** Id of the registered alternative; null where the author named one of their own. */
  readonly id: string | null;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly from: string | null;
}

export interface ComparisonReport {
  readonly project: number;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  /** The alternative that the author chose, and the ratio to it. */
  readonly author: Yardstick;
  readonly ratio: number;
  /** The best registered alternative of the same workload, unit and service class; null where none is registered. */
  readonly best: Yardstick | null;
  readonly bestRatio: number | null;
  readonly workload: string | null;
  readonly serviceClass: string | null;
}

interface CriterionBase {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly dimension: string;
  readonly question: string;
  /** Weight within the dimension, as the rubric states it. */
  readonly weight: number;
  /** Share of the whole index, 0 to 1; 0 where the criterion does not apply. */
  readonly share: number;
  readonly claims: readonly string[];
  readonly at: Span | null;
}

export type CriterionReport =
  | (CriterionBase & { readonly status: 'not-applicable'; readonly reason: string })
  | (CriterionBase & {
      readonly status: 'unknown';
      /** True where the description says `unknown`, false where it is silent. */
      readonly stated: boolean;
      readonly note: string | null;
      readonly levels: Bounds<Level>;
      readonly raise: string;
      readonly effort: { readonly find_out: string; readonly raise: string };
    })
  | (CriterionBase & {
      readonly status: 'answered';
      /** The answer in words. */
      readonly said: string;
      readonly note: string | null;
      readonly levels: Bounds<Level>;
      /** What the supported level says in the rubric. */
      readonly means: string;
      readonly grade: string;
      /** The highest level that the grade carries on this criterion. */
      readonly cap: Level;
      readonly sources: readonly SourceUse[];
      readonly disputedBy: readonly SourceUse[];
      readonly items: readonly ItemReport[];
      readonly comparison: ComparisonReport | null;
      readonly raise: string;
      readonly effort: { readonly find_out: string; readonly raise: string };
    });

export interface DimensionReport {
  readonly id: string;
  readonly title: string;
  /** The track's weight, of 100. */
  readonly weight: number;
  readonly reason: string;
  /** Marks, 0 to 100. */
  readonly supported: number;
  readonly claimed: number;
  readonly possible: number;
  readonly criteria: readonly CriterionReport[];
}

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
      readonly against: Yardstick | null;
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
  readonly status: 'decided' | 'undecided' | 'outside';
  /** The first track by the words; null when outside. */
  readonly track: string | null;
  readonly model: string | null;
  /** Both candidates when undecided, else empty. */
  readonly between: readonly string[];
  /** All tracks and `outside`, best first, ties in order of id. */
  readonly ranked: readonly RankedTrack[];
  /** Share of the first minus share of the second, 0 to 1. */
  readonly margin: number;
  /** The words that decided, strongest first. */
  readonly words: readonly DecidingWord[];
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

/** Something that a check reports: data here, its wording lives in `render`. */
export interface Finding {
  /** Stable id, such as `comparison/dear-alternative`. */
  readonly id: FindingId;
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number>>;
  readonly at: Span | null;
}

export const FINDING_IDS = [
  'answer/disputed',
  'answer/unsupported',
  'comparison/dear-alternative',
  'comparison/no-registered-alternative',
  'comparison/class-not-stated',
  'customer/inside-crypto',
  'duty/ended',
  'duty/not-yet-in-application',
  'duty/other-track',
  'duty/voluntary',
  'source/after-as-of',
  'source/stale',
  'source/uncited',
  'source/undated',
  'track/disagreement',
  'track/undecided',
  'website/missing',
] as const;

export type FindingId = (typeof FINDING_IDS)[number];

/** What `assess` returns for one description: plain data, the source of every output format. */
export interface Report {
  readonly project: {
    readonly name: string;
    readonly offer: string | null;
    readonly website: string | null;
    readonly file: string | null;
  };
  readonly asOf: Day;
  readonly classification: Classification & {
    readonly declared: string | null;
    /** The track that was used for scoring: declared, else the first by the words, else null (outside). */
    readonly scoredAs: string | null;
  };
  /** null when outside: no fit is given. */
  readonly fit: FitReport | null;
  /** Share of weight, 0 to 1, whose answers have a source that counts. */
  readonly coverage: number;
  /** A band's id, `not-rateable`, or null when outside. */
  readonly verdict: string | null;
  readonly verdictTitle: string;
  readonly verdictMeans: string;
  /** The verdict at the possible index. */
  readonly verdictAtPossible: string | null;
  readonly otherTracks: readonly OtherTrack[];
  readonly gates: readonly GateReport[];
  readonly breakEven: BreakEvenReport;
  readonly dimensions: readonly DimensionReport[];
  readonly diagnosis: DiagnosisReport | null;
  /** Further causes whose conditions hold, in the rubric's order. */
  readonly otherCauses: readonly DiagnosisReport[];
  readonly findings: readonly Finding[];
  readonly scope: string;
}

export interface ToolInfo {
  readonly name: string;
  readonly version: string;
}

export interface RubricInfo {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** Where the set came from: `built-in` or the folder as given. */
  readonly origin: string;
}

/** The JSON output, the same for one file as for many. */
export interface ReportFile {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: ToolInfo;
  readonly rubric: RubricInfo;
  readonly reports: readonly Report[];
  /** Problems of the files that could not be scored. */
  readonly problems: readonly import('./problem.ts').Problem[];
}

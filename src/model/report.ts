import type { Classification } from './classification.ts';
import type { Day } from './day.ts';
import type { Problem } from './diagnostic.ts';
import type { Finding } from './finding.ts';
import type { DimensionReport } from './report-criterion.ts';
import type { BreakEvenReport, DiagnosisReport, FitReport, GateReport, Lever, OtherTrack } from './report-outcome.ts';
import type { Certainty, Explanation } from './sensitivity.ts';
import type { Weights } from './track.ts';

export type * from './classification.ts';
export * from './finding.ts';
export type * from './report-criterion.ts';
export type * from './report-outcome.ts';
export type * from './sensitivity.ts';

/** Raised when a field of the JSON output changes its meaning or goes away; additions leave it alone. */
export const SCHEMA_VERSION = 1;

/** What `assess` returns for one description: plain data, the source of every output format. */
export interface Report {
  readonly project: {
    readonly name: string;
    readonly offer: string | null;
    readonly website: string | null;
    readonly file: string | null;
  };
  /** True for what a buyer has without a chain: it has dimensions and no fit. */
  readonly reference: boolean;
  readonly asOf: Day;
  /** The caller's weights of the dimensions; null where the track's own count. */
  readonly weights: Weights | null;
  readonly classification: Classification & {
    /** What the description says; null where it says none. */
    readonly declared: string | null;
    /** The track that the caller set, whatever the description declares; null where none was. */
    readonly setTo: string | null;
    /** The track used for scoring: set, else declared, else the first by the words, of two candidates the lower outcome's; null outside. */
    readonly scoredAs: string | null;
  };
  /** null when outside, and for a reference: no fit is given. */
  readonly fit: FitReport | null;
  /** Share of weight, 0 to 1, whose answers have a source that counts; null when outside. */
  readonly coverage: number | null;
  /** A band's id, `not-rateable`, or null where there is no fit. */
  readonly verdict: string | null;
  readonly verdictTitle: string;
  readonly verdictMeans: string;
  /** The verdict at the possible index. */
  readonly verdictAtPossible: string | null;
  /** How sure the verdict is; null where there is no fit. */
  readonly certainty: Certainty | null;
  /** How sure in full, and what would change it; null unless it was asked for. */
  readonly explanation: Explanation | null;
  readonly otherTracks: readonly OtherTrack[];
  readonly gates: readonly GateReport[];
  readonly breakEven: BreakEvenReport;
  readonly dimensions: readonly DimensionReport[];
  readonly diagnosis: DiagnosisReport | null;
  /** Further causes whose conditions hold, in the rubric's order. */
  readonly otherCauses: readonly DiagnosisReport[];
  /** Most points first. */
  readonly levers: readonly Lever[];
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

/** What a data format says once, whatever it holds. */
export interface ReportHead {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly tool: ToolInfo;
  readonly rubric: RubricInfo;
}

/** The JSON output, the same for one file as for many. */
export interface ReportJson extends ReportHead {
  readonly reports: readonly Report[];
  /** Problems of the files that could not be scored. */
  readonly problems: readonly Problem[];
}

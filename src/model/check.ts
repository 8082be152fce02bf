import type { Problem } from './diagnostic.ts';
import type { Finding, RuleId } from './finding.ts';
import type { Bounds } from './level.ts';
import type { ReportHead } from './report.ts';

/** What a rule does where it finds something: nothing, tell, or fail the check. */
export const SEVERITIES = ['off', 'warn', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Why a finding does not count. */
export type SuppressionReason =
  /** A comment in the file, with its reason and the last day that it holds. */
  | { readonly by: 'comment'; readonly reason: string; readonly until: string }
  /** It was there when the baseline was written. */
  | { readonly by: 'baseline' };

/** A finding in a file, with what the settings make of it. */
export interface CheckFinding extends Finding {
  readonly severity: Exclude<Severity, 'off'>;
  /** Stands for it wherever its line moves: of rule, file and content, 32 hexadecimal digits, each once. */
  readonly fingerprint: string;
  /** null where it counts. */
  readonly setAside: SuppressionReason | null;
}

/** One description, checked. */
export interface CheckedFile {
  /** As the user would name it, with `/`. */
  readonly file: string;
  readonly name: string;
  readonly status: 'fit' | 'outside' | 'reference';
  /** The track that it was scored on; null when outside. */
  readonly track: string | null;
  /** A band's id or `not-rateable`; null where there is no fit. */
  readonly verdict: string | null;
  readonly verdictTitle: string;
  /** Points, 0 to 100, after gates; null where there is no fit. */
  readonly index: Bounds<number> | null;
  /** Share of weight, 0 to 1, whose answers have a source that counts; null where there is no fit. */
  readonly coverage: number | null;
  /** Rules that the settings of the file leave out. */
  readonly off: readonly RuleId[];
  /** By place, then rule; those that do not count too. */
  readonly findings: readonly CheckFinding[];
}

/** One finding that a baseline excuses. */
export interface BaselinedFinding {
  readonly rule: string;
  readonly subject: string;
  readonly fingerprint: string;
}

/** What a baseline holds of one file. */
export interface BaselineEntry {
  /** The project's name, by which a file that was renamed is recognised. */
  readonly name: string;
  /** Points, 0 to 100, supported; null where there was no fit. */
  readonly index: number | null;
  readonly excused: readonly BaselinedFinding[];
}

/** An entry of the baseline that nothing can match any more. */
export interface StaleBaselineEntry {
  readonly file: string;
  readonly rule: string;
  readonly subject: string;
}

/** Why a check did not pass. */
export type CheckFailure =
  | { readonly kind: 'errors'; readonly count: number }
  | { readonly kind: 'warnings'; readonly count: number; readonly most: number }
  | { readonly kind: 'unreadable'; readonly count: number };

/** Descriptions held against the rules: plain data, the source of every output format. */
export interface CheckResult {
  readonly files: readonly CheckedFile[];
  /** Findings that count, by severity, and those that do not, by why. */
  readonly counts: {
    readonly error: number;
    readonly warn: number;
    readonly comment: number;
    readonly baseline: number;
  };
  /** What the baseline excuses in files that are gone. */
  readonly stale: readonly StaleBaselineEntry[];
  /** Empty where the check passed. */
  readonly failures: readonly CheckFailure[];
  /** Where the settings came from; null where there was no file. */
  readonly config: string | null;
  /** The day that the expiry of comments is held against beside each description's own; null where none was given. */
  readonly today: string | null;
}

/** What a description has to reach; null and a missing dimension ask for nothing. */
export interface FitMinimum {
  /** Points, 0 to 100, of the supported index. */
  readonly index: number | null;
  /** A band's id. */
  readonly verdict: string | null;
  /** Per cent, 0 to 100, of the weight whose answers have a source. */
  readonly coverage: number | null;
  /** Dimension id to marks, 0 to 100, supported. */
  readonly dimensions: Readonly<Record<string, number>>;
}

/** Head keys that can be asked for beside criteria. */
export const REQUIRABLE_KEYS = ['offer', 'website', 'track'] as const;

/** What a check asks of one file. */
export interface CheckSettings {
  /** A rule that is missing has its default. */
  readonly rules: Readonly<Partial<Record<RuleId, Severity>>>;
  readonly minimum: FitMinimum;
  /** Ids of criteria that have to be answered, and of head keys: `offer`, `website`, `track`. */
  readonly required: readonly string[];
}

/** The JSON output of a check. */
export interface CheckJson extends ReportHead {
  readonly check: CheckResult;
  /** Problems of the files that could not be read as descriptions. */
  readonly problems: readonly Problem[];
}

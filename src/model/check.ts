import type { Problem, Span } from './diagnostic.ts';
import { FINDING_IDS } from './finding.ts';
import type { Bounds } from './level.ts';
import type { ReportHead } from './report.ts';

/** Everything that a check can find: what a report tells of, and what only a check looks at. */
export const RULE_IDS = [
  ...FINDING_IDS,
  'answer/required',
  'as-of/after-today',
  'baseline/stale',
  'fit/not-rateable',
  'fit/not-rated',
  'fit/under-min-coverage',
  'fit/under-min-dimension',
  'fit/under-min-index',
  'fit/under-min-verdict',
  'fit/worse-than-baseline',
  'gate/failed',
  'gate/open',
  'memo/customer-not-in-ledger',
  'memo/figure-disagrees',
  'memo/law-not-in-force',
  'memo/no-entry',
  'memo/no-source',
  'memo/too-strong',
  'source/not-public',
  'source/same-origin',
  'suppression/expired',
  'suppression/malformed',
  'suppression/unused',
  'track/outside',
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** What a rule does where it finds something: nothing, tell, or fail the check. */
export const SEVERITIES = ['off', 'warn', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What each rule does unless the settings say otherwise: fail for what misleads a reader, tell what weakens the case. */
export const DEFAULT_SEVERITY: Readonly<Record<RuleId, Severity>> = {
  'answer/disputed': 'warn',
  'answer/not-applicable': 'warn',
  'answer/unsupported': 'warn',
  'comparison/dear-alternative': 'warn',
  'comparison/no-registered-alternative': 'warn',
  'comparison/class-not-stated': 'warn',
  'customer/inside-crypto': 'warn',
  'duty/ended': 'warn',
  'duty/not-yet-in-application': 'warn',
  'duty/other-track': 'warn',
  'duty/voluntary': 'warn',
  'source/after-as-of': 'error',
  'source/stale': 'warn',
  'source/uncited': 'warn',
  'source/undated': 'warn',
  'track/disagreement': 'error',
  'track/undecided': 'warn',
  'website/missing': 'warn',
  'answer/required': 'error',
  'as-of/after-today': 'error',
  'baseline/stale': 'warn',
  'fit/not-rateable': 'warn',
  'fit/not-rated': 'error',
  'fit/under-min-coverage': 'error',
  'fit/under-min-dimension': 'error',
  'fit/under-min-index': 'error',
  'fit/under-min-verdict': 'error',
  'fit/worse-than-baseline': 'error',
  'gate/failed': 'warn',
  'gate/open': 'off',
  'memo/customer-not-in-ledger': 'error',
  'memo/figure-disagrees': 'error',
  'memo/law-not-in-force': 'error',
  'memo/no-entry': 'error',
  'memo/no-source': 'warn',
  'memo/too-strong': 'error',
  'source/not-public': 'error',
  'source/same-origin': 'warn',
  'suppression/expired': 'error',
  'suppression/malformed': 'error',
  'suppression/unused': 'warn',
  'track/outside': 'error',
};

/** True for a rule that holds for whoever runs the check: an author who could set it aside would set the bar. */
export function isUnsuppressible(rule: string): boolean {
  return /^(?:fit|gate|suppression|baseline|as-of)\/|^answer\/required$/.test(rule);
}

/** What a rule found, as data; its wording lives in `render`. */
export interface RuleFinding {
  readonly id: RuleId;
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number>>;
  /** null where it concerns the description as a whole. */
  readonly at: Span | null;
}

/** Why a finding does not count. */
export type SuppressionReason =
  /** A comment in the file, with its reason and the last day that it holds. */
  | { readonly by: 'comment'; readonly reason: string; readonly until: string }
  /** It was there when the baseline was written. */
  | { readonly by: 'baseline' };

/** A finding in a file, with what the settings make of it. */
export interface CheckFinding extends RuleFinding {
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
  readonly rules: Readonly<Record<RuleId, Severity>>;
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

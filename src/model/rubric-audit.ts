import type { ReportHead } from './report.ts';

/** `error` fails a check, `warning` is shown. */
export type AuditSeverity = 'error' | 'warning';

/** Stable ids of what an audit reports; each names the defect, never the fix. */
export type AuditFindingId =
  | 'attack/deletion'
  | 'attack/padding'
  | 'attack/splitting'
  | 'attack/rewording'
  | 'attack/boasting'
  | 'level/unreachable'
  | 'criterion/constant'
  | 'weight/no-influence'
  | 'pair/same-evidence'
  | 'pair/correlated'
  | 'unit/unused'
  | 'workload/unused'
  | 'service-class/unused'
  | 'source-kind/unused'
  | 'alternative/not-applicable'
  | 'regulation/no-pull';

/** A weakness of a rubric set. */
export interface AuditFinding {
  readonly id: AuditFindingId;
  readonly severity: AuditSeverity;
  /** Id of the entry that it is about; two joined by ` + ` for a pair. */
  readonly subject: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** How one way to game the rubric fared over all descriptions. */
export interface AttackTally {
  readonly id: AuditFindingId;
  readonly title: string;
  readonly tried: number;
  /** How many of them raised the supported index, before or after gates. */
  readonly raised: number;
}

/** What a weight promises beside what it does over the descriptions. */
export interface Influence {
  readonly of: 'dimension' | 'criterion';
  readonly id: string;
  readonly title: string;
  /** Mean share of the weight, 0 to 1; those of all criteria sum to 1, and so do those of all dimensions. */
  readonly nominal: number;
  /** Share of the variance of the index, of which all sum to 1; below 0 for what offsets others. null where the index does not vary. */
  readonly real: number | null;
}

/** What a rubric set was found to be like, over the descriptions that it was held against. */
export interface RubricAudit {
  /** Names of the descriptions, in order. */
  readonly descriptions: readonly string[];
  /** How many of them are told apart by what they answer; statistics are over these. */
  readonly distinct: number;
  readonly attacks: readonly AttackTally[];
  readonly influence: readonly Influence[];
  /** Errors first, then in the order of the checks. */
  readonly findings: readonly AuditFinding[];
}

/** What the description of one vector came to. */
export interface GoldenCaseOutcome {
  /** A band's id, `not-rateable`, or null where no track applies. */
  readonly verdict: string | null;
  /** The first diagnosis. */
  readonly cause: string | null;
  /** Supported, 0 to 100. */
  readonly index: number | null;
}

/** One example held against what was written down for it. */
export interface GoldenCaseCheck {
  readonly example: string;
  readonly expected: { readonly verdict: string; readonly cause: string; readonly index: readonly [number, number] };
  readonly found: GoldenCaseOutcome;
  /** What differs from what was expected; nothing where it holds. */
  readonly differs: readonly ('verdict' | 'cause' | 'index')[];
}

/** A description that another set judges otherwise. */
export interface OutcomeChange {
  readonly name: string;
  readonly before: GoldenCaseOutcome;
  readonly after: GoldenCaseOutcome;
}

/** A set held against its vectors. */
export interface GoldenCaseRun {
  /** Those that differ first, each part in the order of the file. */
  readonly checks: readonly GoldenCaseCheck[];
  /** What the set moves against the built-in one; null where it is the built-in one. */
  readonly moves: readonly OutcomeChange[] | null;
  /** Descriptions that the built-in set cannot read, so that nothing is known of their moves. */
  readonly unread: readonly string[];
}

/** The JSON output of `rubric check`. */
export interface AuditJson extends ReportHead {
  readonly audit: RubricAudit;
}

/** The JSON output of `rubric vectors`. */
export interface GoldenCasesJson extends ReportHead {
  readonly vectors: GoldenCaseRun;
}

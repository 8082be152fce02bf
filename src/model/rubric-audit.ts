import type { ReportHead } from './report.ts';

/** Stable ids of what an audit reports; each names the defect, never the fix. */
export type AuditFindingId =
  | 'level/unreachable'
  | 'criterion/constant'
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
  /** Id of the entry that it is about; two joined by ` + ` for a pair. */
  readonly subject: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** What a check of a rubric set found, over the descriptions that it was checked with. */
export interface RubricAudit {
  /** Names of the descriptions, in order. */
  readonly descriptions: readonly string[];
  /** How many of them differ in what they answer; statistics are over these. */
  readonly distinct: number;
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

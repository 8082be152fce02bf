import type { Span } from './diagnostic.ts';
import type { Bounds, Level } from './level.ts';

export type LoweringReason = 'stale' | 'undated' | 'own-host' | 'host-unknown' | 'after-as-of';

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
  readonly lowered: readonly LoweringReason[];
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
export interface AlternativeReport {
  /** Id of the registered alternative; null where the author named one of their own. */
  readonly id: string | null;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The day that the register's figure is for. */
  readonly from: string | null;
  /** Where the register has the figure from; null where the author cites sources of their own. */
  readonly source: { readonly title: string; readonly url: string; readonly grade: string } | null;
}

export interface ComparisonReport {
  readonly project: number;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  /** The alternative that the author chose, and the ratio to it. */
  readonly author: AlternativeReport;
  readonly ratio: number;
  /** The best registered alternative of the same workload, unit and service class; null where none is registered. */
  readonly best: AlternativeReport | null;
  readonly bestRatio: number | null;
  readonly workload: string | null;
  readonly serviceClass: string | null;
}

interface CriterionReportBase {
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
  | (CriterionReportBase & { readonly status: 'not-applicable'; readonly reason: string })
  | (CriterionReportBase & {
      readonly status: 'unknown';
      /** True where the description says `unknown`, false where it is silent. */
      readonly stated: boolean;
      readonly note: string | null;
      readonly levels: Bounds<Level>;
      readonly raise: string;
      readonly effort: { readonly find_out: string; readonly raise: string };
    })
  | (CriterionReportBase & {
      readonly status: 'answered';
      /** The answer in words. */
      readonly said: string;
      readonly note: string | null;
      readonly levels: Bounds<Level>;
      /** What the rubric says of the claimed level, which the answer stands for. */
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

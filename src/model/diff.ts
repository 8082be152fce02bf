import type { Day } from './day.ts';
import type { Problem } from './diagnostic.ts';
import type { Bounds, Level } from './level.ts';
import type { GateStatusChange, LevelChangeCause } from './level-change.ts';
import type { ReportHead, RubricInfo } from './report.ts';

/** Points that add up: the nearest double and the exact fraction, such as `-25/7` or `3`. */
export interface ExactPoints {
  readonly points: number;
  readonly exact: string;
}

/** A verdict by its id, a band's or `not-rateable`, and its title. */
export interface NamedVerdict {
  readonly id: string;
  readonly title: string;
}

interface DiffVersionBase {
  readonly name: string;
  readonly offer: string | null;
  readonly file: string | null;
  readonly asOf: Day;
  /** The track that it was scored on; null when outside. */
  readonly track: string | null;
  /** Share of weight, 0 to 1, whose answers have a source that counts; null when outside. */
  readonly coverage: number | null;
}

/** One of the two versions of a description, as it was scored. Only one with a fit has an index. */
export type DiffVersion =
  | (DiffVersionBase & { readonly status: 'fit'; readonly index: Bounds<ExactPoints>; readonly verdict: NamedVerdict })
  | (DiffVersionBase & { readonly status: 'outside' | 'reference' });

/** A criterion before or after a part. `share` is of the whole index, 0 to 1. */
export type CriterionState =
  /** The rubric does not have it. */
  | { readonly status: 'absent' }
  | { readonly status: 'not-applicable'; readonly reason: string }
  | { readonly status: 'unknown'; readonly share: number; readonly levels: Bounds<Level> }
  | {
      readonly status: 'answered';
      readonly said: string;
      readonly grade: string;
      readonly share: number;
      readonly levels: Bounds<Level>;
    };

/** What one criterion adds to a part, in the supported index before gates: its share times its mark, after less before. */
export interface CriterionChange {
  readonly criterion: string;
  readonly title: string;
  readonly change: ExactPoints;
  readonly before: CriterionState;
  readonly after: CriterionState;
  readonly causes: readonly LevelChangeCause[];
}

/** The gate that caps the supported index. */
export interface BindingGate {
  readonly gate: string;
  readonly title: string;
  readonly cap: number;
}

/** What gates add to a part: the change of the supported index less that of the index before gates. */
export interface GateContribution {
  readonly change: ExactPoints;
  /** null where no gate caps it. */
  readonly before: BindingGate | null;
  readonly after: BindingGate | null;
  /** Only those whose status changed. */
  readonly statuses: readonly GateStatusChange[];
}

/** What can change an index, in the order in which each is replaced. */
export const DIFF_PART_IDS = ['rubric', 'track', 'time', 'facts'] as const;
export type DiffPartId = (typeof DIFF_PART_IDS)[number];

/** A changed rule for the verdict of an index. It adds no points. */
export type VerdictRuleChange =
  /** Points from which the band counts; null where a rubric does not have it. */
  | {
      readonly kind: 'band';
      readonly band: string;
      readonly title: string;
      readonly from: number | null;
      readonly to: number | null;
    }
  /** Shares of weight, 0 to 1. */
  | { readonly kind: 'coverage-floor'; readonly from: number; readonly to: number };

/** One step from old to new. Its criteria and its gates sum to its change exactly. */
export interface DiffPart {
  readonly id: DiffPartId;
  readonly change: ExactPoints;
  /** The verdict after it. */
  readonly verdict: NamedVerdict;
  /** The criteria whose points, answer or evidence changed, most points first, ties in the order of the rubric. */
  readonly criteria: readonly CriterionChange[];
  readonly gates: GateContribution;
  /** Only where the rubric is another one; in the order of the bands. */
  readonly rules: readonly VerdictRuleChange[];
}

/** Why a change has no parts. */
export type DiffObstacle =
  | { readonly kind: 'outside' | 'reference'; readonly end: 'old' | 'new' }
  /** The new rubric has no track that the old description was scored on. */
  | { readonly kind: 'no-track'; readonly track: string }
  /** The old file is not a valid description by the new rubric. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** The change of the supported index in parts that sum to it exactly, or why it has none. */
export type IndexAttribution =
  | { readonly status: 'told'; readonly change: ExactPoints; readonly parts: readonly DiffPart[] }
  | { readonly status: 'not-told'; readonly because: readonly DiffObstacle[] };

/** How index and verdict changed between two versions of a description, and why. */
export interface DescriptionDiff {
  readonly before: DiffVersion;
  readonly after: DiffVersion;
  readonly split: IndexAttribution;
  readonly scope: string;
}

/** The JSON output of a comparison of two versions; `rubric` is the new one. */
export interface DiffJson extends ReportHead {
  readonly oldRubric: RubricInfo;
  /** null where one of the files could not be scored, for the `problems`. */
  readonly change: DescriptionDiff | null;
  readonly problems: readonly Problem[];
}

import type { LoweringReason } from './report-criterion.ts';
import type { GateStatus } from './report-outcome.ts';

/** What else of an answer is otherwise, and may be why it carries another level. */
export type LevelChangeCause =
  /** A source that only one side cites. */
  | { readonly kind: 'source-cited' | 'source-dropped'; readonly source: string; readonly date: string | null }
  /** Something that lowers a source on one side only: on the later one where it `began`, else on the earlier one. */
  | {
      readonly kind: 'source-lowered';
      readonly source: string;
      readonly date: string | null;
      readonly lowering: LoweringReason;
      readonly began: boolean;
    }
  /** The grade of a source, as this answer uses it, for another reason than those. */
  | { readonly kind: 'source-graded'; readonly source: string; readonly from: string; readonly to: string }
  /** An item of a list, with why it carries its level; null where it is not on the list. */
  | { readonly kind: 'item'; readonly title: string; readonly from: string | null; readonly to: string | null }
  /** The figure that a comparison is held against. */
  | {
      readonly kind: 'alternative';
      readonly name: string;
      readonly unit: string;
      readonly from: number;
      readonly to: number;
    }
  /** The register rests on a document that got too old or came to be known. */
  | { readonly kind: 'register' };

/** A gate with its status before and after; `absent` where the rubric does not have it. */
export interface GateStatusChange {
  readonly gate: string;
  readonly title: string;
  readonly from: GateStatus | 'absent';
  readonly to: GateStatus | 'absent';
}

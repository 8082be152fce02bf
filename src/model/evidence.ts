import type { ClaimIds } from './claim.ts';
import type { Level } from './level.ts';

export interface Grade {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  /** The highest level that an answer resting on this grade can carry. */
  readonly cap: Level;
}

/** What a cited document is, and the grade that this gives it. */
export interface SourceKind {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  readonly grade: string;
  /** True where the document changes in place, so that the day on which it was read may date it. */
  readonly live: boolean;
}

export interface Evidence {
  /** From worst to best; the first one stands for no evidence. */
  readonly grades: readonly Grade[];
  readonly kinds: readonly SourceKind[];
  /** The best grade that a source on the project's own host can have. */
  readonly own_host_cap: string;
  /** The least grade of a source that shows the service class of a comparison. */
  readonly class_shown_by: string;
  readonly claims: ClaimIds;
}

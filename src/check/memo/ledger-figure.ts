import type { LedgerEntry } from './ledger-entry.ts';
import type { StatedFigure } from './stated-figure.ts';

/** A figure that the answers state, or that follows from those that they state. */
export interface LedgerFigure {
  readonly figure: StatedFigure;
  readonly carrier: LedgerEntry;
  /** The words beside it, and those of its criterion. */
  readonly words: ReadonlySet<string>;
  /** Those of its criterion alone. */
  readonly subject: ReadonlySet<string>;
  /**
   * null where somebody wrote it. What follows from a comparison carries a figure only beside its words, since any multiple
   * can come out so; the `usual` forms, the ratio and the share that is saved, can contradict one too.
   */
  readonly derived: null | 'usual' | 'other';
  /** Whose figure it is: the project's, that of somebody it is held against, or null where that is open. */
  readonly owner: string | null;
  /** For what follows from two sides: the other one, which a text has to name to be borne out by it. */
  readonly beside: string | null;
  /** Which way it goes, where it tells of a change. */
  readonly rise: 'up' | 'down' | null;
  /** For what follows from a comparison: whether the project is in front, by a measure that is better so. */
  readonly edge: { readonly isAhead: boolean; readonly better: 'lower' | 'higher' } | null;
}

/** A range in a text: lines and columns count from 1, columns in UTF-16 units, the end is exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Something wrong in a user's file, as a value: where, what, why it matters and what to do. */
export interface Problem {
  /** Stable id such as `yaml/duplicate-key`; names the defect, never the fix. */
  readonly code: string;
  readonly file: string;
  /** null when the problem concerns the file as a whole, such as one that can't be opened. */
  readonly at: Span | null;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** The nearest known word, where there is a near miss. */
  readonly suggestion: string | null;
  /** A second place that the reader needs, such as the first of two equal keys. */
  readonly related: { readonly at: Span; readonly what: string } | null;
}

/** Either a value or the problems that kept it from being one; problems are never empty. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

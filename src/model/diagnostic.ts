import type { AcceptedValue } from './schema/schema.ts';
import type { problem, span } from './schema/values.ts';

/** A range in a text: lines and columns count from 1, columns in UTF-16 units, the end is exclusive. */
export interface Span extends AcceptedValue<typeof span> {}

/** What is wrong, why it matters and what to do. */
export interface DiagnosticText {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/**
 * Something that is wrong, in words: where, what, why it matters and what to do. While a file is being read the place is what
 * the finder knows, such as offsets in a text or a JSON pointer; `toProblem` turns it into a span.
 */
export interface Diagnostic<Place = Span | null> extends DiagnosticText {
  /** Stable id such as `yaml/duplicate-key`; names the defect, never the fix. */
  readonly code: string;
  readonly at: Place;
  /** The nearest known word, if there is one. */
  readonly suggestion?: string | null;
  /** A second place that the reader needs, such as the first of two equal keys. */
  readonly related?: { readonly at: NonNullable<Place>; readonly what: string } | null;
}

/** A diagnostic without a code, where one code covers many. */
export type Inconsistency<Place> = Omit<Diagnostic<Place>, 'code'>;

/** A diagnostic of one file: what keeps it from being read. */
export interface Problem extends AcceptedValue<typeof problem> {}

/** Either a value or the problems that kept it from being one; problems are never empty. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** `file:line:column`, or the file alone. */
export function formatPlace(file: string, at: Span | null): string {
  return at === null ? file : `${file}:${at.line}:${at.column}`;
}

/** The problem that a diagnostic is in its file; `locate` gives the span of a place, null for the file as a whole. */
export function toProblem<Place>(
  { code, at, what, why, fix, suggestion = null, related = null }: Diagnostic<Place>,
  file: string,
  locate: (place: Place) => Span | null,
): Problem {
  const second = related === null ? null : locate(related.at);
  const seen = second === null || related === null ? null : { at: second, what: related.what };
  return { code, file, at: locate(at), what, why, fix, suggestion, related: seen };
}

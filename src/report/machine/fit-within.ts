import type { CheckDiagnostic } from '../wording/check-diagnostics.ts';

/** What a reader of a format takes: more is refused whole. */
export interface FormatLimits {
  readonly entries: number;
  /** Bytes, as `sizeOf` counts them. */
  readonly size: number;
}

/** A text with how many of its entries it holds. */
export interface FittedText {
  readonly text: string;
  readonly held: number;
}

/** The text with as many entries as the limits allow, the first ones; `sizeOf` tells the bytes of a text. */
export function fitWithin<T>(
  entries: readonly T[],
  limits: FormatLimits,
  render: (entries: readonly T[]) => string,
  sizeOf: (text: string) => number,
): FittedText {
  let held = Math.min(entries.length, limits.entries);
  for (;;) {
    const text = render(entries.slice(0, held));
    // No letter has more than three bytes a unit.
    const size = text.length * 3 <= limits.size ? 0 : sizeOf(text);
    if (size <= limits.size || held === 0) return { text, held };
    held = Math.min(held - 1, Math.floor((held * limits.size * 0.95) / size));
  }
}

/** Bytes of a text in UTF-8. */
export function countBytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Problems and errors that count, warnings, then what is suppressed, each in its order. */
export function listByUrgency(entries: readonly CheckDiagnostic[]): readonly CheckDiagnostic[] {
  const rank = ({ setAside, severity }: CheckDiagnostic) => (setAside !== null ? 2 : severity === 'error' ? 0 : 1);
  return [0, 1, 2].flatMap((one) => entries.filter((entry) => rank(entry) === one));
}

/** That a report does not hold everything. */
export function describeCut(format: string, held: number, all: number): string {
  return `The ${format} report holds ${held} of ${all} results, errors first: its readers refuse a larger file.`;
}

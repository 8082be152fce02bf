import type { Problem } from '../../model/problem.ts';
import type { TextPlaces, TextRange } from './text-places.ts';

/** A problem whose place is still a range of the text that was read. */
export interface TextProblem {
  readonly code: string;
  readonly at: TextRange;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly related?: { readonly at: TextRange; readonly what: string };
}

/** The problem that a fault makes in a file; `shift` is added to its offsets where only a part of the text was read. */
export function toProblem(fault: TextProblem, file: string, places: TextPlaces, shift = 0): Problem {
  const spanOf = ({ from, to }: TextRange) => places.span({ from: from + shift, to: to + shift });
  const { code, at, what, why, fix, related } = fault;
  return {
    code,
    file,
    at: spanOf(at),
    what,
    why,
    fix,
    suggestion: null,
    related: related === undefined ? null : { at: spanOf(related.at), what: related.what },
  };
}

/** The start of a text, on one line and at most 40 letters long, as a message shows it. */
export function makeExcerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  const letters = [...line];
  return letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : line;
}

/** The text as a YAML value in quotes, in single ones where it holds double ones or a backslash. */
export function quoteYaml(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

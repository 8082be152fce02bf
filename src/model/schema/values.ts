import { isDay, listMeantDates, parseFirstDay } from '../day.ts';
import type { Bounds, Level } from '../level.ts';
import * as s from './schema.ts';

// Shapes of values that many files have.

export const id = s.formedText(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'an id is lower-case words joined by - or _');

/** A title with what it means, by an id. */
export const definedTermFields = { id, title: s.trimmedText, means: s.trimmedText };

const WHY_DATED = 'The age of evidence and the laws that apply are judged by it.';

/** What to write for a date in another form; null where it is not one. */
function correctDate(text: string, isAllowed = (_date: string): boolean => true): string | null {
  const [first, second] = listMeantDates(text).filter(isAllowed);
  if (first === undefined) return null;
  return second === undefined ? `Write ${first}.` : `Write ${first} or ${second}, whichever is meant.`;
}

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = s.annotate(
  s.tested(s.anyText, {
    passes: (value) => value.length === 10 && parseFirstDay(value) === value,
    what: 'not a calendar date (YYYY-MM-DD)',
    why: WHY_DATED,
    fix: (value) =>
      correctDate(value, isDay) ?? 'Write a full date, such as 2026-06-29; only sources may give a month or a quarter.',
  }),
  { description: 'A date, YYYY-MM-DD.', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
);

/** A day, a month or a quarter. */
export const date = s.annotate(
  s.tested(s.anyText, {
    passes: (value) => parseFirstDay(value) !== null,
    what: 'not a calendar date',
    why: WHY_DATED,
    fix: (value) => correctDate(value) ?? 'Write a day (2026-06-29), a month (2026-06) or a quarter (2026-Q2).',
  }),
  { pattern: '^\\d{4}-(\\d{2}(-\\d{2})?|Q[1-4])$' },
);

/** A written level of a criterion. */
export const level: s.Schema<Level> = s.named(
  'Level',
  'A written level of a criterion, 4 is best.',
  s.oneOf([0, 1, 2, 3, 4]),
);

/** Points or marks, 0 to 100. */
export const points = s.numberWithin(0, 100);

/** A share, 0 to 1. */
export const share = s.numberWithin(0, 1);

/** A direction of a figure that is good for a buyer. */
export const direction = s.oneOf(['lower', 'higher']);

/** Ids of the register of claims (`seeds/claims.yaml`) that an entry rests on. */
export const claimIds = s.list(id, 1);

export const texts = s.list(s.anyText);

/** Words and phrases, one or more. */
export const words = s.list(s.trimmedText, 1);

/** A condition, or several of them joined. */
export type JoinedCondition<Leaf> =
  | Leaf
  | { readonly all: readonly JoinedCondition<Leaf>[] }
  | { readonly any: readonly JoinedCondition<Leaf>[] }
  | { readonly not: JoinedCondition<Leaf> };

/** The conditions that are made of some single ones by `all`, `any` and `not`. */
export function joinConditions<Leaf>(leaf: s.Schema<Leaf>): s.Schema<JoinedCondition<Leaf>> {
  const condition: s.Schema<JoinedCondition<Leaf>> = s.lazy(() => joined as s.Schema<JoinedCondition<Leaf>>);
  const several = s.list(condition, 1);
  const joined: s.AnySchema = s.anyOf(
    leaf,
    s.mapping({ all: several }),
    s.mapping({ any: several }),
    s.mapping({ not: condition }),
  );
  return condition;
}

/** Fields of one shape, by their keys. */
export function toNamedFields<S extends s.AnySchema, K extends string>(
  shape: S,
  ...keys: readonly K[]
): Readonly<Record<K, S>> {
  return Object.fromEntries(keys.map((key) => [key, shape])) as Record<K, S>;
}

/** The three values of a figure: supported, claimed, possible. */
export function describeBounds<T>(of: s.Schema<T>): s.Schema<Bounds<T>> {
  return { kind: 'mapping', fields: { supported: of, claimed: of, possible: of } };
}

const position = s.wholeNumber(1);

export const span = s.namedMapping(
  'Span',
  'Lines and columns count from 1, columns in UTF-16 units; the end is exclusive.',
  { line: position, column: position, endLine: position, endColumn: position },
);

export const problem = s.namedMapping('Problem', 'Something wrong in a file that could not be scored.', {
  /** Stable id such as `yaml/duplicate-key`; names the defect, never the fix. */
  code: s.anyText,
  file: s.anyText,
  /** null when the problem concerns the file as a whole, such as one that can't be opened. */
  at: s.nullable(span),
  what: s.anyText,
  why: s.anyText,
  fix: s.anyText,
  /** The nearest known word, if there is one. */
  suggestion: s.nullable(s.anyText),
  /** A second place that the reader needs, such as the first of two equal keys. */
  related: s.nullable(s.mapping({ at: span, what: s.anyText })),
});

import { findInReport, type Rule } from './rule.ts';

export const sourceAfterAsOf = {
  id: 'source/after-as-of',
  severity: 'error',
  scope: 'description',
  subject: 'source',
  title: 'A source of a later day',
  what: ({ subject, text }) =>
    `The source ${subject} (${text('date')}) is dated after the day of the description; cited on: ${text('criterion')}.`,
  why: 'It could not be known on that day, so it counts as none.',
  fix: 'Cite an older document, or report on a later day and check every answer for it.',
  find: findInReport,
} as const satisfies Rule;

export const sourceStale = {
  id: 'source/stale',
  severity: 'warn',
  scope: 'description',
  subject: 'source',
  title: 'A source that is too old',
  what: ({ subject, text }) =>
    `The source ${subject} (${text('date')}) is older than these criteria allow: ${text('criterion')}.`,
  why: 'Prices, use and products change, so old evidence counts one grade lower.',
  fix: 'Cite a newer document.',
  find: findInReport,
} as const satisfies Rule;

export const sourceUncited = {
  id: 'source/uncited',
  severity: 'warn',
  scope: 'description',
  subject: 'source',
  title: 'A source that no answer cites',
  what: ({ subject }) => `No answer cites the source ${subject}.`,
  why: 'A source counts only through the answers that cite it.',
  fix: 'Cite it under the answer that it supports, or take it off the list.',
  find: findInReport,
} as const satisfies Rule;

export const sourceUndated = {
  id: 'source/undated',
  severity: 'warn',
  scope: 'description',
  subject: 'source',
  title: 'A source without a date',
  what: ({ subject, text }) => `The source ${subject} has no date; cited on: ${text('criterion')}.`,
  why: 'Its age can not be told, so it counts one grade lower.',
  fix: 'Add `published`, or `accessed` for a live page that shows no date.',
  find: findInReport,
} as const satisfies Rule;

import type { Rule } from './rule.ts';

export const asOfAfterToday = {
  id: 'as-of/after-today',
  severity: 'error',
  scope: 'run',
  title: 'The description is of a day to come',
  what: ({ subject, text }) => `The description is as of ${subject}, which is after ${text('today')}.`,
  why: 'Evidence and laws are judged on that day, and nobody knows yet what will hold on it.',
  fix: 'Set `as_of` to the day that the answers were checked on.',
  find({ description, report: { asOf }, today }) {
    if (today === null || asOf <= today) return [];
    return [{ subject: asOf, detail: { today }, at: description.placeOf('/as_of') }];
  },
} as const satisfies Rule;

import type { Rule } from './rule.ts';

export const suppressionExpired = {
  id: 'suppression/expired',
  severity: 'error',
  scope: 'check',
  title: 'A comment that sets a rule aside has expired',
  what: ({ subject, text }) => `The comment that sets ${subject} aside held until ${text('until')}.`,
  why: 'An exception is made for a time, so that somebody looks again.',
  fix: 'Mend what it sets aside, or take it out.',
  find: ({ suppressions }) =>
    suppressions
      .filter(({ state }) => state === 'expired')
      .map(({ rules, until, at }) => ({ subject: rules.join(', '), detail: { until }, at })),
} as const satisfies Rule;

export const suppressionMalformed = {
  id: 'suppression/malformed',
  severity: 'error',
  scope: 'check',
  title: 'A comment sets a rule aside in no way that counts',
  what: ({ subject }) => `The comment sets nothing aside: ${subject}.`,
  why: 'An exception needs a rule, a day until which it holds, and a reason.',
  fix: 'Write it as: demandfit-ignore RULE until YYYY-MM-DD: reason',
  find: ({ malformed }) => malformed.map(({ fault, at }) => ({ subject: fault, at })),
} as const satisfies Rule;

export const suppressionUnused = {
  id: 'suppression/unused',
  severity: 'warn',
  scope: 'check',
  title: 'A comment sets aside what is not there',
  what: ({ subject }) => `The comment sets ${subject} aside, which is not found here.`,
  why: 'An exception without a fault would let the fault come back unseen.',
  fix: 'Take the comment out.',
  find: ({ suppressions }) =>
    suppressions.filter(({ state }) => state === 'unused').map(({ rules, at }) => ({ subject: rules.join(', '), at })),
} as const satisfies Rule;

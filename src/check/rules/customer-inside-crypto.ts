import { findInReport, type Rule } from './rule.ts';

export const customerInsideCrypto = {
  id: 'customer/inside-crypto',
  severity: 'warn',
  scope: 'description',
  title: 'A customer inside crypto',
  what: ({ text }) => `The customer ${text('customer')} is inside crypto.`,
  why: 'Use inside crypto does not show that AI buyers want the offer.',
  fix: 'Keep it on the list, and look for a customer outside crypto.',
  find: findInReport,
} as const satisfies Rule;

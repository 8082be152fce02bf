import { findInReport, type Rule } from './rule.ts';

export const websiteMissing = {
  id: 'website/missing',
  severity: 'warn',
  scope: 'description',
  title: 'No website is named',
  what: () => 'The description names no website.',
  why: "Without it the project's own documents can't be told from those of others, so no source counts as independent.",
  fix: 'Add `website`.',
  find: findInReport,
} as const satisfies Rule;

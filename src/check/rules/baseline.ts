import type { Rule } from './rule.ts';

export const baselineStale = {
  id: 'baseline/stale',
  severity: 'warn',
  scope: 'check',
  title: 'The baseline excuses something that is gone',
  what: ({ subject, text }) => `The baseline still excuses ${subject} (${text('rule')}), which is not found any more.`,
  why: 'An excuse without a fault would let the fault come back unseen.',
  fix: 'Run the check with --update-baseline, which only takes out.',
  find: ({ baseline, fingerprints }) =>
    (baseline?.excused ?? [])
      .filter(({ fingerprint }) => !fingerprints.has(fingerprint))
      .map(({ rule, subject }) => ({ subject, detail: { rule } })),
} as const satisfies Rule;

export const fitWorseThanBaseline = {
  id: 'fit/worse-than-baseline',
  severity: 'error',
  scope: 'check',
  needs: 'fit',
  title: 'The description came out better before',
  what: ({ points }) =>
    `The supported index is ${points('found')} of 100; it was ${points('before')} when the baseline was written.`,
  why: 'A description that loses what it had lost evidence, facts or time.',
  fix: 'See with `demandfit diff` what changed. Where the loss is right, write the baseline anew with --write-baseline.',
  find({ baseline, report }) {
    const before = baseline?.index ?? null;
    const found = report.fit?.supported ?? 0;
    return before === null || found >= before ? [] : [{ subject: 'index', detail: { found, before } }];
  },
} as const satisfies Rule;

import type { Rule } from './rule.ts';

/** Rules on the check itself: its baseline and the comments that suppress findings. */
export const CHECK_RULES: readonly Rule[] = [
  {
    id: 'baseline/stale',
    severity: 'warn',
    scope: 'check',
    title: 'A baseline entry no longer matches anything',
    what: ({ subject, text }) => `The baseline lists ${subject} (${text('rule')}), which is no longer found.`,
    why: 'A stale entry would hide the same problem if it came back.',
    fix: 'Run the check with --update-baseline, which only removes entries.',
    find: ({ baseline, fingerprints }) =>
      (baseline?.excused ?? [])
        .filter(({ fingerprint }) => !fingerprints.has(fingerprint))
        .map(({ rule, subject }) => ({ subject, detail: { rule } })),
  },
  {
    id: 'fit/worse-than-baseline',
    severity: 'error',
    scope: 'check',
    needs: 'fit',
    title: 'The description scores lower than in its baseline',
    what: ({ points }) =>
      `The supported index is ${points('found')} of 100; it was ${points('before')} when the baseline was written.`,
    why: 'A lower index means that evidence was lost, facts changed or sources aged.',
    fix: 'Run `demandfit diff` to see what changed. If the loss is justified, rewrite the baseline with --write-baseline.',
    find({ baseline, report }) {
      const before = baseline?.index ?? null;
      const found = report.fit?.supported ?? 0;
      return before === null || found >= before ? [] : [{ subject: 'index', detail: { found, before } }];
    },
  },
  {
    id: 'suppression/expired',
    severity: 'error',
    scope: 'check',
    title: 'A suppression comment has expired',
    what: ({ subject, text }) => `The suppression of ${subject} was valid until ${text('until')}.`,
    why: 'Suppressions expire so that somebody reviews them.',
    fix: 'Fix what it suppresses and remove the comment, or extend the date and give the reason.',
    find: ({ suppressions }) =>
      suppressions
        .filter(({ state }) => state === 'expired')
        .map(({ rules, until, at }) => ({ subject: rules.join(', '), detail: { until }, at })),
  },
  {
    id: 'suppression/malformed',
    severity: 'error',
    scope: 'check',
    title: 'A suppression comment is malformed',
    what: ({ subject }) => `The suppression comment is ignored: ${subject}.`,
    why: 'A suppression needs a rule, an expiry date and a reason.',
    fix: 'Write it as: demandfit-ignore RULE until YYYY-MM-DD: reason',
    find: ({ malformed }) => malformed.map(({ fault, at }) => ({ subject: fault, at })),
  },
  {
    id: 'suppression/unused',
    severity: 'warn',
    scope: 'check',
    title: 'A suppression comment matches nothing',
    what: ({ subject }) => `The comment suppresses ${subject}, which is not found here.`,
    why: 'An unused suppression would hide the same problem if it came back.',
    fix: 'Remove the comment.',
    find: ({ suppressions }) =>
      suppressions
        .filter(({ state }) => state === 'unused')
        .map(({ rules, at }) => ({ subject: rules.join(', '), at })),
  },
];

import { findInReport, type Rule } from './rule.ts';

export const dutyEnded = {
  id: 'duty/ended',
  severity: 'warn',
  scope: 'description',
  title: 'A duty that has ended',
  what: ({ text }) => `The duty ${text('duty')} ended on ${text('until')}.`,
  why: 'A rule that is gone makes nobody buy.',
  fix: 'Take it off the list, or cite the duty that replaced it.',
  find: findInReport,
} as const satisfies Rule;

export const dutyNotYetInApplication = {
  id: 'duty/not-yet-in-application',
  severity: 'warn',
  scope: 'description',
  title: 'A duty that does not apply yet',
  what: ({ detail, text }) =>
    detail['from'] === undefined
      ? `The duty ${text('duty')} was not adopted on the day of the report.`
      : `The duty ${text('duty')} is not in application yet; it applies from ${text('from')}.`,
  why: 'Firms buy for a rule when it applies, so before that it carries level 2 at most, and level 1 before it is adopted.',
  fix: 'Nothing to mend; `--as-of` with a later day shows what the rule then does.',
  find: findInReport,
} as const satisfies Rule;

export const dutyOtherTrack = {
  id: 'duty/other-track',
  severity: 'warn',
  scope: 'description',
  title: 'A duty that pulls nothing on the track',
  what: ({ text }) => `The register sees no pull of the duty ${text('duty')} on this track.`,
  why: 'A duty counts only where meeting it takes a product of this kind.',
  fix: 'Take it off the list, or propose a change to the register with the text of the law.',
  find: findInReport,
} as const satisfies Rule;

export const dutyVoluntary = {
  id: 'duty/voluntary',
  severity: 'warn',
  scope: 'description',
  title: 'A voluntary duty',
  what: ({ text }) => `The duty ${text('duty')} is voluntary.`,
  why: 'What nobody has to do carries level 1 at most.',
  fix: 'Look for a binding duty that the offer helps to meet.',
  find: findInReport,
} as const satisfies Rule;

import { findInReport, type Rule } from './rule.ts';

export const answerDisputed = {
  id: 'answer/disputed',
  severity: 'warn',
  scope: 'description',
  title: 'An answer is disputed',
  what: ({ subject, text }) => `The answer on ${subject} is disputed by: ${text('source')}.`,
  why: 'Evidence against an answer is printed and does not lower the score, so the reader has to weigh it.',
  fix: 'Read those sources beside the answer, and change the answer where they are right.',
  find: findInReport,
} as const satisfies Rule;

export const answerNotApplicable = {
  id: 'answer/not-applicable',
  severity: 'warn',
  scope: 'description',
  title: 'An answer that does not count on the track',
  what: ({ subject }) => `The answer on ${subject} does not count: the rubric does not ask this on the track.`,
  why: 'Which questions make sense on a track is decided by the rubric, so the answer leaves before scoring.',
  fix: 'Take it out, or check `track`.',
  find: findInReport,
} as const satisfies Rule;

export const answerUnsupported = {
  id: 'answer/unsupported',
  severity: 'warn',
  scope: 'description',
  title: 'An answer without evidence',
  what: ({ subject }) => `Nothing that counts supports the answer on ${subject}.`,
  why: 'An answer without evidence carries level 0, whatever it says.',
  fix: 'Cite a document that shows it and is dated by the day of the report, under `sources` of the answer.',
  find: findInReport,
} as const satisfies Rule;

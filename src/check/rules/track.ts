import { asRatedReport, findInReport, type Rule } from './rule.ts';

export const trackDisagreement = {
  id: 'track/disagreement',
  severity: 'error',
  scope: 'description',
  title: 'The declared track is not what the summary describes',
  what({ subject, detail, text, points }) {
    const read = `The description declares ${subject}; its summary reads as ${text('words')}.`;
    return detail['index'] === undefined || detail['otherIndex'] === undefined
      ? read
      : `${read} Supported it is ${points('index')} of 100 as ${subject}, and ${points('otherIndex')} as ${text('words')}.`;
  },
  why: 'Tracks weigh the dimensions differently, so the track moves the index.',
  fix: 'Correct `track`, or say in the summary what the offer sells and to whom.',
  /** The label decides between the two indices, so that the finding repeats them. */
  find(context, id) {
    const { fit, otherTracks } = context.report;
    const other = otherTracks.find(({ because }) => because === 'disagreement');
    const indices = other === undefined || fit === null ? {} : { index: fit.supported, otherIndex: other.supported };
    return findInReport(context, id).map((finding) => ({ ...finding, detail: { ...finding.detail, ...indices } }));
  },
} as const satisfies Rule;

export const trackUndecided = {
  id: 'track/undecided',
  severity: 'warn',
  scope: 'description',
  title: 'Two tracks fit about equally',
  what: ({ subject }) => `The summary fits these tracks about equally: ${subject}.`,
  why: 'The project is scored under each of them, and the lower outcome is the headline.',
  fix: 'Declare `track`, or make the summary say what the offer sells and to whom.',
  find: findInReport,
} as const satisfies Rule;

export const trackOutside = {
  id: 'track/outside',
  severity: 'error',
  scope: 'description',
  title: 'No track fits',
  what: () => 'The summary describes no crypto+AI project of any track, so there is no fit.',
  why: 'What can not be rated can not be held to a minimum either.',
  fix: 'Say in the summary what the offer sells and to whom, or declare `track`.',
  find: ({ description, report }) =>
    report.reference || asRatedReport(report) !== null
      ? []
      : [{ subject: description.name, at: description.placeOf('/summary') }],
} as const satisfies Rule;

import { toPointer } from '../../model/pointer.ts';
import type { Rule } from './rule.ts';

/** Head keys that can be required besides criteria. */
export const REQUIRABLE_KEYS = ['offer', 'website', 'track'] as const;

/** Rules on answers, sources and day of a description that only a check looks at. */
export const ANSWER_RULES: readonly Rule[] = [
  {
    id: 'answer/required',
    severity: 'error',
    scope: 'run',
    title: 'An answer that is asked for is missing',
    what: ({ subject }) => `There is no answer on ${subject}.`,
    why: 'Whoever runs this check asks every description for it; an unknown one says that nobody knows.',
    fix: 'Answer it, with a source.',
    find({ description, report, settings }) {
      const criteria = report.dimensions.flatMap((dimension) => dimension.criteria);
      return settings.required.flatMap((id) => {
        const key = REQUIRABLE_KEYS.find((entry) => entry === id);
        const criterion = criteria.find((entry) => entry.id === id);
        // Without a track the report has no criteria, and what is missing is missing all the same.
        const isUnknown =
          criterion === undefined ? description.answers[id]?.status !== 'answered' : criterion.status === 'unknown';
        const isMissing = key === undefined ? isUnknown : description[key] === null;
        if (!isMissing) return [];
        const at =
          criterion === undefined ? null : (criterion.at ?? description.placeOf(toPointer([criterion.dimension])));
        return [{ subject: id, at }];
      });
    },
  },
  {
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
  },
  {
    id: 'source/not-public',
    severity: 'error',
    scope: 'description',
    subject: 'source',
    title: 'A source that the public can not open',
    what: ({ subject, text }) => `The source ${subject} is at ${text('host')}, which the public can't open.`,
    why: 'Evidence that nobody else can read can not be checked.',
    fix: 'Cite a public copy of it.',
    find: ({ description, findPrivateHost }) =>
      description.sources.flatMap(({ id, url }) => {
        const host = findPrivateHost(url);
        return host === null
          ? []
          : [{ subject: id, detail: { host }, at: description.placeOf(toPointer(['sources', id])) }];
      }),
  },
  {
    id: 'source/same-origin',
    severity: 'warn',
    scope: 'description',
    title: 'Many sources of one origin',
    what: ({ subject, text }) => `${text('count')} of the sources of ${subject} are from ${text('origin')}.`,
    why: 'Many pages by one hand look like many voices; the best of them counts, once.',
    fix: 'Keep the one that says most, and look for somebody else who says so.',
    find: ({ report, rubric, findOrigin }) =>
      report.dimensions
        .flatMap(({ criteria }) => criteria)
        .flatMap((criterion) => {
          if (criterion.status !== 'answered') return [];
          const { id, sources, at } = criterion;
          const origins = new Map(sources.map((source) => [source.id, findOrigin(source.url)]));
          return [...new Set(origins.values())].flatMap((origin) => {
            const count = [...origins.values()].filter((other) => other === origin).length;
            return count < rubric.hosts.same_origin ? [] : [{ subject: id, detail: { origin, count }, at }];
          });
        }),
  },
];

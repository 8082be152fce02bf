import { toPointer } from '../../model/pointer.ts';
import type { Rule, RuleText } from './rule.ts';

/** Rules on sources whose findings are part of every report. */
export const SOURCE_REPORT_RULES: readonly RuleText[] = [
  {
    id: 'source/after-as-of',
    severity: 'error',
    subject: 'source',
    title: 'A source of a later day',
    what: ({ subject, text }) =>
      `The source ${subject} (${text('date')}) is dated after the day of the description; cited on: ${text('criterion')}.`,
    why: 'It could not be known on that day, so it counts as none.',
    fix: 'Cite an older document, or report on a later day and check every answer for it.',
  },
  {
    id: 'source/stale',
    severity: 'warn',
    subject: 'source',
    title: 'A source that is too old',
    what: ({ subject, text }) =>
      `The source ${subject} (${text('date')}) is older than these criteria allow: ${text('criterion')}.`,
    why: 'Prices, use and products change, so old evidence counts one grade lower.',
    fix: 'Cite a newer document.',
  },
  {
    id: 'source/uncited',
    severity: 'warn',
    subject: 'source',
    title: 'A source that no answer cites',
    what: ({ subject }) => `No answer cites the source ${subject}.`,
    why: 'A source counts only through the answers that cite it.',
    fix: 'Cite it under the answer that it supports, or take it off the list.',
  },
  {
    id: 'source/undated',
    severity: 'warn',
    subject: 'source',
    title: 'A source without a date',
    what: ({ subject, text }) => `The source ${subject} has no date; cited on: ${text('criterion')}.`,
    why: 'Its age can not be told, so it counts one grade lower.',
    fix: 'Add `published`, or `accessed` for a live page that shows no date.',
  },
];

/** Rules on sources that only a check looks at. */
export const SOURCE_CHECK_RULES: readonly Rule[] = [
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

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
    id: 'source/date-unlikely',
    severity: 'warn',
    subject: 'source',
    title: 'A date that the address contradicts',
    what: ({ subject, text }) =>
      `The source ${subject} is said to be of ${text('date')}; its address says ${text('older')}.`,
    why: 'The age of evidence is judged on the date, and a page seldom bears one more than a year after that of its address.',
    fix: 'Correct `published` to the date that the document bears. A copy is no younger than the day it was made.',
  },
  {
    id: 'source/kind-off-criterion',
    severity: 'warn',
    subject: 'source',
    title: 'A kind of source that does not answer the question',
    what: ({ subject, text }) =>
      `The source ${subject} (${text('kind')}) is not of a kind that answers: ${text('criterion')}.`,
    why: 'Each criterion names the kinds of documents that can bear its answer; any other counts there as a statement.',
    fix: 'Cite a document of a kind that `demandfit explain` lists under the criterion.',
  },
  {
    id: 'source/kind-unlikely',
    severity: 'error',
    subject: 'source',
    title: 'A kind of source that its address contradicts',
    what: ({ subject, text }) => `The source ${subject} is not where a document of the kind ${text('kind')} is found.`,
    why: 'What anybody can post is no document of that kind, whatever it is called, so it counts as a statement.',
    fix: 'Call it what it is, or cite the document itself where it was published.',
  },
  {
    id: 'source/looks-own',
    severity: 'warn',
    subject: 'source',
    title: "A source whose address bears the project's name",
    what: ({ subject, text }) => `The source ${subject} (${text('url')}) looks like a page of the project's own.`,
    why: "The project's name stands where the owner's does, so the source counts as the project's own.",
    fix: 'List its address under `own_hosts`. If it is somebody else’s, cite a page of theirs that bears their name.',
  },
  {
    id: 'source/one-owner',
    severity: 'warn',
    title: 'Most of what is shown is from one owner',
    what: ({ subject, points, text }) =>
      `Pages of ${subject} alone carry ${points('share')}% of what is shown: ${text('source')}.`,
    why: 'What a single hand writes about an offer, nobody else has confirmed.',
    fix: 'Look for somebody else who shows the same.',
  },
  {
    id: 'source/one-witness',
    severity: 'error',
    title: 'Most of what is shown is the word of one outsider',
    what: ({ subject, points, text }) =>
      `Pages of ${subject} alone carry ${points('share')}% of what is shown: ${text('source')}.`,
    why: 'One outsider who vouches for nearly everything is as easily made up as found, and a reader cannot tell which.',
    fix: 'Look for a second one who shows the same, without a stake in the project.',
  },
  {
    id: 'source/own-host',
    severity: 'error',
    subject: 'source',
    title: "A source of another hand on the project's own host",
    what: ({ subject, text }) => `The source ${subject} (${text('kind')}) is on the project's own host.`,
    why: "Such a document takes somebody other than the project; on the project's own host it counts as a statement.",
    fix: 'Cite it where its author published it, or call it what it is.',
  },
  {
    id: 'source/own-word',
    severity: 'warn',
    subject: 'source',
    title: "The project's own word on its buyers or its market",
    what: ({ subject, text }) =>
      `The source ${subject} (${text('kind')}) is not known to be by anybody but the project; cited on: ${text('criterion')}.`,
    why: 'What is asked there is about buyers and the market, so a document of the project’s own counts as a statement, whatever its kind.',
    fix: 'Cite a buyer, a measurement or a report by somebody else.',
  },
  {
    id: 'source/owner-hidden',
    severity: 'error',
    subject: 'source',
    title: 'A source whose address hides its owner',
    what: ({ subject, text }) =>
      `The address of the source ${subject} does not say whose page it is; cited on: ${text('criterion')}.`,
    why: 'Anybody may be behind it, so it counts as press at best, and as a statement where its kind needs another hand.',
    fix: 'Cite the page itself, by the address that it was published at.',
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
    what: ({ subject, text }) =>
      `The source ${subject} (${text('kind')}) has no date that counts; cited on: ${text('criterion')}.`,
    why: 'Its age cannot be told, so it counts one grade lower. `accessed` is a date only of kinds that change in place, such as a price list.',
    fix: 'Add `published`. Where it bears no date, add `accessed`, and `not_before` with the latest event that it reports.',
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

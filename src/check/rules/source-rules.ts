import type { Description } from '../../model/description.ts';
import { toPointer } from '../../model/pointer.ts';
import { listSights } from '../../model/sight.ts';
import { DISCLOSURE, type Rule, type RuleText } from './rule.ts';

/** Rules on sources whose findings are part of every report. */
export const SOURCE_REPORT_RULES: readonly RuleText[] = [
  {
    id: 'source/after-as-of',
    severity: 'error',
    subject: 'source',
    title: 'A source is dated after the description',
    what: ({ subject, on, text }) =>
      `The source ${subject} (${text('date')}) is dated after \`as_of\`; cited on: ${on}.`,
    why: 'It cannot have been known on that date, so it does not count.',
    fix: 'Cite an older document, or set `as_of` to a later date and check every answer as of then.',
  },
  {
    id: 'source/date-unlikely',
    ...DISCLOSURE,
    subject: 'source',
    title: 'The address of a source contradicts its date',
    what: ({ subject, text }) =>
      `The source ${subject} is dated ${text('date')}, but its address says ${text('older')}.`,
    why: 'Evidence ages by its date, and a page is seldom dated more than a year after the date in its address.',
    fix: 'Set `published` to the date on the document. A copy cannot be newer than the day on which it was made.',
  },
  {
    id: 'source/gone',
    ...DISCLOSURE,
    subject: 'source',
    title: 'The page of a source is gone',
    what: ({ subject, on, text }) =>
      `The page of the source ${subject} has been gone since ${text('since')}; cited on: ${on}.`,
    why: 'Nobody can check what it said, so it does not count.',
    fix: 'Add `archive` with a copy in a web archive and run `demandfit sources --refresh`, or cite another page.',
  },
  {
    id: 'source/kind-off-criterion',
    ...DISCLOSURE,
    subject: 'source',
    title: 'The kind of a source does not fit the question',
    what: ({ subject, on, text }) => `The source ${subject} (${text('kind')}) is not of a kind accepted for: ${on}.`,
    why: 'Each criterion lists the kinds of source that can support its answer; any other counts as a statement.',
    fix: 'Cite a document of an accepted kind; `demandfit explain` with the id of the criterion lists them.',
  },
  {
    id: 'source/kind-unlikely',
    ...DISCLOSURE,
    subject: 'source',
    title: 'The address of a source contradicts its kind',
    what: ({ subject, text }) =>
      `The address of the source ${subject} is not one where a document of kind ${text('kind')} is found.`,
    why: 'What anyone can post is not a document of that kind, whatever it is called, so it counts as a statement.',
    fix: 'Correct its `kind`, or cite the document itself where it was published.',
  },
  {
    id: 'source/looks-own',
    ...DISCLOSURE,
    subject: 'source',
    title: "The address of a source contains the project's name",
    what: ({ subject, text }) => `The source ${subject} (${text('url')}) looks like one of the project's own pages.`,
    why: "The project's name is where the owner's would be, so the source counts as the project's own.",
    fix: 'List its address under `own_hosts`. If it belongs to someone else, cite a page under their own name.',
  },
  {
    id: 'source/not-published',
    ...DISCLOSURE,
    subject: 'source',
    title: 'A source that nobody else can open counts as a statement',
    what: ({ subject, on, text }) =>
      `The source ${subject} (${text('kind')}) has no address, so nobody else can open it; cited on: ${on}.`,
    why: 'What only one side can show is its own word, whatever the document is, so it counts as a first-party statement.',
    fix: 'Add the `url` where it was published, or set its `kind` to that of a statement.',
  },
  {
    id: 'source/one-owner',
    ...DISCLOSURE,
    title: 'Most of what is shown comes from one owner',
    what: ({ subject, points, text }) =>
      `Pages of ${subject} alone support ${points('share')}% of what is shown: ${text('source')}.`,
    why: 'Nobody else has confirmed what a single author writes about an offer.',
    fix: 'Look for confirmation from someone else.',
  },
  {
    id: 'source/one-witness',
    severity: 'error',
    title: 'Most of what is shown comes from one outsider',
    what: ({ subject, points, text }) =>
      `Pages of ${subject} alone support ${points('share')}% of what is shown: ${text('source')}.`,
    why: 'A single outsider who vouches for nearly everything is easy to invent, and a reader cannot tell.',
    fix: 'Look for confirmation from a second outsider without a stake in the project.',
  },
  {
    id: 'source/own-host',
    ...DISCLOSURE,
    subject: 'source',
    title: "A third-party document is on the project's own host",
    what: ({ subject, text }) => `The source ${subject} (${text('kind')}) is on the project's own host.`,
    why: "A document of this kind must come from a third party; on the project's own host it counts as a statement.",
    fix: 'Cite it where its author published it, or correct its `kind`.',
  },
  {
    id: 'source/own-word',
    ...DISCLOSURE,
    subject: 'source',
    title: "Only the project's own word on its buyers or market",
    what: ({ subject, on, text }) =>
      `The source ${subject} (${text('kind')}) is not known to come from anyone but the project; cited on: ${on}.`,
    why: "On buyers and the market, the project's own documents count as statements, whatever their kind.",
    fix: 'Cite a buyer, or a measurement or report by a third party.',
  },
  {
    id: 'source/owner-hidden',
    ...DISCLOSURE,
    subject: 'source',
    title: 'The address of a source hides its owner',
    what: ({ subject, on }) => `The address of the source ${subject} does not say whose page it is; cited on: ${on}.`,
    why: 'Anyone may be behind it, so it counts as press at best, or as a statement if its kind requires a third party.',
    fix: 'Cite the page at the address where it was published.',
  },
  {
    id: 'source/stale',
    ...DISCLOSURE,
    subject: 'source',
    title: 'A source is too old',
    what: ({ subject, on, text }) =>
      `The source ${subject} (${text('date')}) is older than these criteria allow: ${on}.`,
    why: 'Prices, use and products change, so old evidence counts one grade lower.',
    fix: 'Cite a newer document.',
  },
  {
    id: 'source/uncited',
    ...DISCLOSURE,
    subject: 'source',
    title: 'A source is not cited by any answer',
    what: ({ subject }) => `No answer cites the source ${subject}.`,
    why: 'A source counts only through the answers that cite it.',
    fix: 'Cite it under the answer that it supports, or remove it.',
  },
  {
    id: 'source/undated',
    ...DISCLOSURE,
    subject: 'source',
    title: 'A source has no date',
    what: ({ subject, on, text }) =>
      `The source ${subject} (${text('kind')}) has no date that counts; cited on: ${on}.`,
    why: 'Its age is unknown, so it counts one grade lower. `accessed` counts as a date only for kinds that change in place, such as a price list.',
    fix: 'Add `published`. If the document shows no date, add `accessed`, and `not_before` with the latest event that it reports.',
  },
];

/** Where the finding about a source is. */
const placeOf = (description: Description, id: string) => description.placeOf(toPointer(['sources', id]));

/** Rules on sources that only a check looks at. */
export const SOURCE_CHECK_RULES: readonly Rule[] = [
  {
    id: 'source/changed',
    severity: 'warn',
    scope: 'description',
    subject: 'source',
    title: 'A page changed since somebody looked at it',
    what: ({ subject, text }) =>
      `The page of the source ${subject} is different from the one looked at on ${text('pinned')}.`,
    why: 'It may no longer say what the answers rest on.',
    fix: 'Read it again, correct the answers, and run `demandfit sources --pin` with its id.',
    find: ({ description }) =>
      listSights(description).flatMap(({ id, sight }) =>
        sight.isChanged
          ? [{ subject: id, detail: { pinned: sight.own?.pin?.day ?? '' }, at: placeOf(description, id) }]
          : [],
      ),
  },
  {
    id: 'source/not-seen',
    severity: 'off',
    scope: 'description',
    subject: 'source',
    title: 'Nobody has opened a source',
    what: ({ subject, text }) => `The page of the source ${subject} ${text('says')}.`,
    why: 'A page that was never opened may not exist, or not say what is claimed of it.',
    fix: 'Run `demandfit sources --refresh`; open what it cannot read, and record it with --pin.',
    find: ({ description }) =>
      listSights(description).flatMap(({ id, sight: { state, own } }) => {
        if (own?.pin != null || (state !== 'unclear' && state !== 'not-opened')) return [];
        const says = state === 'unclear' ? 'could not be read' : 'has not been opened';
        return [{ subject: id, detail: { says }, at: placeOf(description, id) }];
      }),
  },
  {
    id: 'source/not-public',
    severity: 'error',
    scope: 'description',
    subject: 'source',
    title: 'A source is not publicly accessible',
    what: ({ subject, text }) => `The source ${subject} is at ${text('host')}, which is not publicly accessible.`,
    why: 'Evidence that nobody else can read cannot be checked.',
    fix: 'Cite a public copy of it.',
    find: ({ description, findPrivateHost }) =>
      description.sources.flatMap(({ id, url }) => {
        const host = url === null ? null : findPrivateHost(url);
        return host === null
          ? []
          : [{ subject: id, detail: { host }, at: description.placeOf(toPointer(['sources', id])) }];
      }),
  },
  {
    id: 'source/same-origin',
    ...DISCLOSURE,
    scope: 'description',
    title: 'Many sources from one origin',
    what: ({ on, text }) => `${text('count')} of the sources of ${on} are from ${text('origin')}.`,
    why: 'Many pages by one author look like many voices; only the best of them counts.',
    fix: 'Keep the strongest, and look for confirmation from someone else.',
    find: ({ report, rubric, findOrigin }) =>
      report.dimensions
        .flatMap(({ criteria }) => criteria)
        .flatMap((criterion) => {
          if (criterion.status !== 'answered') return [];
          const { id, sources, at } = criterion;
          const origins = new Map(
            sources.flatMap(({ id: key, url }) => (url === null ? [] : [[key, findOrigin(url)]])),
          );
          return [...new Set(origins.values())].flatMap((origin) => {
            const count = [...origins.values()].filter((other) => other === origin).length;
            return count < rubric.hosts.same_origin ? [] : [{ subject: id, detail: { origin, count }, at }];
          });
        }),
  },
];

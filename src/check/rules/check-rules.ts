import type { BaselineEntry } from '../../model/check.ts';
import type { Day } from '../../model/day.ts';
import { toPointer } from '../../model/pointer.ts';
import type { Report, SourceUse } from '../../model/report.ts';
import { findEased, NO_LOCK } from '../../model/sight.ts';
import { type CheckedContext, DISCLOSURE, type Rule, type RuleMatch } from './rule.ts';

/** What the description of an entry scores on a day, by time alone; null for nothing. */
export function findIndexOn({ index, later = [] }: BaselineEntry, day: Day): number | null {
  return later.reduce((held, change) => (change.from <= day ? change.index : held), index);
}

/** How far the index has fallen below that of the baseline; `before` is null where it has not. */
function findFall({ baseline, report, fall }: CheckedContext) {
  const recorded = baseline === null ? null : findIndexOn(baseline, report.asOf);
  const found = report.fit?.supported ?? 0;
  const before = recorded !== null && found < recorded ? recorded : null;
  return { found, before, isAccepted: fall !== null && found >= fall.to };
}

function listAnswered({ dimensions }: Report) {
  const criteria = dimensions.flatMap((dimension) => dimension.criteria);
  return criteria.filter((criterion) => criterion.status === 'answered');
}

/** A page, whatever stands behind its address or before its host. */
function namePage({ url, file }: SourceUse): string {
  return url?.replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/+(?=$|[?#])/gi, '').toLowerCase() ?? file ?? '';
}

/** True for a source with a page, a later date or a quote that none of the others has. */
function isNewEvidence(source: SourceUse, others: readonly SourceUse[]): boolean {
  return others.every(
    (other) =>
      namePage(other) !== namePage(source) ||
      (source.date ?? '') > (other.date ?? '') ||
      source.quotes.some(({ text }) => !other.quotes.some((quote) => quote.text === text)),
  );
}

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
      `The supported index is ${points('found')} of 100; the description in the baseline scores ${points('before')} on the same date.`,
    why: 'Both are scored as of the same date, so evidence was lost, facts changed, or the rubric is another one. Sources that only age do not lower the one without the other.',
    fix: 'Run `demandfit diff` to see what changed (with --old-rubric, how much of it is the rubric). If the loss is justified, list the file under `lowered` in the config with the reason; without --base, rewriting the baseline with --write-baseline will also do.',
    find(context) {
      const { found, before, isAccepted } = findFall(context);
      return before === null || isAccepted ? [] : [{ subject: 'index', detail: { found, before } }];
    },
  },
  {
    id: 'fit/lowered',
    ...DISCLOSURE,
    scope: 'check',
    needs: 'fit',
    title: 'The config accepts a lower index',
    what: ({ points, text }) =>
      `The supported index falls from ${points('before')} to ${points('found')} of 100, which the config accepts: ${text('reason')}`,
    why: 'Whoever reviews the change has to agree with the reason.',
    fix: 'Review the reason. Once the baseline is rewritten, remove the entry under `lowered`.',
    find(context) {
      const { found, before, isAccepted } = findFall(context);
      const reason = context.fall?.reason ?? '';
      return before === null || !isAccepted ? [] : [{ subject: 'index', detail: { found, before, reason } }];
    },
  },
  {
    id: 'answer/raised',
    severity: 'warn',
    scope: 'check',
    title: 'An answer is raised on the same evidence',
    what: ({ on, text }) =>
      `Raised from level ${text('before')} to level ${text('found')} without a new source, date or quote: ${on}.`,
    why: 'Either the answer was too low in the base or it is too high now: the sources are the same.',
    fix: 'Cite what shows the higher level, or quote the words of the source that do.',
    find: ({ before, description, report }) =>
      before === null
        ? []
        : listAnswered(report).flatMap((criterion): readonly RuleMatch[] => {
            const old = listAnswered(before.report).find(({ id }) => id === criterion.id);
            const [now, then] = [description, before.description].map(({ answers }) => answers[criterion.id]);
            const isRaised = old !== undefined && criterion.levels.claimed > old.levels.claimed;
            const hasNew = criterion.sources.some((source) => isNewEvidence(source, old?.sources ?? []));
            if (!isRaised || hasNew || JSON.stringify(now) === JSON.stringify(then)) return [];
            const detail = { before: old.levels.claimed, found: criterion.levels.claimed };
            return [{ subject: criterion.id, detail, at: criterion.at }];
          }),
  },
  {
    id: 'as-of/before-baseline',
    severity: 'error',
    scope: 'check',
    title: 'The description is dated back',
    what: ({ subject, text }) => `The description is as of ${subject}; the baseline has it as of ${text('recorded')}.`,
    why: 'An earlier date makes old evidence count as recent.',
    fix: 'Set `as_of` to the date on which the answers were checked last.',
    find({ baseline, description, report: { asOf } }) {
      const recorded = baseline?.asOf ?? asOf;
      return asOf >= recorded ? [] : [{ subject: asOf, detail: { recorded }, at: description.placeOf('/as_of') }];
    },
  },
  {
    id: 'source/sight-removed',
    severity: 'error',
    scope: 'check',
    subject: 'source',
    title: 'The lock file no longer says what was seen',
    what: ({ subject, text }) =>
      `The lock file of the base says that ${text('said') === 'gone' ? `the page of ${subject} is gone` : `a quote is not on the page of ${subject}`}; the one here does not, though the page was not opened since.`,
    why: 'The lock file only lowers what a source supports, so an entry that is edited or deleted by hand raises it unseen.',
    fix: 'Restore the lock file, or open the page again with `demandfit sources --refresh`.',
    find: ({ lockBefore, description }) =>
      lockBefore === null
        ? []
        : description.sources.flatMap(({ id, url, archive = null }): readonly RuleMatch[] => {
            const after = description.lock ?? NO_LOCK;
            const said = [url, archive].map((one) => (one === null ? null : findEased(lockBefore, after, one)));
            const found = said.find((one) => one !== null);
            const at = description.placeOf(toPointer(['sources', id]));
            return found == null ? [] : [{ subject: id, detail: { said: found }, at }];
          }),
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
    id: 'suppression/new',
    severity: 'warn',
    scope: 'check',
    title: 'A change adds a suppression',
    what: ({ subject, text }) => `The base has no suppression of ${subject} until ${text('until')}: ${text('reason')}`,
    why: 'Whoever reviews the change has to agree with the reason.',
    fix: 'Review the reason and the date; merged into the base, the suppression is not reported any more.',
    find: ({ suppressions }) =>
      suppressions
        .filter(({ isNew }) => isNew)
        .map(({ rules, until, reason, at }) => ({ subject: rules.join(', '), detail: { until, reason }, at })),
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

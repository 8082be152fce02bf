import type { Finding, FindingId } from '../../model/report.ts';
import { formatPoints, formatRatio } from './figures.ts';

/** A finding in words, as plain text that a format has yet to escape. */
export interface FindingText {
  readonly what: string;
  /** Why it matters to the result. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
}

/** The words for one kind of finding. */
export interface FindingWording<F> {
  /** What it is about, whatever is found. */
  readonly title: string;
  readonly what: (finding: F) => string;
  readonly why: string;
  readonly fix: string;
}

/** A detail as it stands. */
export function formatDetail(finding: Pick<Finding, 'detail'>, key: string): string {
  return String(finding.detail[key] ?? 'not stated');
}

function formatDetailRatio(finding: Finding, key: string): string {
  const value = finding.detail[key];
  return typeof value === 'number' ? formatRatio(value) : 'not stated';
}

/** What each of two tracks would make of it, where both were scored. */
function describeBothIndices({ subject, detail: { words, index, otherIndex } }: Finding): string {
  if (typeof index !== 'number' || typeof otherIndex !== 'number') return '';
  return ` Supported it is ${formatPoints(index)} of 100 as ${subject}, and ${formatPoints(otherIndex)} as ${words}.`;
}

/** The words for what a report tells of. */
export const FINDING_WORDING: Readonly<Record<FindingId, FindingWording<Finding>>> = {
  'answer/disputed': {
    title: 'An answer is disputed',
    what: (f) => `The answer on ${f.subject} is disputed by: ${formatDetail(f, 'source')}.`,
    why: 'Evidence against an answer is printed and does not lower the score, so the reader has to weigh it.',
    fix: 'Read those sources beside the answer, and change the answer where they are right.',
  },
  'answer/not-applicable': {
    title: 'An answer that does not count on the track',
    what: (f) => `The answer on ${f.subject} does not count: the rubric does not ask this on the track.`,
    why: 'Which questions make sense on a track is decided by the rubric, so the answer leaves before scoring.',
    fix: 'Take it out, or check `track`.',
  },
  'answer/unsupported': {
    title: 'An answer without evidence',
    what: (f) => `Nothing that counts supports the answer on ${f.subject}.`,
    why: 'An answer without evidence carries level 0, whatever it says.',
    fix: 'Cite a document that shows it and is dated by the day of the report, under `sources` of the answer.',
  },
  'comparison/dear-alternative': {
    title: 'A comparison with a dear alternative',
    what: (f) =>
      `On ${f.subject} the offer shows ${formatDetailRatio(f, 'ratio')} against the alternative named (${formatDetail(f, 'named')}), and ${formatDetailRatio(f, 'bestRatio')} against the best registered one (${formatDetail(f, 'best')}).`,
    why: 'A buyer compares with the best that is on sale, so the break-even gate reads the smaller ratio.',
    fix: 'Compare with the best registered alternative, or state another workload or service class if they are no match.',
  },
  'comparison/no-registered-alternative': {
    title: 'A comparison with nothing that is registered',
    what: (f) => `No registered alternative is like for like on ${f.subject}, in ${formatDetail(f, 'unit')}.`,
    why: "The author's own choice of alternative can't be checked against the market, so the break-even gate counts it as claimed only.",
    fix: 'State unit, workload and service class of a registered alternative, or add one to the register.',
  },
  'comparison/class-not-stated': {
    title: 'A comparison that fits several groups',
    what: (f) =>
      `The comparison on ${f.subject} fits ${formatDetail(f, 'groups')} groups of workload and service class.`,
    why: 'While it is open which group the offer belongs to, the hardest alternative of all of them counts.',
    fix: 'State `workload` and `service_class` of the comparison, unless the offer promises less than every class.',
  },
  'customer/inside-crypto': {
    title: 'A customer inside crypto',
    what: (f) => `The customer ${formatDetail(f, 'customer')} is inside crypto.`,
    why: 'Use inside crypto does not show that AI buyers want the offer.',
    fix: 'Keep it on the list, and look for a customer outside crypto.',
  },
  'duty/ended': {
    title: 'A duty that has ended',
    what: (f) => `The duty ${formatDetail(f, 'duty')} ended on ${formatDetail(f, 'until')}.`,
    why: 'A rule that is gone makes nobody buy.',
    fix: 'Take it off the list, or cite the duty that replaced it.',
  },
  'duty/not-yet-in-application': {
    title: 'A duty that does not apply yet',
    what: (f) =>
      f.detail['from'] === undefined
        ? `The duty ${formatDetail(f, 'duty')} was not adopted on the day of the report.`
        : `The duty ${formatDetail(f, 'duty')} is not in application yet; it applies from ${formatDetail(f, 'from')}.`,
    why: 'Firms buy for a rule when it applies, so before that it carries level 2 at most, and level 1 before it is adopted.',
    fix: 'Nothing to mend; `--as-of` with a later day shows what the rule then does.',
  },
  'duty/other-track': {
    title: 'A duty that pulls nothing on the track',
    what: (f) => `The register sees no pull of the duty ${formatDetail(f, 'duty')} on this track.`,
    why: 'A duty counts only where meeting it takes a product of this kind.',
    fix: 'Take it off the list, or propose a change to the register with the text of the law.',
  },
  'duty/voluntary': {
    title: 'A voluntary duty',
    what: (f) => `The duty ${formatDetail(f, 'duty')} is voluntary.`,
    why: 'What nobody has to do carries level 1 at most.',
    fix: 'Look for a binding duty that the offer helps to meet.',
  },
  'source/after-as-of': {
    title: 'A source of a later day',
    what: (f) =>
      `The source ${f.subject} (${formatDetail(f, 'date')}) is dated after the day of the description; cited on: ${formatDetail(f, 'criterion')}.`,
    why: 'It could not be known on that day, so it counts as none.',
    fix: 'Cite an older document, or report on a later day and check every answer for it.',
  },
  'source/stale': {
    title: 'A source that is too old',
    what: (f) =>
      `The source ${f.subject} (${formatDetail(f, 'date')}) is older than these criteria allow: ${formatDetail(f, 'criterion')}.`,
    why: 'Prices, use and products change, so old evidence counts one grade lower.',
    fix: 'Cite a newer document.',
  },
  'source/uncited': {
    title: 'A source that no answer cites',
    what: (f) => `No answer cites the source ${f.subject}.`,
    why: 'A source counts only through the answers that cite it.',
    fix: 'Cite it under the answer that it supports, or take it off the list.',
  },
  'source/undated': {
    title: 'A source without a date',
    what: (f) => `The source ${f.subject} has no date; cited on: ${formatDetail(f, 'criterion')}.`,
    why: 'Its age can not be told, so it counts one grade lower.',
    fix: 'Add `published`, or `accessed` for a live page that shows no date.',
  },
  'track/disagreement': {
    title: 'The declared track is not what the summary describes',
    what: (f) =>
      `The description declares ${f.subject}; its summary reads as ${formatDetail(f, 'words')}.${describeBothIndices(f)}`,
    why: 'Tracks weigh the dimensions differently, so the track moves the index.',
    fix: 'Correct `track`, or say in the summary what the offer sells and to whom.',
  },
  'track/undecided': {
    title: 'Two tracks fit about equally',
    what: (f) => `The summary fits these tracks about equally: ${f.subject}.`,
    why: 'The project is scored under each of them, and the lower outcome is the headline.',
    fix: 'Declare `track`, or make the summary say what the offer sells and to whom.',
  },
  'website/missing': {
    title: 'No website is named',
    what: () => 'The description names no website.',
    why: "Without it the project's own documents can't be told from those of others, so no source counts as independent.",
    fix: 'Add `website`.',
  },
};

/** What a finding says, why it matters and what to do. */
export function describeFinding(finding: Finding): FindingText {
  const { what, why, fix } = FINDING_WORDING[finding.id];
  return { what: what(finding), why, fix };
}

/** Findings that say the same of different subjects, in the report's order. */
export function groupFindings(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { why, fix } = describeFinding(finding);
    const key = JSON.stringify([finding.id, why, fix]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()];
}

import type { Finding, RuleId } from '../../model/finding.ts';
import type { DescriptionRule, Rule, RuleContext, RuleText } from './rule.ts';
import { SOURCE_REPORT_RULES } from './source-rules.ts';

function findInReport({ report }: RuleContext, rule: RuleId): readonly Finding[] {
  return report.findings.filter(({ id }) => id === rule);
}

const REPORT_RULE_TEXTS: readonly (RuleText & Partial<DescriptionRule>)[] = [
  {
    id: 'answer/contradicts',
    severity: 'error',
    title: 'Answers that contradict each other',
    what: ({ text }) =>
      `These answers contradict each other (${text('implication')}): ${text('answers')}. ${text('why')}`,
    why: 'One of them is wrong, and until it is known which, the score rests on both.',
    fix: 'Read the sources of both again, and correct the one that they do not bear out.',
  },
  {
    id: 'answer/disputed',
    severity: 'warn',
    title: 'An answer is disputed',
    what: ({ subject, text }) => `The answer on ${subject} is disputed by: ${text('source')}.`,
    why: 'Evidence against an answer is printed and does not lower the score, so the reader has to weigh it.',
    fix: 'Read those sources beside the answer, and change the answer where they are right.',
  },
  {
    id: 'answer/not-applicable',
    severity: 'warn',
    title: 'An answer that does not count on the track',
    what: ({ subject }) => `The answer on ${subject} does not count: the rubric does not ask this on the track.`,
    why: 'Which questions make sense on a track is decided by the rubric, so the answer leaves before scoring.',
    fix: 'Take it out, or check `track`.',
  },
  {
    id: 'answer/unsupported',
    severity: 'warn',
    title: 'An answer without evidence',
    what: ({ subject }) => `Nothing that counts supports the answer on ${subject}.`,
    why: 'An answer without evidence carries level 0, whatever it says.',
    fix: 'Cite a document that shows it and is dated by the day of the report, under `sources` of the answer.',
  },
  {
    id: 'answer/unit-slip',
    severity: 'warn',
    title: 'A figure that looks like one in another unit',
    what: ({ subject, text }) => `The answer on ${subject} is ${text('said')}, which is hardly what is meant.`,
    why: 'A share given for per cent, or millions given for units, is scored as it stands.',
    fix: 'Give the figure in the unit that the criterion names.',
  },
  {
    id: 'comparison/dear-alternative',
    severity: 'warn',
    title: 'Not compared with the best alternative',
    what: ({ subject, text, ratio }) =>
      `On ${subject} the offer shows ${ratio('ratio')} against the alternative named (${text('named')}), and ${ratio('bestRatio')} against the best registered one (${text('best')}).`,
    why: 'A buyer compares with the best that is on sale, so the level and the gates read that one.',
    fix: 'Compare with the best registered alternative, or state another workload or service class if they are no match.',
  },
  {
    id: 'comparison/no-registered-alternative',
    severity: 'warn',
    title: 'A comparison with nothing that is registered',
    what: ({ subject, text }) =>
      `No registered alternative is like for like on ${subject}, in ${text('unit')}${text('workload') === '' ? '' : ` for the workload ${text('workload')}`}.${text('nearest') === '' ? '' : ` The register has ${text('nearest')}.`}`,
    why: "The author's own choice of alternative can't be checked against the market, so the answer counts as claimed only.",
    fix: 'State unit, workload and service class of a registered alternative, or add one to the register.',
  },
  {
    id: 'comparison/implausible',
    severity: 'error',
    title: 'A figure too good to be believed',
    what: ({ subject, text, ratio }) =>
      `On ${subject} the offer is said to be ${ratio('bestRatio')} better than the cheapest registered alternative of the same workload, ${text('best')}.`,
    why: 'Nobody sells the same work at such a distance from the market for long, so the figure counts as claimed only.',
    fix: 'Look at the unit, the copies and fees left out, and whether it is a promotion; else add the cheaper market to the register.',
  },
  {
    id: 'comparison/class-not-stated',
    severity: 'warn',
    title: 'A comparison that fits several groups',
    what: ({ subject, text }) =>
      `The comparison on ${subject} fits ${text('groups')} groups of workload and service class.`,
    why: 'While it is open which group the offer belongs to, the hardest alternative of all of them counts.',
    fix: 'State `workload` and `service_class` of the comparison, unless the offer promises less than every class.',
  },
  {
    id: 'customer/inside-crypto',
    severity: 'warn',
    title: 'A customer inside crypto',
    what: ({ text }) => `The customer ${text('customer')} is inside crypto.`,
    why: 'Use inside crypto does not show that AI buyers want the offer.',
    fix: 'Keep it on the list, and look for a customer outside crypto.',
  },
  {
    id: 'duty/ended',
    severity: 'warn',
    title: 'A duty that has ended',
    what: ({ text }) => `The duty ${text('duty')} ended on ${text('until')}.`,
    why: 'A rule that is gone makes nobody buy.',
    fix: 'Take it off the list, or cite the duty that replaced it.',
  },
  {
    id: 'duty/not-yet-in-application',
    severity: 'warn',
    title: 'A duty that does not apply yet',
    what: ({ detail, text }) =>
      detail['from'] === undefined
        ? `The duty ${text('duty')} was not adopted on the day of the report.`
        : `The duty ${text('duty')} is not in application yet; it applies from ${text('from')}.`,
    why: 'Firms buy for a rule when it applies, so before that it carries level 2 at most, and level 1 before it is adopted.',
    fix: 'Nothing to mend; `--as-of` with a later day shows what the rule then does.',
  },
  {
    id: 'duty/other-track',
    severity: 'warn',
    title: 'A duty that pulls nothing on the track',
    what: ({ text }) => `The register sees no pull of the duty ${text('duty')} on this track.`,
    why: 'A duty counts only where meeting it takes a product of this kind.',
    fix: 'Take it off the list, or propose a change to the register with the text of the law.',
  },
  {
    id: 'duty/voluntary',
    severity: 'warn',
    title: 'A voluntary duty',
    what: ({ text }) => `The duty ${text('duty')} is voluntary.`,
    why: 'What nobody has to do carries level 1 at most.',
    fix: 'Look for a binding duty that the offer helps to meet.',
  },
  ...SOURCE_REPORT_RULES,
  {
    id: 'track/disagreement',
    severity: 'error',
    title: 'The declared track is not what the summary describes',
    what({ subject, detail, text, points }) {
      const read = `The description declares ${subject}; its summary reads as ${text('words')}.`;
      return detail['index'] === undefined || detail['otherIndex'] === undefined
        ? read
        : `${read} Supported it is ${points('index')} of 100 as ${subject}, and ${points('otherIndex')} as ${text('words')}.`;
    },
    why: 'Tracks weigh the dimensions differently, so the track moves the index.',
    fix: 'Correct `track`, or say in the summary what the offer sells and to whom.',
    // The declared track decides between the two indices, so the finding repeats them.
    find(context, id) {
      const { fit, otherTracks } = context.report;
      const other = otherTracks.find(({ because }) => because === 'disagreement');
      const indices = other === undefined || fit === null ? {} : { index: fit.supported, otherIndex: other.supported };
      return findInReport(context, id).map((finding) => ({ ...finding, detail: { ...finding.detail, ...indices } }));
    },
  },
  {
    id: 'track/undecided',
    severity: 'warn',
    title: 'Two tracks fit about equally',
    what: ({ subject }) => `The summary fits these tracks about equally: ${subject}.`,
    why: 'The project is scored under each of them, and the lower outcome is the headline.',
    fix: 'Declare `track`, or make the summary say what the offer sells and to whom.',
  },
  {
    id: 'website/missing',
    severity: 'warn',
    title: 'No website is named',
    what: () => 'The description names no website.',
    why: "Without it the project's own documents can't be told from those of others, so each counts as press at best, and kinds that need another hand as a statement.",
    fix: 'Add `website`.',
  },
  {
    id: 'website/without-source',
    severity: 'error',
    title: 'No source is from the website',
    what: ({ subject }) => `No source is from ${subject}, nor from a host that the description claims.`,
    why: "A website that carries nothing of what is cited may not be where the project lives, so its own documents can't be told from those of others: each counts as press at best, and kinds that need another hand as a statement.",
    fix: "Name the project's own site as `website`, and cite a document of its own.",
  },
];

/** Rules whose findings are part of every report. */
export const REPORT_RULES: readonly Rule[] = REPORT_RULE_TEXTS.map((text) => ({
  scope: 'description',
  find: findInReport,
  ...text,
}));

/** @throws Error for the id of any other rule, which is a bug. */
export function getReportRule(id: RuleId): Rule {
  const rule = REPORT_RULES.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule of a report is called ${id}`);
  return rule;
}

import type { Finding, RuleId } from '../../model/finding.ts';
import { QUOTE_REPORT_RULES } from './quote-rules.ts';
import { type DescriptionRule, DISCLOSURE, type Rule, type RuleContext, type RuleText } from './rule.ts';
import { SOURCE_REPORT_RULES } from './source-rules.ts';

function findInReport({ report }: RuleContext, rule: RuleId): readonly Finding[] {
  return report.findings.filter(({ id }) => id === rule);
}

const REPORT_RULE_TEXTS: readonly (RuleText & Partial<DescriptionRule>)[] = [
  {
    id: 'answer/contradicts',
    severity: 'error',
    title: 'Answers contradict each other',
    what: ({ text }) =>
      `These answers contradict each other (${text('implication')}): ${text('answers')}. ${text('why')}`,
    why: 'At least one of them is wrong, and the score rests on both.',
    fix: 'Check the sources of both, and correct the answer that they do not support.',
  },
  {
    id: 'answer/disputed',
    ...DISCLOSURE,
    title: 'An answer is disputed',
    what: ({ on, text }) => `The answer on ${on} is disputed by: ${text('source')}.`,
    why: 'Evidence against an answer is reported but does not lower the score, so the reader has to weigh it.',
    fix: 'Compare those sources with the answer, and correct the answer where they are right.',
  },
  {
    id: 'answer/not-applicable',
    ...DISCLOSURE,
    title: 'An answer does not count on this track',
    what: ({ on }) => `The answer on ${on} does not count: the rubric does not ask this question on the track.`,
    why: 'The rubric decides which questions apply to a track; other answers are dropped before scoring.',
    fix: 'Remove it, or check `track`.',
  },
  {
    id: 'answer/unsupported',
    ...DISCLOSURE,
    title: 'An answer has no evidence',
    what: ({ on }) => `No source that counts supports the answer on ${on}.`,
    why: 'An answer without evidence is supported at level 0, whatever it claims.',
    fix: 'Cite a document that shows it, dated no later than the report, under `sources` of the answer.',
  },
  {
    id: 'answer/unit-slip',
    ...DISCLOSURE,
    title: 'A figure appears to be in the wrong unit',
    what: ({ on, text }) =>
      `The answer on ${on} is ${text('said')}, which is probably not what is meant.${text('meant') === '' ? '' : ` For ${text('meant')}% write ${text('meant')}.`}`,
    why: 'A fraction in place of a percentage, or millions in place of units, is scored as written.',
    fix: 'Give the figure in the unit that the criterion names. If it is right as it is, leave it.',
  },
  {
    id: 'comparison/cheaper-alternative',
    ...DISCLOSURE,
    title: 'Not compared with the best alternative',
    what: ({ on, text, ratio }) =>
      `On ${on} the offer shows ${ratio('ratio')} against the alternative it names (${text('named')}), but ${ratio('bestRatio')} against the best registered one (${text('best')}).`,
    why: 'Buyers compare with the best offer on the market, so the level and the gates use that one.',
    fix: 'Compare with the best registered alternative, or state another workload or service class if it is not like for like.',
  },
  {
    id: 'comparison/no-registered-alternative',
    ...DISCLOSURE,
    title: 'No registered alternative to compare with',
    what: ({ on, text }) =>
      `No registered alternative is like for like on ${on}, in ${text('unit')}${text('workload') === '' ? '' : ` for the workload ${text('workload')}`}.${text('nearest') === '' ? '' : ` The register has ${text('nearest')}.`}`,
    why: "The author's own choice of alternative cannot be checked against the market, so the answer counts as claimed only.",
    fix: 'Use the unit, workload and service class of a registered alternative, or add one to the register.',
  },
  {
    id: 'comparison/implausible',
    severity: 'error',
    title: 'A figure is too good to be true',
    what: ({ on, text, ratio }) =>
      `On ${on} the offer claims to be ${ratio('bestRatio')} better than the cheapest registered alternative for the same workload, ${text('best')}.`,
    why: 'No seller stays that far ahead of the market for long, so the figure counts as claimed only.',
    fix: 'Check the unit, the copies and fees left out, and promotional prices. If the figure is right, add the cheaper market to the register.',
  },
  {
    id: 'comparison/class-not-stated',
    ...DISCLOSURE,
    title: 'A comparison fits several groups',
    what: ({ on, text }) => `The comparison on ${on} fits ${text('groups')} groups of workload and service class.`,
    why: 'Until it is known which group the offer belongs to, the strongest alternative in any of them counts.',
    fix: 'State `workload` and `service_class`, and cite a document that shows the class under `class_sources`: a class without one does not count. Leave the class out if the offer promises less than every class.',
  },
  {
    id: 'customer/inside-crypto',
    ...DISCLOSURE,
    title: 'A customer is inside crypto',
    what: ({ text }) => `The customer ${text('customer')} is inside crypto.`,
    why: 'Use inside crypto does not show that AI buyers want the offer.',
    fix: 'Keep it on the list, and look for a customer outside crypto.',
  },
  {
    id: 'customer/looks-inside-crypto',
    severity: 'error',
    title: 'A customer outside crypto has a name from crypto',
    what: ({ text }) =>
      `The customer ${text('customer')} is given as outside crypto, but that is the name of a chain, a token, an exchange or the project itself.`,
    why: 'Use inside crypto does not show that AI buyers want the offer, so it counts as inside.',
    fix: 'Set `outside_crypto: false`. If another organisation has the same name, give its full name.',
  },
  {
    id: 'customer/unnamed',
    ...DISCLOSURE,
    title: 'A customer is not named',
    what: ({ text }) => `The customer ${JSON.stringify(text('customer'))} is a description and not a name.`,
    why: 'Nobody can ask a customer without a name, so it counts as announced.',
    fix: 'Give the name that the source gives. If the source gives none, keep the entry as it is.',
  },
  {
    id: 'duty/ended',
    ...DISCLOSURE,
    title: 'A duty has ended',
    what: ({ text }) => `The duty ${text('duty')} ended on ${text('until')}.`,
    why: 'A rule that no longer applies creates no demand.',
    fix: 'Remove it, or cite the duty that replaced it.',
  },
  {
    id: 'duty/not-yet-in-application',
    ...DISCLOSURE,
    title: 'A duty does not apply yet',
    what: ({ detail, text }) =>
      detail['from'] === undefined
        ? `The duty ${text('duty')} had not been adopted on the date of the report.`
        : `The duty ${text('duty')} does not apply yet; it applies from ${text('from')}.`,
    why: 'Firms buy once a rule applies; before that it supports level 2 at most, and level 1 until it is adopted.',
    fix: 'Nothing to fix; `--as-of` with a later date shows the effect of the rule.',
  },
  {
    id: 'duty/other-track',
    ...DISCLOSURE,
    title: 'A duty has no pull on this track',
    what: ({ text }) => `According to the register, the duty ${text('duty')} has no pull on this track.`,
    why: 'A duty counts only if complying with it takes a product of this kind.',
    fix: 'Remove it, or propose a change to the register that quotes the law.',
  },
  {
    id: 'duty/voluntary',
    ...DISCLOSURE,
    title: 'A duty is voluntary',
    what: ({ text }) => `The duty ${text('duty')} is voluntary.`,
    why: 'A voluntary duty supports level 1 at most.',
    fix: 'Look for a binding duty that the offer helps to meet.',
  },
  ...QUOTE_REPORT_RULES,
  ...SOURCE_REPORT_RULES,
  {
    id: 'track/disagreement',
    severity: 'error',
    title: 'The declared track differs from what the summary describes',
    what({ subject, detail, text, points }) {
      const read = `The description declares ${subject}; its summary reads as ${text('words')}.`;
      return detail['index'] === undefined || detail['otherIndex'] === undefined
        ? read
        : `${read} The supported index is ${points('index')} as ${subject} and ${points('otherIndex')} as ${text('words')}.`;
    },
    why: 'Tracks weight the dimensions differently, so the track changes the index.',
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
    title: 'The summary leaves the track open',
    what: ({ subject, text }) => `The summary fits ${subject} and ${text('other')} about equally.`,
    why: 'The project is scored under each track that the summary leaves open, and the lower outcome is the headline; where it may also be outside, it may have no fit at all.',
    fix: 'Declare `track`, or make the summary say what the offer sells and to whom.',
  },
  {
    id: 'website/missing',
    ...DISCLOSURE,
    title: 'No website is given',
    what: () => 'The description has no `website`.',
    why: "Without it the project's own documents cannot be told apart from those of third parties, so each counts as press at best, or as a statement if its kind requires a third party.",
    fix: 'Add `website`.',
  },
  {
    id: 'website/without-source',
    ...DISCLOSURE,
    title: 'No source is on the website',
    what: ({ subject }) => `No source is on ${subject} or on one of the project's \`own_hosts\`.`,
    why: "A website that hosts none of the sources may not be the project's own, so its documents cannot be told apart from those of third parties: each counts as press at best, or as a statement if its kind requires a third party.",
    fix: "Set `website` to the project's own site, and cite a document from it.",
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
  if (rule === undefined) throw new Error(`unknown report rule ${id}`);
  return rule;
}

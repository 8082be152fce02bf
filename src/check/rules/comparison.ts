import { findInReport, type Rule } from './rule.ts';

export const comparisonDearAlternative = {
  id: 'comparison/dear-alternative',
  severity: 'warn',
  scope: 'description',
  title: 'Not compared with the best alternative',
  what: ({ subject, text, ratio }) =>
    `On ${subject} the offer shows ${ratio('ratio')} against the alternative named (${text('named')}), and ${ratio('bestRatio')} against the best registered one (${text('best')}).`,
  why: 'A buyer compares with the best that is on sale, so the break-even gate reads the smaller ratio.',
  fix: 'Compare with the best registered alternative, or state another workload or service class if they are no match.',
  find: findInReport,
} as const satisfies Rule;

export const comparisonNoRegisteredAlternative = {
  id: 'comparison/no-registered-alternative',
  severity: 'warn',
  scope: 'description',
  title: 'A comparison with nothing that is registered',
  what: ({ subject, text }) => `No registered alternative is like for like on ${subject}, in ${text('unit')}.`,
  why: "The author's own choice of alternative can't be checked against the market, so the break-even gate counts it as claimed only.",
  fix: 'State unit, workload and service class of a registered alternative, or add one to the register.',
  find: findInReport,
} as const satisfies Rule;

export const comparisonClassNotStated = {
  id: 'comparison/class-not-stated',
  severity: 'warn',
  scope: 'description',
  title: 'A comparison that fits several groups',
  what: ({ subject, text }) =>
    `The comparison on ${subject} fits ${text('groups')} groups of workload and service class.`,
  why: 'While it is open which group the offer belongs to, the hardest alternative of all of them counts.',
  fix: 'State `workload` and `service_class` of the comparison, unless the offer promises less than every class.',
  find: findInReport,
} as const satisfies Rule;

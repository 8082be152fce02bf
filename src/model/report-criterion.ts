import { quoteState } from './lock.ts';
import * as s from './schema/schema.ts';
import { describeBounds, direction, level, points, share, span, texts } from './schema/values.ts';

export type LoweringReason = s.AcceptedValue<typeof loweringReason>;

export const loweringReason = s.oneOf([
  'stale',
  'undated',
  'own-host',
  'not-public',
  'host-unknown',
  'owner-hidden',
  'kind-unlikely',
  'kind-off-criterion',
  'own-word',
  'after-as-of',
  'gone',
  'quote-missing',
]);

export interface SourceUse extends s.AcceptedValue<typeof sourceUse> {}

/** Words that an answer rests on, as its citation has them. */
export interface CitedQuote extends s.AcceptedValue<typeof citedQuote> {}

const citedQuote = s.namedMapping('CitedQuote', 'Words that an answer rests on.', {
  text: s.anyText,
  /** What stands right before and right behind it. */
  prefix: s.nullable(s.anyText),
  suffix: s.nullable(s.anyText),
  page: s.nullable(s.wholeNumber(1)),
  seen: s.annotate(s.optional(quoteState), { description: 'How it was found on the page, by the lock file.' }),
});

const sourceUse = s.namedMapping('SourceUse', 'One source as one answer uses it.', {
  id: s.anyText,
  title: s.anyText,
  /** null for what nobody else can open. */
  url: s.nullable(s.anyText),
  file: s.nullable(s.anyText),
  kind: s.anyText,
  /** The date that its age is judged on, as written. */
  date: s.nullable(s.anyText),
  grade: s.annotate(s.anyText, { description: 'Its evidence grade for this answer, after all lowering.' }),
  lowered: s.list(loweringReason),
  /** In the order of the file. */
  quotes: s.list<CitedQuote>(citedQuote),
  at: s.nullable(span),
});

export interface ItemReport extends s.AcceptedValue<typeof itemReport> {}

const itemReport = s.namedMapping('Item', 'One customer or duty of a list.', {
  title: s.anyText,
  claimed: level,
  supported: level,
  grade: s.anyText,
  /** Why the item carries the level that it carries. */
  reason: s.anyText,
  sources: s.list<SourceUse>(sourceUse),
  note: s.nullable(s.anyText),
  at: s.nullable(span),
});

/** A ratio of the alternative to the project in the better direction; above 1 the project is better. */
export interface Ratio extends s.AcceptedValue<typeof ratio> {}

export const ratio = s.namedMapping(
  'Ratio',
  'Where `below` is true the ratio counts as anything under `value`, which is not reached.',
  {
    value: s.numberWithin(),
    /** True where the evidence caps the ratio. */
    below: s.booleanValue,
  },
);

/** A figure that the project is compared with. */
export interface AlternativeReport extends s.AcceptedValue<typeof alternativeReport> {}

export const alternativeReport = s.namedMapping(
  'AlternativeReport',
  'A figure that the project is compared with; `id` is null for one that the author named.',
  {
    /** Id of the registered alternative. */
    id: s.nullable(s.anyText),
    name: s.anyText,
    value: s.numberWithin(),
    unit: s.anyText,
    /** The day that the register's figure is for. */
    from: s.nullable(s.anyText),
    /** Where the register has the figure from; null where the author cites sources of their own. */
    source: s.nullable(s.mapping({ title: s.anyText, url: s.nullable(s.anyText), grade: s.anyText })),
  },
);

export interface ComparisonReport extends s.AcceptedValue<typeof comparisonReport> {}

const comparisonReport = s.namedMapping(
  'Comparison',
  'Ratios are in the better direction: above 1 the project is better.',
  {
    project: s.numberWithin(),
    unit: s.anyText,
    better: direction,
    /** The alternative that the author chose, and the ratio to it. */
    author: alternativeReport,
    ratio: s.numberWithin(),
    /** The best registered alternative of the same workload, unit and service class; null where none is registered. */
    best: s.nullable<AlternativeReport>(alternativeReport),
    bestRatio: s.nullable(s.numberWithin()),
    /** The cheapest of what buyers mostly use today for the same workload, whatever its service class. */
    incumbent: s.nullable<AlternativeReport>(alternativeReport),
    incumbentRatio: s.nullable(s.numberWithin()),
    workload: s.nullable(s.anyText),
    serviceClass: s.nullable(s.anyText),
  },
);

const criterionFields = {
  id: s.anyText,
  title: s.anyText,
  kind: s.anyText,
  dimension: s.anyText,
  question: s.anyText,
  /** Weight within the dimension, as the rubric states it. */
  weight: s.numberWithin(),
  share: s.annotate(share, { description: 'Share of the whole index; 0 where the criterion does not apply.' }),
  claims: texts,
  at: s.nullable(span),
};

const raiseFields = {
  raise: s.anyText,
  effort: s.mapping({ find_out: s.anyText, raise: s.anyText }),
};

export type CriterionReport = s.AcceptedValue<typeof criterionReport>;

const criterionReport = s.named(
  'Criterion',
  'Answered, unknown or not applicable; the three never mix.',
  s.taggedUnion(
    'status',
    s.mapping({ ...criterionFields, status: s.literal('not-applicable'), reason: s.anyText }),
    s.mapping({
      ...criterionFields,
      status: s.literal('unknown'),
      /** True where the description says `unknown`, false where it is silent. */
      stated: s.booleanValue,
      note: s.nullable(s.anyText),
      searched: s.annotate(s.nullable(s.anyText), { description: 'Date of a search that found nothing.' }),
      where: s.annotate(texts, { description: 'Places searched, in words or as web addresses.' }),
      levels: describeBounds(level),
      ...raiseFields,
    }),
    s.mapping({
      ...criterionFields,
      status: s.literal('answered'),
      /** The answer in words. */
      said: s.anyText,
      note: s.nullable(s.anyText),
      levels: describeBounds(level),
      /** What the rubric says of the claimed level, which is the answer's. */
      means: s.anyText,
      grade: s.anyText,
      /** The highest level that the grade carries on this criterion. */
      cap: level,
      sources: s.list<SourceUse>(sourceUse),
      disputedBy: s.list<SourceUse>(sourceUse),
      items: s.list<ItemReport>(itemReport),
      comparison: s.nullable<ComparisonReport>(comparisonReport),
      ...raiseFields,
    }),
  ),
);

export interface DimensionReport extends s.AcceptedValue<typeof dimensionReport> {}

export const dimensionReport = s.namedMapping('Dimension', 'Marks, 0 to 100.', {
  id: s.anyText,
  title: s.anyText,
  weight: s.annotate(points, { description: "The track's weight, of 100." }),
  reason: s.anyText,
  /** Marks, as the next two. */
  supported: points,
  claimed: points,
  possible: points,
  criteria: s.list<CriterionReport>(criterionReport),
});

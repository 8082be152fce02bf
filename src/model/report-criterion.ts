import { quoteState } from './lock.ts';
import {
  type AcceptedValue,
  annotate,
  anyText,
  booleanValue,
  list,
  literal,
  mapping,
  named,
  namedMapping,
  nullable,
  numberWithin,
  oneOf,
  optional,
  taggedUnion,
  wholeNumber,
} from './schema/schema.ts';
import { describeBounds, direction, level, points, share, span, texts } from './schema/values.ts';

export type LoweringReason = AcceptedValue<typeof loweringReason>;

export const loweringReason = oneOf([
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

export interface SourceUse extends AcceptedValue<typeof sourceUse> {}

/** Words that an answer rests on, as its citation has them. */
export interface CitedQuote extends AcceptedValue<typeof citedQuote> {}

const citedQuote = namedMapping('CitedQuote', 'Words that an answer rests on.', {
  text: anyText,
  /** What stands right before and right behind it. */
  prefix: nullable(anyText),
  suffix: nullable(anyText),
  page: nullable(wholeNumber(1)),
  seen: annotate(optional(quoteState), { description: 'How it was found on the page, by the lock file.' }),
});

const sourceUse = namedMapping('SourceUse', 'One source as one answer uses it.', {
  id: anyText,
  title: anyText,
  /** null for what nobody else can open. */
  url: nullable(anyText),
  file: nullable(anyText),
  kind: anyText,
  /** The date that its age is judged on, as written. */
  date: nullable(anyText),
  grade: annotate(anyText, { description: 'Its evidence grade for this answer, after all lowering.' }),
  lowered: list(loweringReason),
  /** In the order of the file. */
  quotes: list<CitedQuote>(citedQuote),
  at: nullable(span),
});

export interface ItemReport extends AcceptedValue<typeof itemReport> {}

const itemReport = namedMapping('Item', 'One customer or duty of a list.', {
  title: anyText,
  claimed: level,
  supported: level,
  grade: anyText,
  /** Why the item carries the level that it carries. */
  reason: anyText,
  sources: list<SourceUse>(sourceUse),
  note: nullable(anyText),
  at: nullable(span),
});

/** A ratio of the alternative to the project in the better direction; above 1 the project is better. */
export interface Ratio extends AcceptedValue<typeof ratio> {}

export const ratio = namedMapping(
  'Ratio',
  'Where `below` is true the ratio counts as anything under `value`, which is not reached.',
  {
    value: numberWithin(),
    /** True where the evidence caps the ratio. */
    below: booleanValue,
  },
);

/** A figure that the project is compared with. */
export interface AlternativeReport extends AcceptedValue<typeof alternativeReport> {}

export const alternativeReport = namedMapping(
  'AlternativeReport',
  'A figure that the project is compared with; `id` is null for one that the author named.',
  {
    /** Id of the registered alternative. */
    id: nullable(anyText),
    name: anyText,
    value: numberWithin(),
    unit: anyText,
    /** The day that the register's figure is for. */
    from: nullable(anyText),
    /** Where the register has the figure from; null where the author cites sources of their own. */
    source: nullable(mapping({ title: anyText, url: anyText, grade: anyText })),
  },
);

export interface ComparisonReport extends AcceptedValue<typeof comparisonReport> {}

const comparisonReport = namedMapping(
  'Comparison',
  'Ratios are in the better direction: above 1 the project is better.',
  {
    project: numberWithin(),
    unit: anyText,
    better: direction,
    /** The alternative that the author chose, and the ratio to it. */
    author: alternativeReport,
    ratio: numberWithin(),
    /** The best registered alternative of the same workload, unit and service class; null where none is registered. */
    best: nullable<AlternativeReport>(alternativeReport),
    bestRatio: nullable(numberWithin()),
    /** The cheapest of what buyers mostly use today for the same workload, whatever its service class. */
    incumbent: nullable<AlternativeReport>(alternativeReport),
    incumbentRatio: nullable(numberWithin()),
    workload: nullable(anyText),
    serviceClass: nullable(anyText),
  },
);

const criterionFields = {
  id: anyText,
  title: anyText,
  kind: anyText,
  dimension: anyText,
  question: anyText,
  /** Weight within the dimension, as the rubric states it. */
  weight: numberWithin(),
  share: annotate(share, { description: 'Share of the whole index; 0 where the criterion does not apply.' }),
  claims: texts,
  at: nullable(span),
};

const raiseFields = {
  raise: anyText,
  effort: mapping({ find_out: anyText, raise: anyText }),
};

export type CriterionReport = AcceptedValue<typeof criterionReport>;

const criterionReport = named(
  'Criterion',
  'Answered, unknown or not applicable; the three never mix.',
  taggedUnion(
    'status',
    mapping({ ...criterionFields, status: literal('not-applicable'), reason: anyText }),
    mapping({
      ...criterionFields,
      status: literal('unknown'),
      /** True where the description says `unknown`, false where it is silent. */
      stated: booleanValue,
      note: nullable(anyText),
      searched: annotate(nullable(anyText), { description: 'Date of a search that found nothing.' }),
      where: annotate(texts, { description: 'Places searched, in words or as web addresses.' }),
      levels: describeBounds(level),
      ...raiseFields,
    }),
    mapping({
      ...criterionFields,
      status: literal('answered'),
      /** The answer in words. */
      said: anyText,
      note: nullable(anyText),
      levels: describeBounds(level),
      /** What the rubric says of the claimed level, which is the answer's. */
      means: anyText,
      grade: anyText,
      /** The highest level that the grade carries on this criterion. */
      cap: level,
      sources: list<SourceUse>(sourceUse),
      disputedBy: list<SourceUse>(sourceUse),
      items: list<ItemReport>(itemReport),
      comparison: nullable<ComparisonReport>(comparisonReport),
      ...raiseFields,
    }),
  ),
);

export interface DimensionReport extends AcceptedValue<typeof dimensionReport> {}

export const dimensionReport = namedMapping('Dimension', 'Marks, 0 to 100.', {
  id: anyText,
  title: anyText,
  weight: annotate(points, { description: "The track's weight, of 100." }),
  reason: anyText,
  /** Marks, as the next two. */
  supported: points,
  claimed: points,
  possible: points,
  criteria: list<CriterionReport>(criterionReport),
});

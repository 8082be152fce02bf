import { headFields, rubricInfo } from './report.ts';
import {
  basis,
  fitShares,
  type GateStatusChange,
  gateStatusChange,
  type LevelChangeCause,
  levelChangeCause,
} from './report-outcome.ts';
import {
  type AcceptedValue,
  anyText,
  list,
  literal,
  mapping,
  named,
  namedMapping,
  nullable,
  numberWithin,
  oneOf,
  taggedUnion,
} from './schema/schema.ts';
import { describeBounds, level, points, problem, share } from './schema/values.ts';

export interface ExactPoints extends AcceptedValue<typeof exactPoints> {}

const exactPoints = namedMapping('Figure', 'Points that add up: the nearest double, and the exact fraction.', {
  points: numberWithin(),
  /** The fraction that `points` is rounded from, such as `-25/7` or `3`. */
  exact: anyText,
});

/** A verdict by its id, a band's or `not-rateable`, and its title. */
const namedVerdict = mapping({ id: anyText, title: anyText });

const versionFields = {
  name: anyText,
  offer: nullable(anyText),
  file: nullable(anyText),
  /** A day. */
  asOf: anyText,
  /** The track that it was scored on; null when outside. */
  track: nullable(anyText),
  /** Share of weight whose answers have a source that counts; null when outside. */
  coverage: nullable(share),
};

/** One of the two versions of a description. Only one with a fit has an index. */
export type DiffVersion = AcceptedValue<typeof diffVersion>;

const diffVersion = named(
  'DiffVersion',
  'One of the two versions, as it was scored.',
  taggedUnion(
    'status',
    mapping({
      ...versionFields,
      status: literal('fit'),
      index: describeBounds<ExactPoints>(exactPoints),
      verdict: namedVerdict,
      basis,
      shares: fitShares,
    }),
    mapping({ ...versionFields, status: literal('outside') }),
  ),
);

/** `share` is of the whole index. */
export type CriterionState = AcceptedValue<typeof criterionState>;

const criterionState = named(
  'CriterionState',
  'The result of a criterion before or after a part of the change.',
  taggedUnion(
    'status',
    /** The rubric does not have it. */
    mapping({ status: literal('absent') }),
    mapping({ status: literal('not-applicable'), reason: anyText }),
    mapping({ status: literal('unknown'), share, levels: describeBounds(level) }),
    mapping({ status: literal('answered'), said: anyText, grade: anyText, share, levels: describeBounds(level) }),
  ),
);

/** What one criterion adds to a part, in the supported index before gates: its share times its mark, after less before. */
export interface CriterionChange extends AcceptedValue<typeof criterionChange> {}

const criterionChange = mapping({
  criterion: anyText,
  title: anyText,
  change: exactPoints,
  before: criterionState,
  after: criterionState,
  causes: list<LevelChangeCause>(levelChangeCause),
});

/** The gate that caps the supported index. */
export interface BindingGate extends AcceptedValue<typeof bindingGate> {}

const bindingGate = mapping({ gate: anyText, title: anyText, cap: points });

/** What gates add to a part: the change of the supported index less that of the index before gates. */
export interface GateContribution extends AcceptedValue<typeof gateContribution> {}

const gateContribution = mapping({
  change: exactPoints,
  /** null where no gate caps it. */
  before: nullable<BindingGate>(bindingGate),
  after: nullable<BindingGate>(bindingGate),
  /** Only those whose status changed. */
  statuses: list<GateStatusChange>(gateStatusChange),
});

/** What can change an index, in the order in which each is replaced. */
export const DIFF_PART_IDS = ['rubric', 'track', 'time', 'facts'] as const;
export type DiffPartId = (typeof DIFF_PART_IDS)[number];

/** It adds no points, and can change the verdict. */
export type VerdictRuleChange = AcceptedValue<typeof verdictRuleChange>;

const verdictRuleChange = named(
  'VerdictRuleChange',
  'A changed rule for the verdict of an index.',
  taggedUnion(
    'kind',
    /** Points from which the band counts; null where a rubric does not have it. */
    mapping({ kind: literal('band'), band: anyText, title: anyText, from: nullable(points), to: nullable(points) }),
    mapping({ kind: literal('coverage-floor'), from: share, to: share }),
  ),
);

/** One step from old to new. */
export interface DiffPart extends AcceptedValue<typeof diffPart> {}

const diffPart = namedMapping('DiffPart', 'Its criteria and gates sum to its change, exactly.', {
  id: oneOf(DIFF_PART_IDS),
  change: exactPoints,
  /** The verdict after it. */
  verdict: namedVerdict,
  /** The criteria whose points, answer or evidence changed, most points first, ties in the order of the rubric. */
  criteria: list<CriterionChange>(criterionChange),
  gates: gateContribution,
  /** Only where the rubric is another one; in the order of the bands. */
  rules: list<VerdictRuleChange>(verdictRuleChange),
});

/** Why a change has no parts. */
export type DiffObstacle = AcceptedValue<typeof diffObstacle>;

const diffObstacle = taggedUnion(
  'kind',
  mapping({ kind: literal('outside'), end: oneOf(['old', 'new']) }),
  /** The new rubric has no track that the old description was scored on. */
  mapping({ kind: literal('no-track'), track: anyText }),
  /** The old file is not a valid description by the new rubric. */
  mapping({ kind: literal('refused'), problems: list(problem) }),
);

/** The change of the supported index in parts that sum to it exactly, or why it has none. */
export type IndexAttribution = AcceptedValue<typeof indexAttribution>;

const indexAttribution = taggedUnion(
  'status',
  mapping({ status: literal('told'), change: exactPoints, parts: list<DiffPart>(diffPart) }),
  mapping({ status: literal('not-told'), because: list<DiffObstacle>(diffObstacle) }),
);

/** How index and verdict changed between two versions of a description, and why. */
export interface DescriptionDiff extends AcceptedValue<typeof descriptionDiff> {}

const descriptionDiff = namedMapping(
  'DescriptionDiff',
  'The change between two versions of a description in parts that sum to it.',
  { before: diffVersion, after: diffVersion, split: indexAttribution, scope: anyText },
);

/** The JSON output of `diff`; `rubric` is the new one. */
export interface DiffJson extends AcceptedValue<typeof diffFile> {}

export const diffFile = mapping({
  ...headFields,
  oldRubric: rubricInfo,
  /** null where one of the files could not be scored, for the `problems`. */
  change: nullable<DescriptionDiff>(descriptionDiff),
  problems: list(problem),
});

import { headFields, rubricInfo } from './report.ts';
import {
  basis,
  fitShares,
  type GateStatusChange,
  gateStatusChange,
  type LevelChangeCause,
  levelChangeCause,
} from './report-outcome.ts';
import * as s from './schema/schema.ts';
import { describeBounds, level, points, problem, share } from './schema/values.ts';

export interface ExactPoints extends s.AcceptedValue<typeof exactPoints> {}

const exactPoints = s.namedMapping('Figure', 'Points that add up: the nearest double, and the exact fraction.', {
  points: s.numberWithin(),
  /** The fraction that `points` is rounded from, such as `-25/7` or `3`. */
  exact: s.anyText,
});

/** A verdict by its id, a band's or `not-rateable`, and its title. */
const namedVerdict = s.mapping({ id: s.anyText, title: s.anyText });

const versionFields = {
  name: s.anyText,
  offer: s.nullable(s.anyText),
  file: s.nullable(s.anyText),
  /** A day. */
  asOf: s.anyText,
  /** The track that it was scored on; null when outside. */
  track: s.nullable(s.anyText),
  /** Share of weight whose answers have a source that counts; null when outside. */
  coverage: s.nullable(share),
};

/** One of the two versions of a description. Only one with a fit has an index. */
export type DiffVersion = s.AcceptedValue<typeof diffVersion>;

const diffVersion = s.named(
  'DiffVersion',
  'One of the two versions, as it was scored.',
  s.taggedUnion(
    'status',
    s.mapping({
      ...versionFields,
      status: s.literal('fit'),
      index: describeBounds<ExactPoints>(exactPoints),
      verdict: namedVerdict,
      basis,
      shares: fitShares,
    }),
    s.mapping({ ...versionFields, status: s.literal('outside') }),
  ),
);

/** `share` is of the whole index. */
export type CriterionState = s.AcceptedValue<typeof criterionState>;

const criterionState = s.named(
  'CriterionState',
  'The result of a criterion before or after a part of the change.',
  s.taggedUnion(
    'status',
    /** The rubric does not have it. */
    s.mapping({ status: s.literal('absent') }),
    s.mapping({ status: s.literal('not-applicable'), reason: s.anyText }),
    s.mapping({ status: s.literal('unknown'), share, levels: describeBounds(level) }),
    s.mapping({
      status: s.literal('answered'),
      said: s.anyText,
      grade: s.anyText,
      share,
      levels: describeBounds(level),
    }),
  ),
);

/** What one criterion adds to a part, in the supported index before gates: its share times its mark, after less before. */
export interface CriterionChange extends s.AcceptedValue<typeof criterionChange> {}

const criterionChange = s.mapping({
  criterion: s.anyText,
  title: s.anyText,
  change: exactPoints,
  before: criterionState,
  after: criterionState,
  causes: s.list<LevelChangeCause>(levelChangeCause),
});

/** The gate that caps the supported index. */
export interface BindingGate extends s.AcceptedValue<typeof bindingGate> {}

const bindingGate = s.mapping({ gate: s.anyText, title: s.anyText, cap: points });

/** What gates add to a part: the change of the supported index less that of the index before gates. */
export interface GateContribution extends s.AcceptedValue<typeof gateContribution> {}

const gateContribution = s.mapping({
  change: exactPoints,
  /** null where no gate caps it. */
  before: s.nullable<BindingGate>(bindingGate),
  after: s.nullable<BindingGate>(bindingGate),
  /** Only those whose status changed. */
  statuses: s.list<GateStatusChange>(gateStatusChange),
});

/** What can change an index, in the order in which each is replaced. */
export const DIFF_PART_IDS = ['rubric', 'track', 'time', 'facts'] as const;
export type DiffPartId = (typeof DIFF_PART_IDS)[number];

/** It adds no points, and can change the verdict. */
export type VerdictRuleChange = s.AcceptedValue<typeof verdictRuleChange>;

const verdictRuleChange = s.named(
  'VerdictRuleChange',
  'A changed rule for the verdict of an index.',
  s.taggedUnion(
    'kind',
    /** Points from which the band counts; null where a rubric does not have it. */
    s.mapping({
      kind: s.literal('band'),
      band: s.anyText,
      title: s.anyText,
      from: s.nullable(points),
      to: s.nullable(points),
    }),
    s.mapping({ kind: s.literal('coverage-floor'), from: share, to: share }),
  ),
);

/** One step from old to new. */
export interface DiffPart extends s.AcceptedValue<typeof diffPart> {}

const diffPart = s.namedMapping('DiffPart', 'Its criteria and gates sum to its change, exactly.', {
  id: s.oneOf(DIFF_PART_IDS),
  change: exactPoints,
  /** The verdict after it. */
  verdict: namedVerdict,
  /** The criteria whose points, answer or evidence changed, most points first, ties in the order of the rubric. */
  criteria: s.list<CriterionChange>(criterionChange),
  gates: gateContribution,
  /** Only where the rubric is another one; in the order of the bands. */
  rules: s.list<VerdictRuleChange>(verdictRuleChange),
});

/** Why a change has no parts. */
export type DiffObstacle = s.AcceptedValue<typeof diffObstacle>;

const diffObstacle = s.taggedUnion(
  'kind',
  s.mapping({ kind: s.literal('outside'), end: s.oneOf(['old', 'new']) }),
  /** The new rubric has no track that the old description was scored on. */
  s.mapping({ kind: s.literal('no-track'), track: s.anyText }),
  /** The old file is not a valid description by the new rubric. */
  s.mapping({ kind: s.literal('refused'), problems: s.list(problem) }),
);

/** The change of the supported index in parts that sum to it exactly, or why it has none. */
export type IndexAttribution = s.AcceptedValue<typeof indexAttribution>;

const indexAttribution = s.taggedUnion(
  'status',
  s.mapping({ status: s.literal('told'), change: exactPoints, parts: s.list<DiffPart>(diffPart) }),
  s.mapping({ status: s.literal('not-told'), because: s.list<DiffObstacle>(diffObstacle) }),
);

/** How index and verdict changed between two versions of a description, and why. */
export interface DescriptionDiff extends s.AcceptedValue<typeof descriptionDiff> {}

const descriptionDiff = s.namedMapping(
  'DescriptionDiff',
  'The change between two versions of a description in parts that sum to it.',
  { before: diffVersion, after: diffVersion, split: indexAttribution, scope: s.anyText },
);

/** The JSON output of `diff`; `rubric` is the new one. */
export interface DiffJson extends s.AcceptedValue<typeof diffFile> {}

export const diffFile = s.mapping({
  ...headFields,
  oldRubric: rubricInfo,
  /** null where one of the files could not be scored, for the `problems`. */
  change: s.nullable<DescriptionDiff>(descriptionDiff),
  problems: s.list(problem),
});

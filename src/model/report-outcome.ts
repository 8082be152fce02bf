import { type AlternativeReport, alternativeReport, loweringReason, ratio } from './report-criterion.ts';
import {
  type AcceptedValue,
  annotate,
  anyText,
  booleanValue,
  literal,
  mapping,
  named,
  namedMapping,
  nullable,
  numberWithin,
  oneOf,
  taggedUnion,
} from './schema/schema.ts';
import { describeBounds, direction, level, points, texts } from './schema/values.ts';

export type GateStatus = AcceptedValue<typeof gateStatus>;

export const gateStatus = oneOf(['passed', 'failed', 'not-shown-yet', 'not-asked']);

export interface GateEffect extends AcceptedValue<typeof gateEffect> {}

const gateEffect = namedMapping('GateEffect', 'What a gate does to one value.', {
  /** Points that the value would have without this gate. */
  without: points,
  /** True where the value is held at the cap of this gate. */
  holds: booleanValue,
});

export interface GateReport extends AcceptedValue<typeof gateReport> {}

export const gateReport = namedMapping(
  'Gate',
  'Where it does not pass, its cap limits the index. It has failed only where it fails at possible too; a missing answer fails no gate.',
  {
    id: anyText,
    title: anyText,
    status: gateStatus,
    /** What the status means here, in the rubric's words. */
    says: anyText,
    /** Points that the index can't exceed where the gate fails. */
    cap: points,
    /** True where the gate lowers the supported index: it does not pass there, and the uncapped index is above its cap. */
    binds: booleanValue,
    passes: nullable(describeBounds(booleanValue)),
    /** What it does to each of the three values; null where it is not asked. */
    effects: nullable(describeBounds<GateEffect>(gateEffect)),
    claims: texts,
  },
);

export interface BreakEvenSide extends AcceptedValue<typeof breakEvenSide> {}

const breakEvenSide = namedMapping('BreakEvenSide', 'One of the two comparisons of the break-even.', {
  gate: anyText,
  /** The multiple that the ease of switching asks for. */
  needed: describeBounds(numberWithin()),
  /** The multiple shown; null where nothing like-for-like is shown (counts as none at supported and claimed, as enough at possible). */
  shown: describeBounds(nullable(ratio)),
  against: describeBounds(nullable<AlternativeReport>(alternativeReport)),
});

export type BreakEvenReport = AcceptedValue<typeof breakEvenReport>;

export const breakEvenReport = named(
  'BreakEven',
  'The multiple shown against the multiple that the ease of switching asks for.',
  taggedUnion(
    'status',
    mapping({ status: literal('not-asked'), reason: anyText }),
    mapping({
      status: literal('compared'),
      criterion: anyText,
      /** The direction that is good for the buyer; null where nothing is compared. */
      better: nullable(direction),
      /** Ease of switching. */
      ease: describeBounds(level),
      /** Against the cheapest of what buyers mostly use today; null where the rubric has no such gate. */
      incumbent: nullable<BreakEvenSide>(breakEvenSide),
      /** Against the best registered alternative; null where the rubric has no such gate. */
      best: nullable<BreakEvenSide>(breakEvenSide),
    }),
  ),
);

export interface FitReport extends AcceptedValue<typeof fitReport> {}

export interface FitShares extends AcceptedValue<typeof fitShares> {}

export const fitShares = namedMapping(
  'Shares',
  'What the three values say of the 100 points, in whole points that add to 100.',
  {
    /** Supported. */
    shown: points,
    /** Claimed and not shown. */
    claimedOnly: points,
    /** Neither claimed nor ruled out. */
    open: points,
    /** Beyond what is possible. */
    ruledOut: points,
  },
);

export const fitReport = namedMapping('Fit', 'The fit index after gates, and before them.', {
  /** Points after gates, as the next two. */
  supported: points,
  claimed: points,
  possible: points,
  /** Supported points before gates. */
  uncapped: points,
  uncappedClaimed: points,
  uncappedPossible: points,
  shares: fitShares,
});

export type Basis = AcceptedValue<typeof basis>;

/** `settled`: nothing open could lift the band; `so-far`: something could; `not-rateable`: too little that tells projects apart is answered. */
export const basis = oneOf(['settled', 'so-far', 'not-rateable']);

/** Something whose answer, with evidence, would settle the verdict. */
export interface SettlingAnswer extends AcceptedValue<typeof settlingAnswer> {}

export const settlingAnswer = namedMapping('SettlingAnswer', 'What would settle the verdict.', {
  criterion: anyText,
  title: anyText,
  /** `find-out`: nothing is known; `show`: it is claimed, and what is cited carries less. */
  kind: oneOf(['find-out', 'show']),
  /** Kinds of sources that can carry it. */
  sources: texts,
  points: annotate(points, {
    description: 'What the possible index loses after gates if the answer turns out no better than shown.',
  }),
});

export interface DiagnosisReport extends AcceptedValue<typeof diagnosisReport> {}

export const diagnosisReport = namedMapping(
  'Diagnosis',
  'A cause, the route that it suggests and the trigger to watch.',
  {
    id: anyText,
    title: anyText,
    means: anyText,
    route: oneOf(['adapt', 'persist']),
    advice: anyText,
    trigger: anyText,
    claims: texts,
  },
);

export interface OtherTrack extends AcceptedValue<typeof otherTrack> {}

export const otherTrack = namedMapping('OtherTrack', "The outcome under a track other than the headline's.", {
  track: anyText,
  because: oneOf(['undecided', 'disagreement']),
  supported: points,
  claimed: points,
  possible: points,
  verdict: anyText,
});

/** Something that would raise the supported index. */
export interface Lever extends AcceptedValue<typeof lever> {}

export const lever = namedMapping(
  'Lever',
  'Points are those that it adds to the supported index before gates: at most for find-out, one level for raise.',
  {
    criterion: anyText,
    title: anyText,
    /**
     * `find-out`: it is unknown; `evidence`: the answer is weakly supported; `raise`: the fact itself has to change;
     * `raise-and-show`: so does the evidence, which carries no higher level.
     */
    kind: oneOf(['find-out', 'evidence', 'raise', 'raise-and-show']),
    points,
    /** How long that takes: hours, days, weeks or months. */
    effort: anyText,
    /** Which documents would show it, or what to do. */
    how: anyText,
  },
);

/** What else of an answer is otherwise, and may be why it carries another level. */
export type LevelChangeCause = AcceptedValue<typeof levelChangeCause>;

export const levelChangeCause = named(
  'Cause',
  'What else changed in an answer.',
  taggedUnion(
    'kind',
    /** A source that only one side cites. */
    mapping({ kind: oneOf(['source-cited', 'source-dropped']), source: anyText, date: nullable(anyText) }),
    /** Something that lowers a source on one side only: on the later one where it `began`, else on the earlier one. */
    mapping({
      kind: literal('source-lowered'),
      source: anyText,
      date: nullable(anyText),
      lowering: loweringReason,
      began: booleanValue,
    }),
    /** The grade of a source, as this answer uses it, for another reason than those. */
    mapping({ kind: literal('source-graded'), source: anyText, from: anyText, to: anyText }),
    /** An item of a list, with why it carries its level; null where it is not on the list. */
    mapping({ kind: literal('item'), title: anyText, from: nullable(anyText), to: nullable(anyText) }),
    /** The figure that a comparison is made with. */
    mapping({ kind: literal('alternative'), name: anyText, unit: anyText, from: numberWithin(), to: numberWithin() }),
    /** The register rests on a document that got too old or came to be known. */
    mapping({ kind: literal('register') }),
  ),
);

const statusOrAbsent = oneOf(['passed', 'failed', 'not-shown-yet', 'not-asked', 'absent']);

export interface GateStatusChange extends AcceptedValue<typeof gateStatusChange> {}

export const gateStatusChange = namedMapping(
  'GateChange',
  'A gate whose status changes; `absent` where the rubric does not have it.',
  { gate: anyText, title: anyText, from: statusOrAbsent, to: statusOrAbsent },
);

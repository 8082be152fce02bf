import { type AlternativeReport, alternativeReport, loweringReason, ratio } from './report-criterion.ts';
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
  taggedUnion,
  wholeNumber,
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
  'Where it does not pass, its cap limits the index. It has failed only where it fails at possible too; a missing answer never fails a gate.',
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

/** Something to find out, or to show. */
export interface OpenQuestion extends AcceptedValue<typeof openQuestion> {}

export const openQuestion = namedMapping(
  'OpenQuestion',
  'Something to find out, or to show, with what is at stake and what the answer would do to the verdict.',
  {
    criterion: anyText,
    title: anyText,
    question: anyText,
    /** `find-out`: it is open; `show`: it is claimed, and what is cited carries less. */
    kind: oneOf(['find-out', 'show']),
    points: annotate(points, {
      description:
        'At stake after gates: the larger of what the best answer, with evidence, adds to supported and what a poor one takes from possible.',
    }),
    adds: annotate(points, { description: 'What the best answer, with evidence, adds to supported, after gates.' }),
    takes: annotate(points, { description: 'What a poor answer takes from possible, after gates.' }),
    pointsBeforeGates: annotate(points, {
      description: 'The same before gates. Where it is more, a cap hides what the answer alone would do.',
    }),
    /** How long finding out takes: hours, days, weeks or months. */
    effort: anyText,
    ifBest: annotate(anyText, {
      description: 'The verdict with the best answer and evidence for it, all else as it is.',
    }),
    ifPoor: annotate(anyText, { description: 'The best band that a poor answer leaves.' }),
    /** Kinds of sources that can carry the answer. */
    sources: texts,
    /** Where to look: which documents answer it. */
    needs: anyText,
  },
);

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

const writtenLevel = wholeNumber(0, 4);

export interface PathStep extends AcceptedValue<typeof pathStep> {}

export const pathStep = namedMapping('Step', 'One answer that is moved to a higher level, or given a source.', {
  criterion: anyText,
  title: anyText,
  /** Levels of what is supported before and after. */
  from: writtenLevel,
  to: writtenLevel,
  /**
   * `evidence`: show what is claimed already; `raise`: change the fact and show it; `find-out-and-raise`: it is unknown, taken at level 0;
   * `source`: give it a source, the level stays; `find-out`: find it out with a source, taken at level 0. The last two bring coverage.
   */
  kind: oneOf(['evidence', 'raise', 'find-out-and-raise', 'source', 'find-out']),
  /** What the rubric says of the level that is reached. */
  means: anyText,
  /** The multiple of the best registered alternative that a raised comparison has to show; null on any other step. */
  ratio: nullable(numberWithin()),
  figure: annotate(
    nullable(
      mapping({
        project: numberWithin(),
        /** The figure that the project has to come to, or better. */
        target: numberWithin(),
        unit: anyText,
        better: direction,
        against: alternativeReport,
      }),
    ),
    { description: 'That multiple in the figures of the description; null where it has none.' },
  ),
  /** How long it takes: hours, days, weeks or months. */
  effort: anyText,
  /** Kinds of sources that can carry it. */
  sources: texts,
  /** Which documents would show it, or what to do. */
  how: anyText,
});

/** Something that would have to change in the project. */
export interface Lever extends AcceptedValue<typeof lever> {}

export const lever = namedMapping('Lever', 'What would have to change in the project, and what it adds to supported.', {
  /** Ids of the failed gates that it lifts; empty for the next level of one answer. */
  lifts: texts,
  points: annotate(points, { description: 'Added to the supported index after gates.' }),
  pointsBeforeGates: points,
  atBest: annotate(points, { description: 'The possible index after gates once it is done.' }),
  verdict: annotate(anyText, { description: 'The band of the supported index once it is done.' }),
  /** All of these together. */
  steps: list<PathStep>(pathStep),
});

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

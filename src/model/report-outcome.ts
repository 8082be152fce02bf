import { type AlternativeReport, alternativeReport, loweringReason, ratio } from './report-criterion.ts';
import * as s from './schema/schema.ts';
import { describeBounds, direction, level, points, texts } from './schema/values.ts';

export type GateStatus = s.AcceptedValue<typeof gateStatus>;

export const gateStatus = s.oneOf(['passed', 'failed', 'not-shown-yet', 'not-asked']);

export interface GateEffect extends s.AcceptedValue<typeof gateEffect> {}

const gateEffect = s.namedMapping('GateEffect', 'What a gate does to one value.', {
  /** Points that the value would have without this gate. */
  without: points,
  /** True where the value is held at the cap of this gate. */
  holds: s.booleanValue,
});

export interface GateReport extends s.AcceptedValue<typeof gateReport> {}

export const gateReport = s.namedMapping(
  'Gate',
  'Where it does not pass, its cap limits the index. It has failed only where it fails at possible too; a missing answer never fails a gate.',
  {
    id: s.anyText,
    title: s.anyText,
    status: gateStatus,
    /** What the status means here, in the rubric's words. */
    says: s.anyText,
    /** Points that the index can't exceed where the gate fails. */
    cap: points,
    /** True where the gate lowers the supported index: it does not pass there, and the uncapped index is above its cap. */
    binds: s.booleanValue,
    passes: s.nullable(describeBounds(s.booleanValue)),
    /** What it does to each of the three values; null where it is not asked. */
    effects: s.nullable(describeBounds<GateEffect>(gateEffect)),
    claims: texts,
  },
);

export interface BreakEvenSide extends s.AcceptedValue<typeof breakEvenSide> {}

const breakEvenSide = s.namedMapping('BreakEvenSide', 'One of the two comparisons of the break-even.', {
  gate: s.anyText,
  /** The multiple that the ease of switching asks for. */
  needed: describeBounds(s.numberWithin()),
  /** The multiple shown; null where nothing like-for-like is shown (counts as none at supported and claimed, as enough at possible). */
  shown: describeBounds(s.nullable(ratio)),
  against: describeBounds(s.nullable<AlternativeReport>(alternativeReport)),
});

export type BreakEvenReport = s.AcceptedValue<typeof breakEvenReport>;

export const breakEvenReport = s.named(
  'BreakEven',
  'The multiple shown against the multiple that the ease of switching asks for.',
  s.taggedUnion(
    'status',
    s.mapping({ status: s.literal('not-asked'), reason: s.anyText }),
    s.mapping({
      status: s.literal('compared'),
      criterion: s.anyText,
      /** The direction that is good for the buyer; null where nothing is compared. */
      better: s.nullable(direction),
      /** Ease of switching. */
      ease: describeBounds(level),
      /** Against the cheapest of what buyers mostly use today; null where the rubric has no such gate. */
      incumbent: s.nullable<BreakEvenSide>(breakEvenSide),
      /** Against the best registered alternative; null where the rubric has no such gate. */
      best: s.nullable<BreakEvenSide>(breakEvenSide),
    }),
  ),
);

export interface FitReport extends s.AcceptedValue<typeof fitReport> {}

export interface FitShares extends s.AcceptedValue<typeof fitShares> {}

export const fitShares = s.namedMapping(
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

export const fitReport = s.namedMapping('Fit', 'The fit index after gates, and before them.', {
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

export type Basis = s.AcceptedValue<typeof basis>;

/** `settled`: nothing open could lift the band; `so-far`: something could; `not-rateable`: too little that tells projects apart is answered. */
export const basis = s.oneOf(['settled', 'so-far', 'not-rateable']);

/** Something to find out, or to show. */
export interface OpenQuestion extends s.AcceptedValue<typeof openQuestion> {}

export const openQuestion = s.namedMapping(
  'OpenQuestion',
  'Something to find out, or to show, with what is at stake and what the answer would do to the verdict.',
  {
    criterion: s.anyText,
    title: s.anyText,
    /** As it is sent to the project. */
    question: s.anyText,
    /** `find-out`: it is open; `show`: it is claimed, and what is cited carries less. */
    kind: s.oneOf(['find-out', 'show']),
    points: s.annotate(points, {
      description:
        'At stake after gates: the larger of what the best answer, with evidence, adds to supported and what a poor one takes from possible.',
    }),
    adds: s.annotate(points, { description: 'What the best answer, with evidence, adds to supported, after gates.' }),
    takes: s.annotate(points, { description: 'What a poor answer takes from possible, after gates.' }),
    pointsBeforeGates: s.annotate(points, {
      description: 'The same before gates. Where it is more, a cap hides what the answer alone would do.',
    }),
    /** How long finding out takes: hours, days, weeks or months. */
    effort: s.anyText,
    ifBest: s.annotate(s.anyText, {
      description: 'The verdict with the best answer and evidence for it, all else as it is.',
    }),
    ifPoor: s.annotate(s.anyText, { description: 'The best band that a poor answer leaves.' }),
    /** Kinds of sources that can carry the answer. */
    sources: texts,
    /** Where to look: which documents answer it. */
    needs: s.anyText,
  },
);

export interface DiagnosisReport extends s.AcceptedValue<typeof diagnosisReport> {}

export const diagnosisReport = s.namedMapping(
  'Diagnosis',
  'A cause, the route that it suggests and the trigger to watch.',
  {
    id: s.anyText,
    title: s.anyText,
    means: s.anyText,
    route: s.oneOf(['adapt', 'persist']),
    advice: s.anyText,
    trigger: s.anyText,
    claims: texts,
  },
);

export interface OtherTrack extends s.AcceptedValue<typeof otherTrack> {}

export const otherTrack = s.namedMapping('OtherTrack', "The outcome under a track other than the headline's.", {
  track: s.anyText,
  because: s.oneOf(['undecided', 'disagreement']),
  supported: points,
  claimed: points,
  possible: points,
  verdict: s.anyText,
});

const writtenLevel = s.wholeNumber(0, 4);

export interface PathStep extends s.AcceptedValue<typeof pathStep> {}

export const pathStep = s.namedMapping('Step', 'One answer that is moved to a higher level, or given a source.', {
  criterion: s.anyText,
  title: s.anyText,
  /** Levels of what is supported before and after. */
  from: writtenLevel,
  to: writtenLevel,
  /**
   * `evidence`: show what is claimed already; `raise`: change the fact and show it; `find-out-and-raise`: it is unknown, taken at level 0;
   * `source`: give it a source, the level stays; `find-out`: find it out with a source, taken at level 0. The last two bring coverage.
   */
  kind: s.oneOf(['evidence', 'raise', 'find-out-and-raise', 'source', 'find-out']),
  /** What the rubric says of the level that is reached. */
  means: s.anyText,
  /** The multiple of the best registered alternative that a raised comparison has to show; null on any other step. */
  ratio: s.nullable(s.numberWithin()),
  figure: s.annotate(
    s.nullable(
      s.mapping({
        project: s.numberWithin(),
        /** The figure that the project has to come to, or better. */
        target: s.numberWithin(),
        unit: s.anyText,
        better: direction,
        against: alternativeReport,
      }),
    ),
    { description: 'That multiple in the figures of the description; null where it has none.' },
  ),
  /** How long it takes: hours, days, weeks or months. */
  effort: s.anyText,
  /** Kinds of sources that can carry it. */
  sources: texts,
  /** Which documents would show it, or what to do. */
  how: s.anyText,
});

/** Something that would have to change in the project. */
export interface Lever extends s.AcceptedValue<typeof lever> {}

export const lever = s.namedMapping(
  'Lever',
  'What would have to change in the project, and what it adds to supported.',
  {
    /** Ids of the failed gates that it lifts; empty for the next level of one answer. */
    lifts: texts,
    points: s.annotate(points, { description: 'Added to the supported index after gates.' }),
    pointsBeforeGates: points,
    atBest: s.annotate(points, { description: 'The possible index after gates once it is done.' }),
    verdict: s.annotate(s.anyText, { description: 'The band of the supported index once it is done.' }),
    /** All of these together. */
    steps: s.list<PathStep>(pathStep),
  },
);

/** What else of an answer is otherwise, and may be why it carries another level. */
export type LevelChangeCause = s.AcceptedValue<typeof levelChangeCause>;

export const levelChangeCause = s.named(
  'Cause',
  'What else changed in an answer.',
  s.taggedUnion(
    'kind',
    /** A source that only one side cites. */
    s.mapping({ kind: s.oneOf(['source-cited', 'source-dropped']), source: s.anyText, date: s.nullable(s.anyText) }),
    /** Something that lowers a source on one side only: on the later one where it `began`, else on the earlier one. */
    s.mapping({
      kind: s.literal('source-lowered'),
      source: s.anyText,
      date: s.nullable(s.anyText),
      lowering: loweringReason,
      began: s.booleanValue,
    }),
    /** The grade of a source, as this answer uses it, for another reason than those. */
    s.mapping({ kind: s.literal('source-graded'), source: s.anyText, from: s.anyText, to: s.anyText }),
    /** An item of a list, with why it carries its level; null where it is not on the list. */
    s.mapping({ kind: s.literal('item'), title: s.anyText, from: s.nullable(s.anyText), to: s.nullable(s.anyText) }),
    /** The figure that a comparison is made with. */
    s.mapping({
      kind: s.literal('alternative'),
      name: s.anyText,
      unit: s.anyText,
      from: s.numberWithin(),
      to: s.numberWithin(),
    }),
    /** The register rests on a document that got too old or came to be known. */
    s.mapping({ kind: s.literal('register') }),
  ),
);

const statusOrAbsent = s.oneOf(['passed', 'failed', 'not-shown-yet', 'not-asked', 'absent']);

export interface GateStatusChange extends s.AcceptedValue<typeof gateStatusChange> {}

export const gateStatusChange = s.namedMapping(
  'GateChange',
  'A gate whose status changes; `absent` where the rubric does not have it.',
  { gate: s.anyText, title: s.anyText, from: statusOrAbsent, to: statusOrAbsent },
);

import {
  type GateStatusChange,
  gateStatusChange,
  type LevelChangeCause,
  levelChangeCause,
  type PathStep,
  pathStep,
} from './report-outcome.ts';
import * as s from './schema/schema.ts';
import { points, share, texts } from './schema/values.ts';

export interface Extreme extends s.AcceptedValue<typeof extreme> {}

const extreme = s.namedMapping(
  'Extreme',
  'The lowest or the highest outcome over a set of readings: a band of the index, whatever the coverage.',
  {
    /** The id of the band of the index: where the verdict is not rateable, it still has one. */
    verdict: s.anyText,
    title: s.anyText,
    /** Points after gates. */
    index: points,
  },
);

export interface Extremes extends s.AcceptedValue<typeof extremes> {}

const extremes = s.mapping({ worst: extreme, best: extreme });

/**
 * How sure the verdict is. Worst and best take in an undecided track, too. What holds for all readings is necessary, what holds for
 * some is possible.
 */
export interface Certainty extends s.AcceptedValue<typeof certainty> {}

export const certainty = s.namedMapping(
  'Certainty',
  'Worst and best verdict over every admissible weighting, every map of levels to marks and all that the answers could still turn out to be; exact.',
  {
    worst: extreme,
    best: extreme,
    /** True where worst and best are one verdict, which is then necessary. */
    certain: s.booleanValue,
    above: s.annotate(s.booleanValue, {
      description: 'True if no open answer and no admissible judgement raises the verdict.',
    }),
    below: s.annotate(s.booleanValue, {
      description:
        'True if neither an admissible judgement nor the loss of a single source lowers it; ageing is in `clock`.',
    }),
    /** With the answers as the evidence stands, on the track of the headline. */
    byJudgement: s.annotate(extremes, { description: 'The range by weights and mark maps alone.' }),
    /** With the rubric's own weights and marks; where the track is undecided, it is one of the facts. */
    byFacts: s.annotate(extremes, { description: 'The range by open answers alone.' }),
    weightBand: s.annotate(points, { description: 'Percentage by which each weight was varied.' }),
    /** Ids of the maps of levels to marks. */
    markMaps: texts,
  },
);

/** The share of draws in which a verdict comes out, and the weights that it came out with on average, over the tracks that were drawn. */
export interface Acceptability extends s.AcceptedValue<typeof acceptability> {}

const acceptability = s.mapping({
  /** The id of the band of the index, whatever the coverage. */
  verdict: s.anyText,
  title: s.anyText,
  /** The shares of all verdicts sum to 1. */
  share,
  /** Dimension id to the mean weight, of 100, of those draws; null where there is none. */
  centralWeights: s.nullable(s.record(points, s.anyText)),
});

export interface VerdictFrequencies extends s.AcceptedValue<typeof verdictFrequencies> {}

const verdictFrequencies = s.namedMapping(
  'VerdictFrequencies',
  'Category acceptability (SMAA): the share of draws of each verdict; no probability of success.',
  {
    draws: s.wholeNumber(1),
    seed: s.wholeNumber(0),
    error: s.annotate(share, { description: 'Half the 95 per cent interval of a share, in the worst case.' }),
    /** Best verdict first, each band of the rubric once. */
    shares: s.list<Acceptability>(acceptability),
  },
);

/** A criterion without which the verdict would be another one. */
export interface LeaveOneOutResult extends s.AcceptedValue<typeof leaveOneOutResult> {}

const leaveOneOutResult = s.mapping({
  criterion: s.anyText,
  title: s.anyText,
  /** The verdict with the weight of the criterion at 0, the others of its dimension taking its place, gates kept. */
  verdict: s.anyText,
  index: points,
});

const writtenLevel = s.wholeNumber(0, 4);
const none = s.mapping({ status: s.literal('none'), reason: s.anyText });

export type PathToNextBand = s.AcceptedValue<typeof pathToNextBand>;

const pathToNextBand = s.named(
  'PathToNextBand',
  'The path to the next band, or to a verdict where none can be given, that takes the least stated effort.',
  s.taggedUnion(
    'status',
    s.mapping({
      status: s.literal('found'),
      /** The verdict that it leads to: the id of a band, which can be above the next one. */
      verdict: s.anyText,
      title: s.anyText,
      steps: s.list<PathStep>(pathStep),
      /** Points after gates that it leads to. */
      index: points,
    }),
    /** The verdict is not rateable: with these sourced the coverage is at the floor, and there is a verdict whatever they say. */
    s.mapping({
      status: s.literal('to-a-verdict'),
      steps: s.list<PathStep>(pathStep),
      /** Share of weight that then has a source. */
      coverage: share,
    }),
    none,
  ),
);

export type CriticalAnswers = s.AcceptedValue<typeof criticalAnswers>;

const criticalAnswers = s.named(
  'CriticalAnswers',
  'The smallest sets of answers that would lower the verdict if they were false.',
  s.taggedUnion(
    'status',
    s.mapping({
      status: s.literal('found'),
      /** The number of answers that have to be false, all at once. */
      size: s.wholeNumber(1),
      /** Sets of that size, each as criterion ids in the rubric's order. */
      sets: s.list(texts),
      /** True where those are all such sets. */
      complete: s.booleanValue,
    }),
    none,
  ),
);

export interface ScheduledChange extends s.AcceptedValue<typeof scheduledChange> {}

export const scheduledChange = s.namedMapping(
  'ScheduledChange',
  'A date on which the verdict or a gate changes without new facts.',
  {
    day: s.anyText,
    verdict: s.anyText,
    index: points,
    /** Only those whose status changes. */
    gates: s.list<GateStatusChange>(gateStatusChange),
    /** Criteria whose supported level changes since the entry before, with why. */
    criteria: s.list(
      s.mapping({
        criterion: s.anyText,
        title: s.anyText,
        from: writtenLevel,
        to: writtenLevel,
        causes: s.list<LevelChangeCause>(levelChangeCause),
      }),
    ),
  },
);

export interface Explanation extends s.AcceptedValue<typeof explanation> {}

export const explanation = s.namedMapping(
  'Explanation',
  'How sure the verdict is, in full, and what would change it.',
  {
    verdictFrequencies,
    leaveOneOut: s.list<LeaveOneOutResult>(leaveOneOutResult),
    pathToNextBand,
    criticalAnswers,
    /** In order of days. */
    clock: s.list<ScheduledChange>(scheduledChange),
    /** The last day on which anything that is known could change; null where nothing will. */
    clockEnds: s.nullable(s.anyText),
  },
);

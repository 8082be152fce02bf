import type { GateStatusChange, LevelChangeCause } from './level-change.ts';

/** The lowest or the highest outcome over a set of readings. */
export interface Extreme {
  /** The id of the band of the index, whatever the coverage: where the verdict is not rateable, it still has one. */
  readonly verdict: string;
  readonly title: string;
  /** Points, 0 to 100, after gates. */
  readonly index: number;
}

export interface Extremes {
  readonly worst: Extreme;
  readonly best: Extreme;
}

/**
 * How sure the verdict is, over every admissible weighting, every map of levels to marks and everything that the answers, and an
 * undecided track, could still turn out to be: exact, not sampled. What holds for all of them is necessary, what holds for some is possible.
 */
export interface Certainty extends Extremes {
  /** True where worst and best are one verdict, which is then necessary. */
  readonly certain: boolean;
  /** With the answers as the evidence stands, on the track of the headline: what only weights and maps move. */
  readonly byJudgement: Extremes;
  /** With the rubric's own weights and marks: what only facts still to be learnt move, which track it is among them where that is undecided. */
  readonly byFacts: Extremes;
  /** Per cent of itself that each weight was moved by. */
  readonly weightBand: number;
  /** Ids of the maps of levels to marks. */
  readonly markMaps: readonly string[];
}

/** The share of draws in which a verdict comes out, and the weights that it came out with on average, over the tracks that were drawn. */
export interface Acceptability {
  /** The id of the band of the index, whatever the coverage. */
  readonly verdict: string;
  readonly title: string;
  /** 0 to 1; the shares of all verdicts sum to 1. */
  readonly share: number;
  /** Dimension id to the mean weight, of 100, of those draws; null where there is none. */
  readonly centralWeights: Readonly<Record<string, number>> | null;
}

/** How often each verdict comes out of seeded draws; no probability of success. */
export interface VerdictFrequencies {
  readonly draws: number;
  readonly seed: number;
  /** Half the width of the 95 per cent interval of a share, 0 to 1, in the worst case. */
  readonly error: number;
  /** Best verdict first, each band of the rubric once. */
  readonly shares: readonly Acceptability[];
}

/** A criterion without which the verdict would be another one. */
export interface LeaveOneOutResult {
  readonly criterion: string;
  readonly title: string;
  /** The verdict with the weight of the criterion at 0, the others of its dimension taking its place, gates kept. */
  readonly verdict: string;
  readonly index: number;
}

/** Something to find out, with what the answer would settle. */
export interface OpenQuestion {
  readonly criterion: string;
  readonly title: string;
  readonly question: string;
  /** `unknown`: no answer; `weak`: an answer whose evidence carries less than it says. */
  readonly kind: 'unknown' | 'weak';
  /** The share of the open interval of the index, 0 to 1, that an answer closes on average over the levels it could have. */
  readonly settles: number;
  readonly effort: string;
  readonly hours: number;
  /** Which documents answer it. */
  readonly needs: string;
  /** The bands of the index still open if the answer turns out lowest, and highest: ids, whatever the coverage. */
  readonly ifLowest: { readonly worst: string; readonly best: string };
  readonly ifHighest: { readonly worst: string; readonly best: string };
}

/** One step of a way up. */
export interface PathStep {
  readonly criterion: string;
  readonly title: string;
  /** Levels, 0 to 4, of what is supported before and after. */
  readonly from: number;
  readonly to: number;
  /**
   * `evidence`: show what is claimed already; `raise`: change the fact and show it; `find-out-and-raise`: it is unknown, taken at level 0;
   * `source`: give it a source, the level stays; `find-out`: find it out with a source, taken at level 0. The last two bring coverage.
   */
  readonly kind: 'evidence' | 'raise' | 'find-out-and-raise' | 'source' | 'find-out';
  /** The multiple of the best registered alternative that a raised comparison has to show; null on any other step. */
  readonly ratio: number | null;
  readonly hours: number;
  readonly how: string;
}

/** The way to the next band that takes the least effort, or to any verdict where none can be given, or why there is none. */
export type PathToNextBand =
  | {
      readonly status: 'found';
      /** The verdict that it leads to: the id of a band, which can lie above the next one. */
      readonly verdict: string;
      readonly title: string;
      readonly hours: number;
      readonly steps: readonly PathStep[];
      /** Points after gates that it leads to. */
      readonly index: number;
    }
  | {
      /** The verdict is not rateable: with these sourced the coverage is at the floor, and there is a verdict whatever they say. */
      readonly status: 'to-a-verdict';
      readonly hours: number;
      readonly steps: readonly PathStep[];
      /** Share of weight, 0 to 1, that then has a source. */
      readonly coverage: number;
    }
  | { readonly status: 'none'; readonly reason: string };

/** The answers that the verdict rests on. */
export type CriticalAnswers =
  | {
      readonly status: 'found';
      /** The number of answers that have to be false, all at once, to bring the verdict down. */
      readonly size: number;
      /** Sets of that size, each as criterion ids in the rubric's order. */
      readonly sets: readonly (readonly string[])[];
      /** True where those are all such sets. */
      readonly complete: boolean;
    }
  | { readonly status: 'none'; readonly reason: string };

/** A day on which the verdict or a gate changes with no new fact. */
export interface ScheduledChange {
  readonly day: string;
  readonly verdict: string;
  readonly index: number;
  /** Only those whose status changes. */
  readonly gates: readonly GateStatusChange[];
  /** Criteria whose supported level changes since the entry before, with why. */
  readonly criteria: readonly {
    readonly criterion: string;
    readonly title: string;
    readonly from: number;
    readonly to: number;
    readonly causes: readonly LevelChangeCause[];
  }[];
}

/** How sure the verdict is, in full, and what would change it. */
export interface Explanation {
  readonly howOften: VerdictFrequencies;
  readonly leftOut: readonly LeaveOneOutResult[];
  /** Most settled for the effort first. */
  readonly questions: readonly OpenQuestion[];
  readonly wayUp: PathToNextBand;
  readonly loadBearing: CriticalAnswers;
  /** In order of days. */
  readonly clock: readonly ScheduledChange[];
  /** The last day on which anything that is known could change; null where nothing will. */
  readonly clockEnds: string | null;
}

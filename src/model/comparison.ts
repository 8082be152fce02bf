import type { Day } from './day.ts';
import type { Problem } from './diagnostic.ts';
import type { Bounds, Level } from './level.ts';
import type { Certainty, GateReport, ReportHead } from './report.ts';
import type { Weights } from './track.ts';

export interface NamedDescription {
  readonly name: string;
  readonly file: string | null;
}

/** A project with its place among the others. Projects are meant by their position in `ranked`, from 0. */
export interface RankedProject extends NamedDescription {
  readonly offer: string | null;
  /** The track that it was scored on. */
  readonly track: string;
  /** Every track that the summary leaves open, where it leaves more than one; it was scored on the lower outcome's. */
  readonly between: readonly string[];
  readonly verdict: string;
  readonly verdictTitle: string;
  /** The verdict at the possible index. */
  readonly verdictAtPossible: string;
  /** As in the report of the project alone. */
  readonly certainty: Certainty;
  /** Share of weight, 0 to 1, whose answers have a source that counts. */
  readonly coverage: number;
  readonly gates: readonly GateReport[];
  /** Points, 0 to 100, after gates. */
  readonly index: Bounds<number>;
  /** Points of what is supported before gates. */
  readonly uncapped: number;
  /** From 1, by the supported index; equal indices have one rank. */
  readonly rank: number;
  /** The best and the worst rank that the supported index can have over all admissible weights and value functions. */
  readonly shownRank: { readonly best: number; readonly worst: number };
}

/** The gap between the supported indices of a project and of the next one. */
export interface NeighbourGap {
  readonly upper: number;
  readonly lower: number;
  /** Points, 0 or more; the contributions and `gates` sum to it. */
  readonly difference: number;
  /** What each dimension adds to it by the weights of each own track, in the rubric's order; may be under 0. */
  readonly dimensions: readonly { readonly id: string; readonly title: string; readonly points: number }[];
  /** What the gates add to it: how much more they take from the lower one. */
  readonly gates: number;
  /** The part that adds most; where it is the gates, `ids` are those that cap the lower one. */
  readonly decides:
    | { readonly kind: 'equal' }
    | { readonly kind: 'dimension'; readonly id: string }
    | { readonly kind: 'gates'; readonly ids: readonly string[] };
}

/** What one description says on a criterion. */
export interface ComparedAnswer {
  readonly status: 'not-applicable' | 'unknown' | 'answered';
  /** The answer in words; null where there is none. */
  readonly said: string | null;
  /** null where the criterion does not apply. */
  readonly levels: Bounds<Level> | null;
}

/** The outcome of the first description with one thing taken from the second. */
export interface SwapEffect {
  readonly verdict: string;
  readonly verdictTitle: string;
  /** Bands that the verdict moves, up above 0; null where it goes to or from no rating. */
  readonly bands: number | null;
  /** Points that the supported index moves after gates, and before them. */
  readonly points: number;
  readonly uncapped: number;
}

export interface AnswerDisagreement extends SwapEffect {
  readonly criterion: string;
  readonly title: string;
  readonly first: ComparedAnswer;
  readonly second: ComparedAnswer;
}

/** Two descriptions of one project, beside each other. */
export interface DescriptionPair {
  readonly first: NamedDescription;
  readonly second: NamedDescription;
  /** The track that both were read on. */
  readonly track: string;
  /** What each was scored on, and the first on the second's; null where they agree. A track that is null is outside. */
  readonly trackDisagreement: {
    readonly first: string | null;
    readonly second: string | null;
    readonly swap: SwapEffect | null;
  } | null;
  /** Strongest effect on the verdict first. */
  readonly disagreements: readonly AnswerDisagreement[];
  /** Criteria that count on the track and are answered alike, or unknown to both. */
  readonly agreed: number;
}

/** A dimension of a project and a reference over the criteria that both can be asked; marks, 0 to 100. */
export interface DimensionComparison {
  readonly id: string;
  readonly title: string;
  readonly project: { readonly supported: number; readonly possible: number };
  readonly reference: { readonly supported: number; readonly possible: number };
  /** Of the project's supported mark over the reference's. */
  readonly difference: number;
  /** Supported marks over the criteria that both answer, and how many those are; null where there are none. */
  readonly known: { readonly criteria: number; readonly project: number; readonly reference: number } | null;
}

/** A project beside what its buyer has without a chain. */
export interface ReferenceComparison {
  /** Position in `ranked`. */
  readonly project: number;
  readonly reference: NamedDescription;
  readonly track: string;
  readonly dimensions: readonly DimensionComparison[];
  /** Criteria that both answer and whose supported levels differ by two or more, in the rubric's order. */
  readonly apart: readonly {
    readonly criterion: string;
    readonly title: string;
    readonly project: ComparedAnswer;
    readonly reference: ComparedAnswer;
  }[];
}

/** Several descriptions of one day beside each other: plain data, the source of every output format. */
export interface ProjectComparison {
  readonly asOf: Day;
  /** The caller's weights of the dimensions; null where the track's own count. */
  readonly weights: Weights | null;
  /** Per cent of itself that each weight may be moved by. */
  readonly weightBand: number;
  /** Ids of the maps of levels to marks. */
  readonly markMaps: readonly string[];
  /** The bands of the index, best first, each with the points that it counts from. */
  readonly bands: readonly { readonly id: string; readonly title: string; readonly from: number }[];
  /** Best first. */
  readonly ranked: readonly RankedProject[];
  /** Projects that no track fits. */
  readonly outside: readonly NamedDescription[];
  readonly references: readonly (NamedDescription & { readonly track: string })[];
  readonly neighbours: readonly NeighbourGap[];
  readonly same: readonly DescriptionPair[];
  readonly beside: readonly ReferenceComparison[];
  readonly scope: string;
}

/** The JSON output. */
export interface ComparisonJson extends ReportHead {
  readonly comparison: ProjectComparison;
  /** Problems of the files that could not be compared. */
  readonly problems: readonly Problem[];
}

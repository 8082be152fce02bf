import type { Day } from './day.ts';
import type { Level } from './level.ts';

/** Ids of the register of claims (`seeds/claims.yaml`) that an entry rests on. */
export type ClaimIds = readonly string[];

export type Effort = 'hours' | 'days' | 'weeks' | 'months';

/** One statement of the source article. */
export interface Claim {
  readonly id: string;
  readonly section: string;
  readonly text: string;
  /** Why the claim is kept although no entry rests on it; null where one does. */
  readonly context: string | null;
}

/** The article that the rubric rests on. */
export interface Seeds {
  readonly source: {
    readonly title: string;
    readonly authors: readonly string[];
    readonly published: Day;
    readonly urls: readonly string[];
  };
  readonly sections: Readonly<Record<string, string>>;
  readonly claims: readonly Claim[];
}

export interface Grade {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  /** The highest level that an answer resting on this grade can carry. */
  readonly cap: Level;
}

/** What a cited document is, and the grade that this gives it. */
export interface SourceKind {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  readonly grade: string;
}

export interface Evidence {
  /** From worst to best; the first one stands for no evidence. */
  readonly grades: readonly Grade[];
  readonly kinds: readonly SourceKind[];
  /** The best grade that a source on the project's own host can have. */
  readonly own_host_cap: string;
  readonly claims: ClaimIds;
}

/** One of the five written levels of a criterion. */
export interface LevelText {
  readonly level: Level;
  /** What must be so for the level to be reached. */
  readonly means: string;
  /** An example that reaches this level and no higher one. */
  readonly reaches: string;
  /** An example that looks like this level and falls short of it. */
  readonly falls_short: string;
  /** For `choice`: the word that a description uses. */
  readonly option: string | null;
  /** For `number` and `comparison`: the value from which the level counts; null at level 0. */
  readonly at_least: number | null;
}

export interface Criterion {
  /** Unique over all ids of the rubric; the key in a description, under the dimension's key. */
  readonly id: string;
  readonly dimension: string;
  readonly title: string;
  /** Id of the answer's kind: `choice`, `number`, `comparison`, `customers`, `duties`. */
  readonly kind: string;
  readonly question: string;
  readonly why: string;
  readonly claims: ClaimIds;
  /** Integer, 0 or more, within the dimension. */
  readonly weight: number;
  readonly weight_reason: string;
  /** Which documents answer the question. */
  readonly needs: string;
  /** How to count and what breaks a tie, beyond the rules of the whole set; null where the levels say it all. */
  readonly rules: string | null;
  /** Evidence older than this at `as_of` counts one grade lower. */
  readonly max_age_months: number;
  /** Lower caps for some grades, with the reason. */
  readonly caps: Readonly<Record<string, Level>>;
  readonly caps_reason: string | null;
  /** What to do to reach a higher level. */
  readonly raise: string;
  readonly effort: { readonly find_out: Effort; readonly raise: Effort };
  /** Track id to the reason why the question makes no sense there. */
  readonly not_applicable: Readonly<Record<string, string>>;
  /** For `number`: what is counted, and the least and the greatest value that make sense. */
  readonly unit: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** For `number` and `comparison`: the direction that is good for the buyer; null lets the description say it. */
  readonly better: 'lower' | 'higher' | null;
  /** Five entries, level 0 first. */
  readonly levels: readonly LevelText[];
}

export interface Dimension {
  /** The key in a description. */
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly why: string;
  readonly claims: ClaimIds;
  readonly order: number;
}

/** A word or phrase that speaks for a track or a concept; see `src/classify`. */
export interface Signal {
  readonly term: string;
  readonly weight: number;
}

export interface TrackModel {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  readonly signals: readonly Signal[];
}

export interface DimensionWeight {
  readonly weight: number;
  readonly reason: string;
  readonly claims: ClaimIds;
}

export interface Track {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  /** Where the article sees demand. */
  readonly demand: string;
  readonly claims: ClaimIds;
  readonly models: readonly TrackModel[];
  readonly incumbents: readonly string[];
  /** Dimension id to weight; the weights of a track sum to 100. */
  readonly weights: Readonly<Record<string, DimensionWeight>>;
  /** The comparison that decides whether a buyer switches, or null with the reason why the track has none. */
  readonly deciding: { readonly criterion: string | null; readonly reason: string };
  readonly signals: readonly Signal[];
}

/** A condition on levels. Only `all` and `any` exist, so raising a level never breaks one. */
export type Requirement =
  | { readonly criterion: string; readonly at_least: Level }
  | { readonly all: readonly Requirement[] }
  | { readonly any: readonly Requirement[] };

interface GateBase {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly claims: ClaimIds;
  /** Points, 0 to 100, that the index can't exceed where the gate fails. */
  readonly cap: number;
  readonly cap_reason: string;
  /** Tracks that the gate guards; null means all. */
  readonly tracks: readonly string[] | null;
  readonly passed: string;
  readonly failed: string;
}

export type Gate =
  | (GateBase & { readonly kind: 'levels'; readonly require: Requirement })
  | (GateBase & {
      readonly kind: 'break-even';
      /** Dimension whose weighted mean level, rounded down, says how easy the switch is. */
      readonly ease: string;
      /** The multiple needed at ease levels 0 to 4, falling. */
      readonly steps: readonly number[];
    });

export interface Band {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  /** The index, 0 to 100, from which the band counts. */
  readonly from: number;
}

/** A condition of the table of diagnoses; reads the outcome, so it may also use `not`. */
export type Condition =
  | { readonly gate: string; readonly is: readonly string[] }
  | { readonly criterion: string; readonly bound: 'supported' | 'claimed' | 'possible'; readonly below: number }
  | { readonly criterion: string; readonly bound: 'supported' | 'claimed' | 'possible'; readonly at_least: number }
  | { readonly track: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export interface Diagnosis {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  readonly when: Condition;
  readonly route: 'adapt' | 'persist';
  readonly advice: string;
  /** What to watch for. */
  readonly trigger: string;
  readonly claims: ClaimIds;
}

/** A document that the rubric itself cites. */
export interface Reference {
  readonly title: string;
  readonly url: string;
  readonly date: string | null;
  readonly kind: string;
}

/** The date from which a duty applies, as set by a text of the day `set_on`. The newest text known at `as_of` counts. */
export interface DutyDate {
  readonly set_on: Day;
  readonly from: Day;
  readonly scope: string;
}

export interface Duty {
  readonly id: string;
  readonly title: string;
  readonly article: string;
  readonly text: string;
  readonly binding: 'hard' | 'voluntary';
  readonly dates: readonly DutyDate[];
  /** From this day on the duty no longer exists. */
  readonly until: Day | null;
  /** Track id to the level that a product which meets the duty carries while it applies, with the reason. */
  readonly tracks: Readonly<Record<string, { readonly level: Level; readonly reason: string }>>;
  /** How the duty is met without a chain. */
  readonly ordinary_means: string;
}

export interface Regulation {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly jurisdiction: string;
  readonly status: 'in-force' | 'adopted' | 'proposed' | 'repealed' | 'voluntary';
  readonly adopted: Day | null;
  readonly in_force: Day | null;
  readonly note: string | null;
  readonly sources: readonly Reference[];
  readonly duties: readonly Duty[];
}

export interface AlternativeFigure {
  readonly value: number;
  readonly from: Day;
  /** How the figure was computed where no source states it as such. */
  readonly derived: string | null;
  readonly source: Reference;
}

/** What a buyer would otherwise use, with its price or measured figure. */
export interface Alternative {
  readonly id: string;
  readonly name: string;
  /** The comparison criterion that it answers. */
  readonly criterion: string;
  readonly track: string;
  readonly workload: string;
  readonly service_class: string;
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  /** Sorted by day; the newest one known at `as_of` counts, else the oldest. */
  readonly figures: readonly AlternativeFigure[];
  readonly note: string | null;
}

export interface Named {
  readonly id: string;
  readonly title: string;
  readonly means: string;
}

/** A unit of comparisons; one with a base converts exactly: value in base = value x times / divided_by. */
export interface Unit {
  readonly id: string;
  readonly base: string | null;
  readonly times: number;
  readonly divided_by: number;
}

/** Signals that together show how far a concept is present: 0 to 1, reached at `full` points. */
export interface ConceptEvidence {
  readonly full: number;
  readonly signals: readonly Signal[];
}

/** Words of these tracks count by `floor`, 0 to 1, where the evidence is missing, rising to 1 where it is full. */
export interface ConceptNeed {
  readonly tracks: readonly string[];
  readonly evidence: string;
  readonly floor: number;
  readonly reason: string;
}

/** Share of the bias that evidence takes from `outside`; of several concepts the least present one counts. */
export interface OutsideEasing {
  readonly evidence: readonly string[];
  readonly share: number;
  readonly reason: string;
}

/** What the classifier needs beside the signals of the tracks: `rubrics/classifier.yaml`. */
export interface ClassifierSettings {
  /** The greatest number of words between the two sides of a `~` term. */
  readonly window: number;
  /** k: a term found n times counts n x (k + 1) / (n + k) times its weight. */
  readonly saturation: number;
  /** The softmax divides scores by `base + per_point x the highest score above 0`, so that length alone makes nothing sure. */
  readonly temperature: { readonly base: number; readonly per_point: number };
  /** Two tracks that lead by less than this share are undecided. */
  readonly undecided_margin: number;
  /** Words that stand for each other in a term, by name. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly evidence: Readonly<Record<string, ConceptEvidence>>;
  readonly needs: readonly ConceptNeed[];
  readonly outside: {
    /** What `outside` starts from: `least` for no text, rising to `most`, half-way at `half_way` words, as chance finds do. */
    readonly bias: { readonly least: number; readonly most: number; readonly half_way: number };
    readonly eased_by: readonly OutsideEasing[];
    readonly signals: readonly Signal[];
  };
}

/** The whole set, checked, in one plain object that survives JSON. */
export interface Rubric {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** The sentence that says what is and what is not measured; printed on every report. */
  readonly scope: string;
  /** What holds for the rating of every criterion, such as what counts as the offer. */
  readonly rating_rules: readonly Named[];
  /** Share of weight, 0 to 1, whose answers need a source for the project to be rateable. */
  readonly coverage_floor: number;
  readonly bands: readonly Band[];
  readonly evidence: Evidence;
  readonly dimensions: readonly Dimension[];
  readonly criteria: readonly Criterion[];
  readonly tracks: readonly Track[];
  readonly gates: readonly Gate[];
  readonly diagnoses: readonly Diagnosis[];
  readonly regulations: readonly Regulation[];
  readonly workloads: readonly Named[];
  readonly service_classes: readonly Named[];
  readonly alternatives: readonly Alternative[];
  readonly units: readonly Unit[];
  readonly classifier: ClassifierSettings;
  readonly seeds: Seeds;
}

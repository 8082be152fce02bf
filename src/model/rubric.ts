import type { SourceArticle } from './claim.ts';
import type { Classifier } from './classifier.ts';
import type { Criterion, Dimension, Effort } from './criterion.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Evidence } from './evidence.ts';
import type { Gate } from './gate.ts';
import type { MemoGrammar } from './grammar.ts';
import type { Alternative, DefinedTerm, Regulation, Unit } from './register.ts';
import type { StatementVocabulary } from './statements.ts';
import type { Track } from './track.ts';

export type * from './claim.ts';
export type * from './classifier.ts';
export type * from './criterion.ts';
export type * from './diagnosis.ts';
export type * from './evidence.ts';
export type * from './gate.ts';
export type * from './register.ts';
export type * from './statements.ts';
export type * from './track.ts';

export interface Band {
  readonly id: string;
  readonly title: string;
  readonly means: string;
  /** The index, 0 to 100, from which the band counts. */
  readonly from: number;
}

/** A way to turn levels into marks. */
export interface ValueFunction {
  readonly id: string;
  readonly title: string;
  /** Points, 0 to 100, of the levels 0 to 4; they never fall. */
  readonly marks: readonly number[];
}

/** What a reasonable reader may hold otherwise than the rubric does: the judgements that a verdict should survive. */
export interface SensitivitySettings {
  /** Per cent of itself that the weight of a dimension may be higher or lower, while all still sum to the same. */
  readonly weight_band: number;
  /** The maps that levels may be read by; the rubric's own, 25 points a level, is one of them. */
  readonly mark_maps: readonly ValueFunction[];
}

/** The whole set, checked, in one plain object that survives JSON. */
export interface Rubric {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** The sentence that says what is and what is not measured; printed on every report. */
  readonly scope: string;
  /** What holds for the rating of every criterion, such as what counts as the offer. */
  readonly rating_rules: readonly DefinedTerm[];
  /** Share of weight, 0 to 1, whose answers need a source for the project to be rateable. */
  readonly coverage_floor: number;
  readonly bands: readonly Band[];
  readonly robustness: SensitivitySettings;
  /** What an effort counts against another, in hours of work. */
  readonly effort_hours: Readonly<Record<Effort, number>>;
  readonly evidence: Evidence;
  readonly dimensions: readonly Dimension[];
  readonly criteria: readonly Criterion[];
  readonly tracks: readonly Track[];
  readonly gates: readonly Gate[];
  readonly diagnoses: readonly Diagnosis[];
  readonly regulations: readonly Regulation[];
  readonly workloads: readonly DefinedTerm[];
  readonly service_classes: readonly DefinedTerm[];
  readonly alternatives: readonly Alternative[];
  readonly units: readonly Unit[];
  readonly statements: StatementVocabulary;
  readonly grammar: MemoGrammar;
  /** Learnt from the set's training texts, which are not kept. */
  readonly classifier: Classifier;
  readonly seeds: SourceArticle;
}

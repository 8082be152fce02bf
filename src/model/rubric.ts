import type { SourceArticle } from './claim.ts';
import type { Classifier } from './classifier.ts';
import type { Criterion, Dimension } from './criterion.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { Evidence } from './evidence.ts';
import type { Gate } from './gate.ts';
import type { MemoGrammar } from './grammar.ts';
import type { Implication } from './implication.ts';
import type { ReadingVocabulary } from './reading-vocabulary.ts';
import {
  type Alternative,
  type DefinedTerm,
  definedTerm,
  type GlossaryWord,
  type HostRegister,
  type Regulation,
  type ServiceClass,
  type Unit,
} from './register.ts';
import * as s from './schema/schema.ts';
import { definedTermFields, id, points, share } from './schema/values.ts';
import type { StatementVocabulary } from './statements.ts';
import type { Track } from './track.ts';

export type * from './claim.ts';
export type * from './classifier.ts';
export type * from './criterion.ts';
export type * from './diagnosis.ts';
export type * from './evidence.ts';
export type * from './gate.ts';
export type * from './implication.ts';
export type * from './reading-vocabulary.ts';
export type * from './register.ts';
export type * from './statements.ts';
export type * from './track.ts';

export interface Band extends s.AcceptedValue<typeof band> {}

const band = s.mapping({
  ...definedTermFields,
  /** The index from which the band counts. */
  from: points,
  /** The verdict as a clause that needs no full stop: where nothing open could lift it, and as far as is shown. */
  settled: s.trimmedText,
  so_far: s.trimmedText,
});

/** Points of the levels 0 to 4; they never fall. */
const marks = s.list(s.wholeNumber(0, 100), 5, 5);

/** A way to turn levels into marks. */
const valueFunction = s.mapping({
  id,
  title: s.trimmedText,
  marks,
});

/** What a reasonable reader may judge otherwise than the rubric does: the judgements that a verdict should survive. */
const sensitivitySettings = s.mapping({
  /** Per cent of itself that the weight of a dimension may be higher or lower, while all still sum to the same. */
  weight_band: s.wholeNumber(0, 100),
  /** The maps that levels may be read by; that of the index is one of them. */
  mark_maps: s.list(valueFunction, 1),
});

/** The threshold from which an analysis reports what it compares. */
const analysisSettings = s.mapping({
  /** Compared with a reference: the least distance of two supported levels. */
  levels_apart: s.wholeNumber(1, 4),
  /** In how many descriptions one source carries the answers to the same two criteria. */
  same_source: s.wholeNumber(1),
  /** The correlation of the levels of two criteria, and in how many descriptions at least. */
  correlation: s.mapping({ above: share, descriptions: s.wholeNumber(2) }),
  /** In how many descriptions a criterion has one level and no other. */
  constant: s.wholeNumber(2),
});

export const rubricFile = s.mapping({
  id,
  version: s.formedText(/^\d+\.\d+\.\d+$/, 'a version is three numbers, such as 1.0.0'),
  title: s.trimmedText,
  /** The sentence that says what is and what is not measured; printed on every report. */
  scope: s.trimmedText,
  /** The file of the register of claims, relative to the set's folder. */
  claims: s.trimmedText,
  /** What holds for the rating of every criterion, such as what counts as the offer. */
  rating_rules: s.withDefault(s.list<DefinedTerm>(definedTerm), []),
  /** Share of weight whose answers need a source for the project to be rateable. */
  coverage_floor: share,
  /** A figure more than this many times better than that of the best registered alternative counts as claimed only. */
  plausible_multiple: s.numberAbove(0),
  /** What the index is made of. */
  marks,
  bands: s.list<Band>(band, 2),
  robustness: sensitivitySettings,
  analysis: analysisSettings,
  /** How much an effort is, in hours of work. */
  effort_hours: s.mapping({
    hours: s.wholeNumber(1),
    days: s.wholeNumber(1),
    weeks: s.wholeNumber(1),
    months: s.wholeNumber(1),
  }),
});

/** The whole set, checked, in one plain object that survives JSON. */
export interface Rubric extends Omit<s.AcceptedValue<typeof rubricFile>, 'claims'> {
  readonly evidence: Evidence;
  readonly dimensions: readonly Dimension[];
  readonly criteria: readonly Criterion[];
  readonly tracks: readonly Track[];
  readonly gates: readonly Gate[];
  readonly diagnoses: readonly Diagnosis[];
  readonly implications: readonly Implication[];
  readonly regulations: readonly Regulation[];
  readonly workloads: readonly DefinedTerm[];
  readonly service_classes: readonly ServiceClass[];
  readonly alternatives: readonly Alternative[];
  readonly units: readonly Unit[];
  readonly glossary: readonly GlossaryWord[];
  readonly statements: StatementVocabulary;
  readonly grammar: MemoGrammar;
  readonly reading: ReadingVocabulary;
  readonly hosts: HostRegister;
  /** Learnt from the set's training texts, which are not kept. */
  readonly classifier: Classifier;
  readonly seeds: SourceArticle;
}

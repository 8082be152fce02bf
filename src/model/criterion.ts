import * as s from './schema/schema.ts';
import { claimIds, day, direction, id, level, words } from './schema/values.ts';

/** How long it takes to find an answer out, or to raise it. */
const effort = s.oneOf(['hours', 'days', 'weeks', 'months']);

/** One of the five written levels of a criterion. */
export interface LevelText extends s.AcceptedValue<typeof levelText> {}

const levelText = s.mapping({
  level,
  /** What must be so for the level to be reached. */
  means: s.trimmedText,
  /** An example that reaches this level and no higher one. */
  reaches: s.trimmedText,
  /** An example that looks like this level and falls short of it. */
  falls_short: s.trimmedText,
  /** For `choice`: the word that a description uses. */
  option: s.orNull(id),
  /** For `number` and `comparison`: the value from which the level counts; null at level 0. */
  at_least: s.orNull(s.numberWithin()),
  /** The answer does not settle the levels above it: with this level claimed, the highest stays possible. */
  open: s.withDefault(s.booleanValue, false),
  /** True of nearly every project, so that an answer at this level adds nothing to coverage. */
  common: s.withDefault(s.booleanValue, false),
  /** The supplier's own sources can't carry it: it takes somebody else. */
  other_hand: s.withDefault(s.booleanValue, false),
});

/** Figures by what they are of: a sum of money, one per unit or period, and so on. */
const CUE_FIGURES = ['money', 'rate', 'percent', 'multiple', 'count', 'size', 'time', 'number'] as const;

export type CueFigure = (typeof CUE_FIGURES)[number];

/**
 * What a sentence of a document says that bears on the question; all that is given has to be there. In phrases, `*` is any ending
 * of a word, `...` up to four words in between, and `<group>` any word of a group.
 */
export interface Cue extends s.AcceptedValue<typeof cue> {}

const cue = s.mapping({
  /** Any one of these phrases, and any one of those; without phrases the names or the figure under a heading do. */
  says: s.orNull(words),
  with: s.orNull(words),
  /** A figure of one of these kinds. */
  figure: s.orNull(s.list(s.oneOf(CUE_FIGURES), 1)),
  /** The name of a customer or of a registered regulation; `any` where names are listed, and not kinds of anything. */
  names: s.orNull(s.oneOf(['any', 'customer', 'regulation'])),
  /** A heading, a lead-in or the head of a column that it is under. */
  under: s.orNull(words),
  unless: s.withDefault(s.list(s.trimmedText), []),
  /** True where it also bears on the question if it is said of a rival or of the market. */
  of_others: s.withDefault(s.booleanValue, false),
});

export interface Criterion extends s.AcceptedValue<typeof criterion> {
  readonly dimension: string;
}

const criterion = s.mapping({
  /** Unique over all ids of the rubric; the key in a description, under the dimension's key. */
  id,
  title: s.trimmedText,
  /** The day it became part of the rubric; null where it was there from the start. An example of an earlier day may leave it out. */
  since: s.orNull(day),
  /** Id of the answer's kind: `choice`, `number`, `comparison`, `customers`, `duties`. */
  kind: id,
  question: s.trimmedText,
  /** The question as it is sent to the project: full sentences that need no rubric. */
  ask_as: s.trimmedText,
  why: s.trimmedText,
  claims: claimIds,
  /** Weight within the dimension. */
  weight: s.wholeNumber(0),
  weight_reason: s.trimmedText,
  /** Which documents answer the question, in words, and the kinds of sources that may carry an answer. */
  needs: s.mapping({
    text: s.trimmedText,
    kinds: s.list(id, 1),
    /** True where the question is about buyers or the market, so that whatever the project says of it is its word. */
    from_others: s.withDefault(s.booleanValue, false),
  }),
  /** How to count and what breaks a tie, beyond the rules of the whole set; null where the levels say it all. */
  rules: s.orNull(s.trimmedText),
  /** Evidence older than this at `as_of` counts one grade lower. */
  max_age_months: s.wholeNumber(1),
  /** Grade id to a lower cap than the grade's own. */
  caps: s.withDefault(s.record(level, id), {}),
  caps_reason: s.orNull(s.trimmedText),
  /** What to do to reach a higher level. */
  raise: s.trimmedText,
  effort: s.mapping({ find_out: effort, raise: effort }),
  /** Track id to the reason why the question makes no sense there. */
  not_applicable: s.withDefault(s.record(s.trimmedText, id), {}),
  /** For `number`: what is counted, and the smallest and the greatest value that make sense. */
  unit: s.orNull(s.trimmedText),
  minimum: s.orNull(s.numberWithin()),
  maximum: s.orNull(s.numberWithin()),
  /** For `number`: a figure above 0 and not above this is taken for a slip of the unit, such as a share where per cent are asked for. */
  slip_up_to: s.orNull(s.numberAbove(0)),
  /** For `number` and `comparison`: the direction that is good for the buyer; null lets the description say it. */
  better: s.orNull(direction),
  /** For kinds with cases, such as the stages of a customer: the level of each case. */
  cases: s.withDefault(s.record(level, id), {}),
  /** For `customers`: how many of them in the best case make the highest level. */
  enough: s.orNull(s.wholeNumber(1)),
  /** Which sentences of a document bear on the question. */
  cues: s.withDefault(s.list<Cue>(cue), []),
  /** Five entries, level 0 first. */
  levels: s.list<LevelText>(levelText, 5, 5),
});

export interface Dimension extends Omit<s.AcceptedValue<typeof dimensionFile>, 'criteria'> {}

export const dimensionFile = s.mapping({
  /** The key in a description. */
  id,
  title: s.trimmedText,
  /** Dimensions are listed by it, lowest first. */
  order: s.wholeNumber(),
  question: s.trimmedText,
  why: s.trimmedText,
  claims: claimIds,
  criteria: s.list(criterion, 1),
});

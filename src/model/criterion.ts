import {
  type AcceptedValue,
  booleanValue,
  list,
  mapping,
  numberAbove,
  numberWithin,
  oneOf,
  orNull,
  record,
  trimmedText,
  wholeNumber,
  withDefault,
} from './schema/schema.ts';
import { claimIds, day, direction, id, level, words } from './schema/values.ts';

/** How long it takes to find an answer out, or to raise it. */
const effort = oneOf(['hours', 'days', 'weeks', 'months']);

/** One of the five written levels of a criterion. */
export interface LevelText extends AcceptedValue<typeof levelText> {}

const levelText = mapping({
  level,
  /** What must be so for the level to be reached. */
  means: trimmedText,
  /** An example that reaches this level and no higher one. */
  reaches: trimmedText,
  /** An example that looks like this level and falls short of it. */
  falls_short: trimmedText,
  /** For `choice`: the word that a description uses. */
  option: orNull(id),
  /** For `number` and `comparison`: the value from which the level counts; null at level 0. */
  at_least: orNull(numberWithin()),
  /** The answer does not settle the levels above it: with this level claimed, the highest stays possible. */
  open: withDefault(booleanValue, false),
  /** True of nearly every project, so that an answer at this level adds nothing to coverage. */
  common: withDefault(booleanValue, false),
  /** The supplier's own sources can't carry it: it takes somebody else. */
  other_hand: withDefault(booleanValue, false),
});

/** Figures by what they are of: a sum of money, one per unit or period, and so on. */
const CUE_FIGURES = ['money', 'rate', 'percent', 'multiple', 'count', 'size', 'time', 'number'] as const;

export type CueFigure = (typeof CUE_FIGURES)[number];

/**
 * What a sentence of a document says that bears on the question; all that is given has to be there. In phrases, `*` is any ending
 * of a word, `...` up to four words in between, and `<group>` any word of a group.
 */
export interface Cue extends AcceptedValue<typeof cue> {}

const cue = mapping({
  /** Any one of these phrases, and any one of those; without phrases the names or the figure under a heading do. */
  says: orNull(words),
  with: orNull(words),
  /** A figure of one of these kinds. */
  figure: orNull(list(oneOf(CUE_FIGURES), 1)),
  /** The name of a customer or of a registered regulation; `any` where names are listed, and not kinds of anything. */
  names: orNull(oneOf(['any', 'customer', 'regulation'])),
  /** A heading, a lead-in or the head of a column that it is under. */
  under: orNull(words),
  unless: withDefault(list(trimmedText), []),
  /** True where it also bears on the question if it is said of a rival or of the market. */
  of_others: withDefault(booleanValue, false),
  /** Words that only touch on the question: quoted behind all others. */
  weak: withDefault(booleanValue, false),
});

export interface Criterion extends AcceptedValue<typeof criterion> {
  readonly dimension: string;
}

const criterion = mapping({
  /** Unique over all ids of the rubric; the key in a description, under the dimension's key. */
  id,
  title: trimmedText,
  /** The day it became part of the rubric; null where it was there from the start. An example of an earlier day may leave it out. */
  since: orNull(day),
  /** Id of the answer's kind: `choice`, `number`, `comparison`, `customers`, `duties`. */
  kind: id,
  question: trimmedText,
  why: trimmedText,
  claims: claimIds,
  /** Weight within the dimension. */
  weight: wholeNumber(0),
  weight_reason: trimmedText,
  /** Which documents answer the question, in words, and the kinds of sources that may carry an answer. */
  needs: mapping({
    text: trimmedText,
    kinds: list(id, 1),
    /** True where the question is about buyers or the market, so that whatever the project says of it is its word. */
    from_others: withDefault(booleanValue, false),
  }),
  /** How to count and what breaks a tie, beyond the rules of the whole set; null where the levels say it all. */
  rules: orNull(trimmedText),
  /** Evidence older than this at `as_of` counts one grade lower. */
  max_age_months: wholeNumber(1),
  /** Grade id to a lower cap than the grade's own. */
  caps: withDefault(record(level, id), {}),
  caps_reason: orNull(trimmedText),
  /** What to do to reach a higher level. */
  raise: trimmedText,
  effort: mapping({ find_out: effort, raise: effort }),
  /** Track id to the reason why the question makes no sense there. */
  not_applicable: withDefault(record(trimmedText, id), {}),
  /** For `number`: what is counted, and the smallest and the greatest value that make sense. */
  unit: orNull(trimmedText),
  minimum: orNull(numberWithin()),
  maximum: orNull(numberWithin()),
  /** For `number`: a figure above 0 and not above this is taken for a slip of the unit, such as a share where per cent are asked for. */
  slip_up_to: orNull(numberAbove(0)),
  /** For `number` and `comparison`: the direction that is good for the buyer; null lets the description say it. */
  better: orNull(direction),
  /** For kinds with cases, such as the stages of a customer: the level of each case. */
  cases: withDefault(record(level, id), {}),
  /** For `customers`: how many of them in the best case make the highest level. */
  enough: orNull(wholeNumber(1)),
  /** Which sentences of a document bear on the question. */
  cues: withDefault(list<Cue>(cue), []),
  /** Five entries, level 0 first. */
  levels: list<LevelText>(levelText, 5, 5),
});

export interface Dimension extends Omit<AcceptedValue<typeof dimensionFile>, 'criteria'> {}

export const dimensionFile = mapping({
  /** The key in a description. */
  id,
  title: trimmedText,
  /** Dimensions are listed by it, lowest first. */
  order: wholeNumber(),
  question: trimmedText,
  why: trimmedText,
  claims: claimIds,
  criteria: list(criterion, 1),
});

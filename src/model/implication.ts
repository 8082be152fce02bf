import {
  type AcceptedValue,
  anyOf,
  booleanValue,
  lazy,
  list,
  mapping,
  numberWithin,
  record,
  type Schema,
  trimmedText,
  wholeNumber,
} from './schema/schema.ts';
import { id } from './schema/values.ts';

/** What an item says to count; an empty mapping counts every item. */
const items = record(anyOf(booleanValue, trimmedText));

const answerFact = anyOf(
  /** The level as claimed. */
  mapping({ criterion: id, at_least: wholeNumber(1, 4) }),
  mapping({ criterion: id, below: wholeNumber(1, 4) }),
  /** For `choice`: one of these options is chosen. */
  mapping({ criterion: id, options: list(id, 1) }),
  /** For `number`: the figure. */
  mapping({ criterion: id, figure_above: numberWithin() }),
  /** For lists: how many items there are that say this. */
  mapping({ criterion: id, items, at_least: wholeNumber(1) }),
  mapping({ criterion: id, items, below: wholeNumber(1) }),
  mapping({ criterion: id, answered: booleanValue }),
);

/** A condition on what a description says, whatever the evidence for it. */
export type AnswerCondition =
  | AcceptedValue<typeof answerFact>
  | { readonly all: readonly AnswerCondition[] }
  | { readonly any: readonly AnswerCondition[] }
  | { readonly not: AnswerCondition };

const condition: Schema<AnswerCondition> = lazy(() =>
  anyOf(
    answerFact,
    mapping({ all: list(condition, 1) }),
    mapping({ any: list(condition, 1) }),
    mapping({ not: condition }),
  ),
);

/** Answers that follow from others: a description that says `when` and not what that `implies` contradicts itself. */
export interface Implication extends AcceptedValue<typeof implication> {}

const implication = mapping({ id, title: trimmedText, when: condition, implies: condition, why: trimmedText });

export const implicationsFile = mapping({ implications: list<Implication>(implication) });

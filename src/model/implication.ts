import * as s from './schema/schema.ts';
import { id, type JoinedCondition, joinConditions } from './schema/values.ts';

/** What an item says to count; an empty mapping counts every item. */
const items = s.record(s.anyOf(s.booleanValue, s.trimmedText));

const answerFact = s.anyOf(
  /** The level as claimed. */
  s.mapping({ criterion: id, at_least: s.wholeNumber(1, 4) }),
  s.mapping({ criterion: id, below: s.wholeNumber(1, 4) }),
  /** For `choice`: one of these options is chosen. */
  s.mapping({ criterion: id, options: s.list(id, 1) }),
  /** For `number`: the figure. */
  s.mapping({ criterion: id, figure_above: s.numberWithin() }),
  /** For lists: how many items there are that say this. */
  s.mapping({ criterion: id, items, at_least: s.wholeNumber(1) }),
  s.mapping({ criterion: id, items, below: s.wholeNumber(1) }),
  s.mapping({ criterion: id, answered: s.booleanValue }),
);

/** A condition on what a description says, whatever the evidence for it. */
export type AnswerCondition = JoinedCondition<s.AcceptedValue<typeof answerFact>>;

const condition = joinConditions(answerFact);

/** Answers that follow from others: a description that says `when` and not what that `implies` contradicts itself. */
export interface Implication extends s.AcceptedValue<typeof implication> {}

const implication = s.mapping({ id, title: s.trimmedText, when: condition, implies: condition, why: s.trimmedText });

export const implicationsFile = s.mapping({ implications: s.list<Implication>(implication) });

import * as s from './schema/schema.ts';
import { claimIds, definedTermFields, id, type JoinedCondition, joinConditions } from './schema/values.ts';

const bound = s.oneOf(['supported', 'claimed', 'possible']);

const observation = s.anyOf(
  s.mapping({ gate: id, is: s.list(s.oneOf(['passed', 'failed', 'not-shown-yet', 'not-asked']), 1) }),
  s.mapping({ criterion: id, bound, below: s.wholeNumber(1, 4) }),
  s.mapping({ criterion: id, bound, at_least: s.wholeNumber(1, 4) }),
  /** Whether the description answers the criterion at all. */
  s.mapping({ criterion: id, answered: s.booleanValue }),
  s.mapping({ track: s.list(id, 1) }),
);

/** A condition of the table of diagnoses; reads the outcome, so it may also use `not`. */
export type Condition = JoinedCondition<s.AcceptedValue<typeof observation>>;

export interface Diagnosis extends s.AcceptedValue<typeof diagnosis> {}

const diagnosis = s.mapping({
  ...definedTermFields,
  when: joinConditions(observation),
  route: s.oneOf(['adapt', 'persist']),
  advice: s.trimmedText,
  /** What to watch for. */
  trigger: s.trimmedText,
  claims: claimIds,
});

export const diagnosesFile = s.mapping({ diagnoses: s.list<Diagnosis>(diagnosis) });

import {
  type AcceptedValue,
  anyOf,
  booleanValue,
  lazy,
  list,
  mapping,
  oneOf,
  type Schema,
  trimmedText,
  wholeNumber,
} from './schema/schema.ts';
import { claimIds, definedTermFields, id } from './schema/values.ts';

const bound = oneOf(['supported', 'claimed', 'possible']);

const observation = anyOf(
  mapping({ gate: id, is: list(oneOf(['passed', 'failed', 'not-shown-yet', 'not-asked']), 1) }),
  mapping({ criterion: id, bound, below: wholeNumber(1, 4) }),
  mapping({ criterion: id, bound, at_least: wholeNumber(1, 4) }),
  /** Whether the description answers the criterion at all. */
  mapping({ criterion: id, answered: booleanValue }),
  mapping({ track: list(id, 1) }),
);

/** A condition of the table of diagnoses; reads the outcome, so it may also use `not`. */
export type Condition =
  | AcceptedValue<typeof observation>
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

const condition: Schema<Condition> = lazy(() =>
  anyOf(
    observation,
    mapping({ all: list(condition, 1) }),
    mapping({ any: list(condition, 1) }),
    mapping({ not: condition }),
  ),
);

export interface Diagnosis extends AcceptedValue<typeof diagnosis> {}

const diagnosis = mapping({
  ...definedTermFields,
  when: condition,
  route: oneOf(['adapt', 'persist']),
  advice: trimmedText,
  /** What to watch for. */
  trigger: trimmedText,
  claims: claimIds,
});

export const diagnosesFile = mapping({ diagnoses: list<Diagnosis>(diagnosis) });

import {
  type AcceptedValue,
  anyOf,
  lazy,
  list,
  literal,
  mapping,
  numberAbove,
  oneOf,
  orNull,
  type Schema,
  taggedUnion,
  trimmedText,
  withDefault,
} from './schema/schema.ts';
import { claimIds, id, level, points } from './schema/values.ts';

/** A condition on levels. Only `all` and `any` exist, so raising a level never breaks one. */
export type Requirement =
  | AcceptedValue<typeof levelRequirement>
  | { readonly all: readonly Requirement[] }
  | { readonly any: readonly Requirement[] };

const levelRequirement = mapping({ criterion: id, at_least: level });

const requirement: Schema<Requirement> = lazy(() =>
  anyOf(levelRequirement, mapping({ all: list(requirement, 1) }), mapping({ any: list(requirement, 1) })),
);

const gateFields = {
  id,
  title: trimmedText,
  why: trimmedText,
  claims: claimIds,
  /** Points that the index can't exceed where the gate fails. */
  cap: points,
  cap_reason: trimmedText,
  /** Tracks that the gate guards; null means all. */
  tracks: orNull(list(id, 1)),
  passed: trimmedText,
  failed: trimmedText,
};

export type Gate = AcceptedValue<typeof gate>;

const gate = taggedUnion(
  'kind',
  mapping({ kind: literal('levels'), ...gateFields, require: requirement }),
  mapping({
    kind: literal('break-even'),
    ...gateFields,
    /** Dimension whose weighted mean level, rounded down, says how easy the switch is. */
    ease: id,
    /** The multiple needed at ease levels 0 to 4, falling. */
    steps: list(numberAbove(0), 5, 5),
    /** What the offer is compared with: the cheapest of what buyers mostly use today, or the best that the register has. */
    against: withDefault(oneOf(['incumbents', 'best']), 'best'),
    /** What shows the gain without a comparison, such as buyers who pay for it; null where nothing does. */
    unless: orNull(requirement),
  }),
);

export const gatesFile = mapping({ gates: list<Gate>(gate) });

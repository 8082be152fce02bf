import * as s from './schema/schema.ts';
import { claimIds, id, level, points } from './schema/values.ts';

/** A condition on levels. Only `all` and `any` exist, so raising a level never breaks one. */
export type Requirement =
  | s.AcceptedValue<typeof levelRequirement>
  | { readonly all: readonly Requirement[] }
  | { readonly any: readonly Requirement[] };

const levelRequirement = s.mapping({ criterion: id, at_least: level });

const requirement: s.Schema<Requirement> = s.lazy(() =>
  s.anyOf(levelRequirement, s.mapping({ all: s.list(requirement, 1) }), s.mapping({ any: s.list(requirement, 1) })),
);

const gateFields = {
  id,
  title: s.trimmedText,
  why: s.trimmedText,
  claims: claimIds,
  /** Points that the index can't exceed where the gate fails. */
  cap: points,
  cap_reason: s.trimmedText,
  /** Tracks that the gate guards; null means all. */
  tracks: s.orNull(s.list(id, 1)),
  passed: s.trimmedText,
  failed: s.trimmedText,
};

export type Gate = s.AcceptedValue<typeof gate>;

const gate = s.taggedUnion(
  'kind',
  s.mapping({ kind: s.literal('levels'), ...gateFields, require: requirement }),
  s.mapping({
    kind: s.literal('break-even'),
    ...gateFields,
    /** Dimension whose weighted mean level, rounded down, says how easy the switch is. */
    ease: id,
    /** The multiple needed at ease levels 0 to 4, falling. */
    steps: s.list(s.numberAbove(0), 5, 5),
    /** What the offer is compared with: the cheapest of what buyers mostly use today, or the best that the register has. */
    against: s.withDefault(s.oneOf(['incumbents', 'best']), 'best'),
    /** What shows the gain without a comparison, such as buyers who pay for it; null where nothing does. */
    unless: s.orNull(requirement),
  }),
);

export const gatesFile = s.mapping({ gates: s.list<Gate>(gate) });

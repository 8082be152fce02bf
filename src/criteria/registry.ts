import { choiceKind } from './choice.ts';
import { comparisonKind } from './comparison.ts';
import type { CriterionKind } from './criterion-kind.ts';
import { customersKind } from './customers.ts';
import { dutiesKind } from './duties.ts';
import { numberKind } from './number.ts';

const BY_ID: ReadonlyMap<string, CriterionKind<never>> = new Map(
  [choiceKind, numberKind, comparisonKind, customersKind, dutiesKind].map((kind) => [
    kind.id,
    kind as CriterionKind<never>,
  ]),
);

export const KIND_IDS: readonly string[] = [...BY_ID.keys()];

/** The kind with this id. @throws Error when there is none: a checked rubric names registered kinds only. */
export function getCriterionKind(id: string): CriterionKind<never> {
  const kind = BY_ID.get(id);
  if (kind === undefined) throw new Error(`no criterion kind is called ${id}`);
  return kind;
}

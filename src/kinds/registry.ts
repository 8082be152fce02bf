import { choice } from './choice.ts';
import { comparison } from './comparison.ts';
import { customers } from './customers.ts';
import { duties } from './duties.ts';
import type { Kind } from './kind.ts';
import { number } from './number.ts';

const BY_ID: ReadonlyMap<string, Kind<never>> = new Map(
  [choice, number, comparison, customers, duties].map((kind) => [kind.id, kind as Kind<never>]),
);

export const KIND_IDS: readonly string[] = [...BY_ID.keys()];

/** The kind with this id. @throws Error when there is none: a checked rubric names registered kinds only. */
export function kindOf(id: string): Kind<never> {
  const kind = BY_ID.get(id);
  if (kind === undefined) throw new Error(`no criterion kind is called ${id}`);
  return kind;
}

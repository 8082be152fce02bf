import type { Rubric } from '../model/rubric.ts';
import { type Block, list, ref, underHeading } from '../report/document.ts';
import type { EntryHead } from '../report/documents/rubric-entries.ts';

/** An entry as its kind knows it. */
export interface RubricEntry extends Omit<EntryHead, 'kind'> {
  /** Ids of the claims that it rests on. */
  readonly claims: readonly string[];
  blocks(): readonly Block[];
}

/** A kind of entry: how its entries are listed and what their pages say. */
export interface EntryKind {
  /** Singular, as in `criterion/cost`. */
  readonly id: string;
  /** As `list` takes it. */
  readonly plural: string;
  /** What one of them is. */
  readonly means: string;
  /** In the rubric's order. */
  entries(rubric: Rubric): readonly RubricEntry[];
}

/** The claims that an entry rests on, in their own words. */
export function claimsSection(rubric: Rubric, ids: readonly string[]): readonly Block[] {
  const items = ids.map((id) => {
    const claim = rubric.seeds.claims.find((entry) => entry.id === id);
    return [ref('claim', id), `: ${claim?.text ?? 'not in the register'}`];
  });
  return underHeading('Claims that it rests on', list(items));
}

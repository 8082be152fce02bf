import type { Rubric } from '../model/rubric.ts';
import { type Block, list, ref, underHeading } from '../report/document.ts';
import type { EntryHead } from '../report/documents/rubric-entries.ts';

/** An entry as its kind knows it. */
interface RubricEntry extends Omit<EntryHead, 'kind'> {
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
  readonly means: string;
  /** In the rubric's order. */
  entries(rubric: Rubric): readonly RubricEntry[];
}

/** The claims that an entry rests on, in their own words. */
function buildClaimSection(rubric: Rubric, ids: readonly string[]): readonly Block[] {
  const items = ids.map((id) => {
    const claim = rubric.seeds.claims.find((entry) => entry.id === id);
    const own = typeof claim?.own === 'string' ? ' (our own)' : '';
    return [ref('claim', id), `: ${claim?.text ?? 'not in the register'}${own}`];
  });
  return underHeading('Claims that it rests on', list(items));
}

/** What a part of the rubric must have to be an entry; its id is its title unless it has one. */
interface EntryData {
  readonly id: string;
  readonly title?: string;
  readonly claims?: readonly string[];
}

/** The kind of entry that `list` finds in a rubric; the claims are the last section of each page. */
export function createEntryKind<T extends EntryData>(
  kind: Pick<EntryKind, 'id' | 'plural' | 'means'> & {
    readonly list: (rubric: Rubric) => readonly T[];
    readonly blocks: (entry: T, rubric: Rubric) => readonly Block[];
  },
): EntryKind {
  const { id, plural, means } = kind;
  const toEntry = (entry: T, rubric: Rubric): RubricEntry => {
    const { title = entry.id, claims = [] } = entry;
    return {
      id: entry.id,
      title,
      claims,
      blocks: () => [...kind.blocks(entry, rubric), ...buildClaimSection(rubric, claims)],
    };
  };
  return { id, plural, means, entries: (rubric) => kind.list(rubric).map((entry) => toEntry(entry, rubric)) };
}

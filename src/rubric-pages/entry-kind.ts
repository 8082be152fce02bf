import type { Rubric } from '../model/rubric.ts';
import { type Block, list, ref, underHeading } from '../report/document.ts';
import type { EntryHead, ListedEntry } from '../report/documents/rubric-entries.ts';

/** An entry as its kind knows it. */
export interface RubricEntry extends Omit<ListedEntry, 'kind' | 'columns'> {
  /** Other names by which it is found. */
  readonly also: readonly string[];
  /** Ids of the claims that it rests on. */
  readonly claims: readonly string[];
  columns(): ListedEntry['columns'];
  blocks(): readonly Block[];
}

/** A kind of entry: how its entries are listed and what their pages say. */
export interface EntryKind {
  /** Singular, as in `criterion/cost`. */
  readonly id: string;
  /** As `list` takes it. */
  readonly plural: string;
  readonly means: string;
  /** The column that parts a list of them. */
  readonly groupedBy?: string;
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
interface EntryData extends Pick<EntryHead, 'id'> {
  readonly title?: string;
  readonly means?: string;
  readonly question?: string;
  readonly also?: readonly string[];
  readonly claims?: readonly string[];
}

/**
 * The kind of entry that `list` finds in a rubric; the claims are the last section of each page. `columns` are what a list
 * shows of each entry besides its title.
 */
export function createEntryKind<T extends EntryData>(
  kind: Pick<EntryKind, 'id' | 'plural' | 'means' | 'groupedBy'> & {
    readonly list: (rubric: Rubric) => readonly T[];
    readonly blocks: (entry: T, rubric: Rubric) => readonly Block[];
    readonly columns?: (entry: T, rubric: Rubric) => ListedEntry['columns'];
  },
): EntryKind {
  const { id, plural, means, groupedBy } = kind;
  const toEntry = (entry: T, rubric: Rubric): RubricEntry => {
    const { title = entry.id, also = [], claims = [] } = entry;
    return {
      id: entry.id,
      title,
      means: entry.means ?? entry.question ?? '',
      also,
      claims,
      columns: () => kind.columns?.(entry, rubric) ?? {},
      blocks: () => [...kind.blocks(entry, rubric), ...buildClaimSection(rubric, claims)],
    };
  };
  return {
    id,
    plural,
    means,
    ...(groupedBy === undefined ? {} : { groupedBy }),
    entries: (rubric) => kind.list(rubric).map((entry) => toEntry(entry, rubric)),
  };
}

import type { ReportHead } from '../../model/report.ts';
import { aside, type Block, type Document, ref, strong, type Text, table } from '../document.ts';

/** Something in the rubric that has an id. */
export interface EntryHead {
  /** As the rubric writes it, with the id of its owner before it where it has one: `compute/pooled-gpus`. */
  readonly id: string;
  readonly kind: string;
  readonly title: string;
}

/** All that the rubric says of one entry. */
export interface EntryPage extends EntryHead {
  readonly blocks: readonly Block[];
}

/** The result of `explain`. */
export interface EntryPagesJson extends ReportHead {
  readonly pages: readonly EntryPage[];
}

/** The result of `list`: the kinds of entry, or the entries of one kind, which `list` names in the plural. */
export type EntryListJson = ReportHead &
  (
    | { readonly kinds: readonly { readonly id: string; readonly means: string; readonly count: number }[] }
    | { readonly list: string; readonly entries: readonly EntryHead[] }
  );

export function toEntryDocument({ kind, id, title, blocks }: EntryPage): Document {
  return { title: [strong(title)], subtitle: [aside(`${kind} `), ref(kind, id)], blocks };
}

export function toEntryDocuments({ pages }: EntryPagesJson): readonly Document[] {
  return pages.map(toEntryDocument);
}

export function toEntryListDocuments(result: EntryListJson): readonly Document[] {
  const blocks =
    'kinds' in result
      ? table(
          ['Kind', 'Entries>', 'Meaning'],
          result.kinds.map(({ id, count, means }): Text[] => [[ref('kind', id)], [String(count)], [means]]),
        )
      : table(
          ['Id', 'Title'],
          result.entries.map(({ kind, id, title }): Text[] => [[ref(kind, id)], [title === id ? '' : title]]),
        );
  const title = 'kinds' in result ? 'Kinds of entry' : result.list;
  const { rubric } = result;
  return [{ title: [strong(title)], subtitle: [`${rubric.title}, ${rubric.id} ${rubric.version}`], blocks }];
}

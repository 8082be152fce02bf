import type { ReportHead } from '../../model/report.ts';
import {
  aside,
  type Block,
  type Document,
  list,
  paragraph,
  ref,
  strong,
  type Text,
  table,
  underHeading,
} from '../document.ts';
import { capitalise } from '../wording/to-words.ts';

/** Something in the rubric that has an id. */
export interface EntryHead {
  /** As the rubric writes it, with the id of its owner before it where it has one: `compute/pooled-gpus`. */
  readonly id: string;
  readonly kind: string;
  readonly title: string;
}

/** An entry in a list. */
export interface ListedEntry extends EntryHead {
  /** What it is, in a line or a few; may be empty. */
  readonly means: string;
  /** What else its kind shows in a list, by the title of the column. */
  readonly columns: Readonly<Record<string, string | number>>;
}

/** All that the rubric says of one entry. */
export interface EntryPage extends EntryHead {
  readonly blocks: readonly Block[];
}

/** The result of `explain`: the pages, and what else the words may mean; without a page, what they may mean. */
export interface EntryPagesJson extends ReportHead {
  /** The words, where nothing is called so and `others` are only the nearest. */
  readonly unmatched: string | null;
  readonly pages: readonly EntryPage[];
  readonly others: readonly ListedEntry[];
}

/** The result of `list`: the kinds of entry, or the entries of one kind, which `list` names in the plural. */
export type EntryListJson = ReportHead &
  (
    | { readonly kinds: readonly { readonly id: string; readonly means: string; readonly count: number }[] }
    | {
        readonly list: string;
        /** The column whose values part the list; null where none does. */
        readonly groupedBy: string | null;
        readonly entries: readonly ListedEntry[];
      }
  );

export function toEntryDocument({ kind, id, title, blocks }: EntryPage): Document {
  return { title: [strong(title)], subtitle: [aside(`${kind} `), ref(kind, id)], blocks };
}

/** How many other meanings are listed. */
const MAX_OTHERS = 12;

function listOthers(others: readonly ListedEntry[]): readonly Block[] {
  const items = others.slice(0, MAX_OTHERS).map(({ kind, id, title, means }): Text => {
    const [line = ''] = means.split(/(?<=[.?!])\s/u);
    const says = [title === id ? '' : title, line].filter((part) => part !== '');
    return [ref(kind, id), ` (${kind})${says.length === 0 ? '' : `: ${says.join('. ')}`}`];
  });
  const left = others.length - items.length;
  return [...list(items), ...(left > 0 ? paragraph(`${left} more; add a word to narrow it down.`) : [])];
}

export function toEntryDocuments({ unmatched, pages, others }: EntryPagesJson): readonly Document[] {
  const question = unmatched === null ? 'Which of these?' : `Nothing is called ${JSON.stringify(unmatched)}. Nearest:`;
  if (pages.length === 0) return [{ title: [strong(question)], subtitle: null, blocks: listOthers(others) }];
  return pages.map((page, at) =>
    toEntryDocument(
      at < pages.length - 1
        ? page
        : { ...page, blocks: [...page.blocks, ...underHeading('Also found', listOthers(others))] },
    ),
  );
}

/** A table with the columns that the entries have; figures are aligned to the right, and each group begins with a row of its own. */
function tableEntries(entries: readonly ListedEntry[], groupedBy: string | null): readonly Block[] {
  const hasTitles = entries.some(({ id, title }) => title !== id);
  const columns = Object.entries(entries[0]?.columns ?? {}).filter(([name]) => name !== groupedBy);
  const titles = columns.map(([name, value]) => {
    const title = capitalise(name);
    return typeof value === 'number' ? `${title}>` : title;
  });
  const head = ['Id', ...(hasTitles ? ['Title'] : []), ...titles];
  const groupOf = (entry: ListedEntry | undefined) => entry?.columns[groupedBy ?? ''];
  const rows = entries.flatMap((entry, at): Text[][] => {
    const { kind, id, title, columns: values } = entry;
    const group = groupOf(entry);
    return [
      ...(group === undefined || group === groupOf(entries[at - 1])
        ? []
        : [[[strong(String(group))], ...head.slice(1).map(() => [])]]),
      [
        [ref(kind, id)],
        ...(hasTitles ? [[title === id ? '' : title]] : []),
        ...columns.map(([name]): Text => [String(values[name] ?? '')]),
      ],
    ];
  });
  return table(head, rows);
}

export function toEntryListDocuments(result: EntryListJson): readonly Document[] {
  const blocks =
    'kinds' in result
      ? [
          ...table(
            ['Kind', 'Entries>', 'Meaning'],
            result.kinds.map(({ id, count, means }): Text[] => [[ref('kind', id)], [String(count)], [means]]),
          ),
          ...paragraph(
            { command: 'list KIND' },
            ' lists the entries of a kind; ',
            { command: 'explain' },
            ' takes each by its id, its title or a part of it.',
          ),
        ]
      : tableEntries(result.entries, result.groupedBy);
  const title = 'kinds' in result ? 'Kinds of entry' : result.list;
  const { rubric } = result;
  return [{ title: [strong(title)], subtitle: [`${rubric.title}, ${rubric.id} ${rubric.version}`], blocks }];
}

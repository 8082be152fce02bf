import type { Rubric } from '../../model/rubric.ts';
import type { Block, EntryRef } from '../../report/document.ts';
import { type EntryHead, toEntryDocument } from '../../report/documents/rubric-entries.ts';
import {
  type MarkdownPlacement,
  writeMarkdownBlocks,
  writeMarkdownLines,
} from '../../report/writers/markdown/write-markdown.ts';
import { buildPage, ENTRY_KINDS, listKindEntries } from '../../rubric-pages/registry.ts';

/** One page of the reference. */
export interface ReferencePage {
  /** Its file without `.md`. */
  readonly id: string;
  readonly title: string;
  /** Below the title. */
  readonly lines: readonly string[];
  /** What its contents list. */
  readonly entries: readonly EntryHead[];
}

/** The pages whose tables hold entries without a text of their own, by the entry's kind. */
const TABLE_PAGES: Readonly<Record<string, string>> = {
  band: 'bands',
  grade: 'evidence',
  'source-kind': 'evidence',
  'service-class': 'alternatives',
  unit: 'units',
  'rating-rule': 'how-to-rate',
  word: 'words',
  field: 'fields',
};

/** The pages that hold all entries of a kind, each with a text of its own. */
const KIND_PAGES: Readonly<Record<string, string>> = {
  gate: 'gates',
  diagnosis: 'diagnoses',
  implication: 'implications',
  regulation: 'regulations',
  duty: 'regulations',
  workload: 'alternatives',
  alternative: 'alternatives',
  claim: 'claims',
  rule: 'rules',
  problem: 'problems',
};

function toSlug(id: string): string {
  return id.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

/** The page on which an entry is. @throws Error for a kind that has none. */
export function findPageOf({ kind, id }: EntryRef, rubric: Rubric): string {
  const [owner = id] = id.split('/');
  const known = TABLE_PAGES[kind] ?? KIND_PAGES[kind];
  if (known !== undefined) return known;
  if (kind === 'track' || kind === 'model') return `track-${toSlug(owner)}`;
  if (kind === 'dimension') return toSlug(id);
  const criterion = rubric.criteria.find((entry) => entry.id === owner);
  if (criterion === undefined) throw new Error(`the reference has no page for ${kind} ${id}`);
  return toSlug(criterion.dimension);
}

/** The mark of an entry on its page, null where the page or its table is all there is; a level is at that of its criterion. */
export function findAnchorOf({ kind, id }: EntryRef): string | null {
  if (kind === 'level') return `criterion-${toSlug(id.split('/')[0] ?? id)}`;
  const isWholePage = kind === 'dimension' || kind === 'track' || kind === 'model';
  return isWholePage || TABLE_PAGES[kind] !== undefined ? null : `${kind}-${toSlug(id)}`;
}

/** How blocks link to the reference. @param folder of the reference, from the file that links; empty within it. @param own page that holds the blocks. */
export function linkToReference(rubric: Rubric, folder: string, own: string | null, level: number): MarkdownPlacement {
  return {
    level,
    hrefOf: (entry) => {
      const page = findPageOf(entry, rubric);
      const anchor = findAnchorOf(entry);
      const mark = anchor === null ? '' : `#${anchor}`;
      if (page === own) return anchor === null ? null : mark;
      return `${folder}${page}.md${mark}`;
    },
  };
}

export function listEntriesOfKind(kind: string, rubric: Rubric): readonly EntryHead[] {
  return ENTRY_KINDS.filter((known) => known.id === kind).flatMap((known) => listKindEntries(known, rubric));
}

/** The text of an entry under a heading, with a mark before it that links lead to. @param end heading before which it is cut. */
export function renderEntry(entry: EntryHead, rubric: Rubric, level: number, end?: string): string[] {
  const page = buildPage(rubric, entry);
  const cut = end === undefined ? -1 : page.blocks.findIndex((block) => block.kind === 'heading' && block.text === end);
  const blocks = cut === -1 ? page.blocks : page.blocks.slice(0, cut);
  const placement = linkToReference(rubric, '', findPageOf(entry, rubric), level);
  return [
    `<a id="${findAnchorOf(entry)}"></a>`,
    '',
    ...writeMarkdownLines(toEntryDocument({ ...page, blocks }), placement),
  ];
}

/** A page of blocks that belong to no single entry. */
export function buildBlockPage(
  title: string,
  id: string,
  rubric: Rubric,
  ...blocks: readonly (readonly Block[])[]
): ReferencePage {
  return {
    id,
    title,
    lines: writeMarkdownBlocks(blocks.flat(), linkToReference(rubric, '', id, 1)),
    entries: [],
  };
}

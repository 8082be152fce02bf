import type { Rubric } from '../../model/rubric.ts';
import type { Block, EntryRef } from '../../report/document.ts';
import { type EntryHead, toEntryDocument } from '../../report/documents/rubric-entries.ts';
import {
  type MarkdownPlacement,
  writeMarkdownBlocks,
  writeMarkdownHeading,
  writeMarkdownLines,
  writeMarkdownProse,
} from '../../report/writers/markdown/write-markdown.ts';
import { buildPage, ENTRY_KINDS, listKindEntries } from '../registry.ts';

/** A part of the reference document; its heading is of level 2. */
export interface Chapter {
  readonly title: string;
  readonly anchor: string;
  readonly lines: readonly string[];
  /** What the contents list below the chapter. */
  readonly entries: readonly EntryHead[];
}

export const CHAPTER_LEVEL = 2;

/** Anchors of the chapters whose tables hold entries without a page of their own, by the entry's kind. */
const TABLE_ANCHORS: Readonly<Record<string, string>> = {
  band: 'bands',
  grade: 'evidence',
  'source-kind': 'evidence',
  'service-class': 'alternatives',
  unit: 'units',
  'rating-rule': 'how-to-rate',
  word: 'words',
  field: 'fields',
};

/** Where an entry is within the document, without `#`; a model is on the page of its track, a level on that of its criterion. */
export function toAnchor({ kind, id }: EntryRef): string {
  const [owner = id] = id.split('/');
  if (kind === 'model') return toAnchor({ kind: 'track', id: owner });
  if (kind === 'level') return toAnchor({ kind: 'criterion', id: owner });
  return TABLE_ANCHORS[kind] ?? `${kind}-${id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

export function placeAtLevel(level: number): MarkdownPlacement {
  return { level, hrefOf: (entry) => `#${toAnchor(entry)}` };
}

/** Lines with a mark before them that a link leads to. */
function addAnchor(anchor: string, lines: readonly string[]): string[] {
  return [`<a id="${anchor}"></a>`, '', ...lines];
}

export function listEntriesOfKind(kind: string, rubric: Rubric): readonly EntryHead[] {
  return ENTRY_KINDS.filter((known) => known.id === kind).flatMap((known) => listKindEntries(known, rubric));
}

/** An entry's whole page. */
export function renderEntry(entry: EntryHead, rubric: Rubric, level: number): string[] {
  return addAnchor(toAnchor(entry), writeMarkdownLines(toEntryDocument(buildPage(rubric, entry)), placeAtLevel(level)));
}

/** The same up to the heading `end`. */
export function renderEntryUntil(end: string, entry: EntryHead, rubric: Rubric, level: number): string[] {
  const page = buildPage(rubric, entry);
  const cut = page.blocks.findIndex((block) => block.kind === 'heading' && block.text === end);
  const blocks = cut === -1 ? page.blocks : page.blocks.slice(0, cut);
  return addAnchor(toAnchor(entry), writeMarkdownLines(toEntryDocument({ ...page, blocks }), placeAtLevel(level)));
}

/** A chapter of blocks that belong to no single entry. */
export function buildBlockChapter(title: string, anchor: string, ...blocks: readonly (readonly Block[])[]): Chapter {
  const { hrefOf } = placeAtLevel(CHAPTER_LEVEL);
  const elsewhere = (entry: EntryRef) => (toAnchor(entry) === anchor ? null : hrefOf(entry));
  return {
    title,
    anchor,
    lines: writeMarkdownBlocks(blocks.flat(), { level: CHAPTER_LEVEL, hrefOf: elsewhere }),
    entries: [],
  };
}

export function renderChapter({ title, anchor, lines }: Chapter): string[] {
  return [...addAnchor(anchor, writeMarkdownHeading(CHAPTER_LEVEL, writeMarkdownProse(title))), ...lines];
}

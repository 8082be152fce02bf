import type { Rubric } from '../model/rubric.ts';
import { heading } from '../render/markdown/blocks.ts';
import type { Block, Entry, Ref } from './page.ts';
import { blocksInMarkdown, type Placement, pageInMarkdown, proseInMarkdown } from './page-markdown.ts';
import { ENTRY_KINDS, entriesIn, pageFor } from './registry.ts';

/** A part of the reference document; its heading is of level 2. */
export interface Chapter {
  readonly title: string;
  readonly anchor: string;
  /** Markdown below the heading. */
  readonly lines: readonly string[];
  /** What the contents list below the chapter. */
  readonly entries: readonly Entry[];
}

export const LEVEL = 2;

/** Anchors of the chapters whose tables hold entries without a page of their own, by the entry's kind. */
const TABLED: Readonly<Record<string, string>> = {
  band: 'bands',
  grade: 'evidence',
  'source-kind': 'evidence',
  'service-class': 'alternatives',
  unit: 'units',
  'rating-rule': 'how-to-rate',
};

/** Where an entry stands within the document, without `#`; a model stands on the page of its track. */
export function anchorOf({ kind, id }: Ref): string {
  if (kind === 'model') return anchorOf({ kind: 'track', id: id.split('/')[0] ?? id });
  return TABLED[kind] ?? `${kind}-${id.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

export function at(level: number): Placement {
  return { level, hrefOf: (entry) => `#${anchorOf(entry)}` };
}

/** Lines with a mark before them that a link leads to. */
function anchored(anchor: string, lines: readonly string[]): string[] {
  return [`<a id="${anchor}"></a>`, '', ...lines];
}

export function entriesOfKind(kind: string, rubric: Rubric): readonly Entry[] {
  return ENTRY_KINDS.filter((known) => known.id === kind).flatMap((known) => entriesIn(known, rubric));
}

/** An entry's whole page. */
export function entryLines(entry: Entry, rubric: Rubric, level: number): string[] {
  return anchored(anchorOf(entry), pageInMarkdown(pageFor(rubric, entry), at(level)));
}

/** The same up to the heading `end`. */
export function entryLinesUntil(end: string, entry: Entry, rubric: Rubric, level: number): string[] {
  const page = pageFor(rubric, entry);
  const cut = page.blocks.findIndex((block) => block.kind === 'heading' && block.text === end);
  const blocks = cut === -1 ? page.blocks : page.blocks.slice(0, cut);
  return anchored(anchorOf(entry), pageInMarkdown({ ...page, blocks }, at(level)));
}

/** A chapter of blocks that belong to no single entry. */
export function blockChapter(title: string, anchor: string, ...blocks: readonly (readonly Block[])[]): Chapter {
  const { hrefOf } = at(LEVEL);
  const elsewhere = (entry: Ref) => (anchorOf(entry) === anchor ? null : hrefOf(entry));
  return { title, anchor, lines: blocksInMarkdown(blocks.flat(), { level: LEVEL, hrefOf: elsewhere }), entries: [] };
}

export function chapterLines({ title, anchor, lines }: Chapter): string[] {
  return [...anchored(anchor, heading(LEVEL, proseInMarkdown(title))), ...lines];
}

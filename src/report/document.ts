import type { Span } from '../model/diagnostic.ts';
import type { Bounds } from '../model/level.ts';

/*
 * The document model: what every human-readable output is made of. A result becomes one document, by one function in
 * `documents/`; the writers turn it into text for a terminal, Markdown or HTML. Width, colour and escaping belong to the
 * writers alone, so all texts in here are plain and untrusted.
 */

/** An entry of the rubric that a text names; a writer may link it to its page. */
export interface EntryRef {
  readonly kind: string;
  readonly id: string;
}

/** A document on the web. The address is untrusted: writers link http and https only, and print any other. */
export interface WebLink {
  readonly says: string;
  readonly url: string;
}

/** How a piece of text stands out: `strong`, `aside` (secondary), or a judgement, for writers that have colours. */
export type Emphasis = 'strong' | 'aside' | 'good' | 'fair' | 'bad';

/** A piece of text with its emphasis. */
export interface Emphasised {
  readonly emphasis: Emphasis;
  readonly text: string;
}

/** Running text in one line. The parts stand next to each other as they are, so blanks belong to them. */
export type Text = readonly (string | EntryRef | WebLink | Emphasised)[];

/** A label with what it says; labels are words of the program. */
export type Fact = readonly [label: string, value: Text];

/** An entry of a list of items: a short label, such as points gained, and what stands below the text. */
export interface Item {
  /** Words or figures of the program; may be empty. */
  readonly label: string;
  readonly text: Text;
  readonly below: readonly Block[];
}

/** A bar of the three values of a figure. */
export interface Bar {
  readonly title: string;
  /** From 0 to `of`. */
  readonly values: Bounds<number>;
  readonly of: number;
  /** What stands behind the figures, such as a weight. */
  readonly beside: string;
  /** What a writer with room adds. */
  readonly reason: string;
}

/** A picture that a writer may draw; `alternative` says the same in words, for those that can not. */
export interface Chart {
  readonly kind: 'chart';
  /** Which drawing it is, by its id in the HTML writer. */
  readonly drawing: string;
  readonly data: unknown;
  readonly alternative: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | { readonly kind: 'facts'; readonly title: Text | null; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table';
      /** A title that ends in `>` aligns its column to the right. */
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Text[])[];
    }
  | { readonly kind: 'bars'; readonly bars: readonly Bar[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | { readonly kind: 'note'; readonly text: Text }
  /** Lines of a user's file around a place; only a terminal shows them. */
  | { readonly kind: 'excerpt'; readonly lines: readonly string[]; readonly at: Span }
  | Chart
  /** A part under its own heading, one level below what it stands in; `id` is its anchor where a writer has anchors. */
  | { readonly kind: 'section'; readonly id: string; readonly title: string; readonly blocks: readonly Block[] };

/** A whole output. */
export interface Document {
  readonly title: Text;
  /** What stands below the title, such as what the document is about; null where nothing does. */
  readonly subtitle: Text | null;
  readonly blocks: readonly Block[];
}

/** A piece of text that stands out. */
export function strong(text: string): Emphasised {
  return { emphasis: 'strong', text };
}

/** A piece of secondary text. */
export function aside(text: string): Emphasised {
  return { emphasis: 'aside', text };
}

export function ref(kind: string, id: string): EntryRef {
  return { kind, id };
}

/** The texts one after another with `between` between them. */
export function joinTexts(texts: readonly Text[], between = ', '): Text {
  return texts.flatMap((text, index) => (index === 0 ? text : [between, ...text]));
}

/** Entries of one kind, named one after another. */
export function refs(kind: string, ids: readonly string[], between = ', '): Text {
  return joinTexts(
    ids.map((id) => [ref(kind, id)]),
    between,
  );
}

export function paragraph(...text: Text): readonly Block[] {
  return [{ kind: 'paragraph', text }];
}

export function list(items: readonly Text[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** Items with their labels; `below` is empty where it is left out. */
export function items(
  entries: readonly (Omit<Item, 'below'> & { readonly below?: readonly Block[] })[],
): readonly Block[] {
  return entries.length === 0 ? [] : [{ kind: 'items', items: entries.map((entry) => ({ below: [], ...entry })) }];
}

/** Facts in the order given; those that are null are left out. */
export function facts(entries: readonly (Fact | null)[], title: Text | null = null): readonly Block[] {
  const given = entries.filter((fact) => fact !== null);
  return given.length === 0 ? [] : [{ kind: 'facts', title, facts: given }];
}

export function table(columns: readonly string[], rows: readonly (readonly Text[])[]): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', columns, rows }];
}

export function code(language: string, text: string): readonly Block[] {
  return [{ kind: 'code', language, text }];
}

/** Blocks under a heading without an anchor; nothing where there are none. */
export function underHeading(title: string, ...blocks: readonly (readonly Block[])[]): readonly Block[] {
  const below = blocks.flat();
  return below.length === 0 ? [] : [{ kind: 'heading', text: title }, ...below];
}

/** A section with an anchor; nothing where it would be empty. */
export function section(id: string, title: string, ...blocks: readonly (readonly Block[])[]): readonly Block[] {
  const below = blocks.flat();
  return below.length === 0 ? [] : [{ kind: 'section', id, title, blocks: below }];
}

/** The words of a text alone. */
export function toPlainText(text: Text): string {
  return text
    .map((part) => (typeof part === 'string' ? part : 'text' in part ? part.text : 'id' in part ? part.id : part.url))
    .join('');
}

import type { Rubric } from '../../../model/rubric.ts';

/** An entry of the rubric named in a text; a document may link it to its page. */
export interface Ref {
  readonly kind: string;
  readonly id: string;
}

/** A document on the web. */
export interface WebLink {
  readonly says: string;
  readonly url: string;
}

/** Running text. The parts stand next to each other as they are, so blanks belong to them. Untrusted: renderers escape it. */
export type Text = readonly (string | Ref | WebLink)[];

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'facts'; readonly title: Text | null; readonly facts: readonly Fact[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly Text[])[] }
  | { readonly kind: 'yaml'; readonly text: string };

/** A key, in words of the program, with what the rubric says to it. */
export type Fact = readonly [key: string, value: Text];

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

/** An entry as its kind knows it. */
export interface Described extends Omit<EntryHead, 'kind'> {
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
  entries(rubric: Rubric): readonly Described[];
}

export function ref(kind: string, id: string): Ref {
  return { kind, id };
}

export function paragraph(...text: Text): Block[] {
  return [{ kind: 'paragraph', text }];
}

export function list(items: readonly Text[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** Facts in the order given; those that are null are left out. */
export function facts(entries: readonly (Fact | null)[], title: Text | null = null): Block[] {
  const told = entries.filter((fact) => fact !== null);
  return told.length === 0 ? [] : [{ kind: 'facts', title, facts: told }];
}

export function table(columns: readonly string[], rows: readonly (readonly Text[])[]): Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', columns, rows }];
}

/** Blocks under a heading; nothing where there are none. */
export function section(title: string, ...blocks: readonly (readonly Block[])[]): Block[] {
  const below = blocks.flat();
  return below.length === 0 ? [] : [{ kind: 'heading', text: title }, ...below];
}

/** The texts one after another with `between` between them. */
export function joined(texts: readonly Text[], between = ', '): Text {
  return texts.flatMap((text, index) => (index === 0 ? text : [between, ...text]));
}

/** Entries of one kind, named one after another. */
export function refs(kind: string, ids: readonly string[], between = ', '): Text {
  return joined(
    ids.map((id) => [ref(kind, id)]),
    between,
  );
}

/** The claims that an entry rests on, in their own words. */
export function claimsSection(rubric: Rubric, ids: readonly string[]): Block[] {
  const items = ids.map((id) => {
    const claim = rubric.seeds.claims.find((entry) => entry.id === id);
    return [ref('claim', id), `: ${claim?.text ?? 'not in the register'}`];
  });
  return section('Claims that it rests on', list(items));
}

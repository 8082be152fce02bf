/** Part of a passage's text: the end is exclusive. */
export interface PassageSpan {
  readonly from: number;
  readonly to: number;
}

/** A link, with what it spans of a passage's text; a footnote's reference spans nothing and leads where the note leads. */
export interface PassageLink extends PassageSpan {
  readonly url: string;
}

/** One block of prose: a paragraph, a heading, a cell of a table, or the text within a block of HTML. */
export interface Passage {
  /** Letters as a reader sees them: white space is a blank, marks and entities are gone. */
  readonly text: string;
  /** For each UTF-16 unit of the text, the offset in the file of what stands for it. */
  readonly offsets: readonly number[];
  /** The offset behind each unit. */
  readonly ends: readonly number[];
  readonly links: readonly PassageLink[];
  /** The words of somebody else: a block quote as a whole, or what stands in quotation marks. */
  readonly quoted: readonly PassageSpan[];
  /** For a cell under a heading such as `Price (USD/h)`: the unit of its bare numbers. */
  readonly unit: string | null;
  /** What a reader of the passage has before their eyes too: the headings of its column and its row. */
  readonly around: string;
  /** The heading or the opening phrase that it stands under. */
  readonly under: string;
  /** What it is listed under: the heading or lead-in of a list, the heads of a cell's column and row. */
  readonly heads: readonly string[];
  /** True for an item of a list or a cell. */
  readonly isItem: boolean;
  /** True for headings, cells and items: their words need no full stop. */
  readonly isHeading: boolean;
  /** The level of a heading of the document, 1 to 6; null for anything else. */
  readonly depth: number | null;
  /** The headings that it is under, the outermost first; of a heading, those above it. */
  readonly sections: readonly string[];
  /** Where a line of its own begins within the text, as behind a hard break or with a label in bold. */
  readonly lines: readonly number[];
  /** Of a cell: the row that it is in, from 0 over all tables of the document; null for anything else. */
  readonly row: number | null;
  /** Of a cell: the heads of the columns and of the rows of its table; null for anything else. */
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly string[] } | null;
  /** All that says what it is about: headings above it, what leads a list or a table in, the heads of the table, its own label. */
  readonly setting: readonly string[];
  /** True where a comment says that it is not about the offer. */
  readonly isMarked: boolean;
}

/** The span of a match in a stretch of text that begins at `start`. */
export function toMatchSpan(match: RegExpExecArray, start: number): PassageSpan {
  return { from: start + match.index, to: start + match.index + match[0].length };
}

export function toFileSpan(passage: Passage, { from, to }: PassageSpan): PassageSpan {
  const start = passage.offsets[from] ?? 0;
  return { from: start, to: passage.ends[Math.max(from, to - 1)] ?? start };
}

export function overlaps(a: PassageSpan, b: PassageSpan): boolean {
  return a.from < b.to && b.from < a.to;
}

export function isWithin(inner: PassageSpan, outer: PassageSpan): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

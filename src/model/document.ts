import { type AcceptedValue, anyText, mapping, nullable, oneOf, wholeNumber } from './schema/schema.ts';

/** What a document may be. */
export const DOCUMENT_FORMATS = ['markdown', 'text', 'html', 'pdf', 'docx', 'pptx'] as const;

export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** Where words are in a document, as its reader would look for them. */
export interface DocumentPlace extends AcceptedValue<typeof documentPlace> {}

export const documentPlace = mapping({
  /** As the user named it. */
  file: anyText,
  /** From 1; null where the document has no lines, as a PDF. */
  line: nullable(wholeNumber(1)),
  /** The page or slide, from 1; null where the document has none. */
  sheet: nullable(mapping({ kind: oneOf(['page', 'slide']), number: wholeNumber(1) })),
  /** The heading that they are under; null above the first. */
  section: nullable(anyText),
});

/** A page or a slide, by the offset in the text at which it begins. */
export interface SheetStart {
  readonly from: number;
  readonly kind: 'page' | 'slide';
  readonly number: number;
}

/** A document without answers, such as a memo, a deck or a page, as Markdown whatever it came as. */
export interface DocumentText {
  readonly file: string;
  readonly format: DocumentFormat;
  /** Markdown with `\n` at the end of each line. Of a document that has lines, they are those of the file: what is not read is blank. */
  readonly text: string;
  /** What the document says of itself outside its text: the front matter of a site, the head of a page, the properties of a file. */
  readonly metadata: { readonly title: string | null; readonly date: string | null; readonly website: string | null };
  /** In the order of the text; empty for a document without pages. */
  readonly sheets: readonly SheetStart[];
  /** True where the lines of the text are those of the file. */
  readonly hasLines: boolean;
  /** What was left out or assumed in reading it, each a sentence. */
  readonly notes: readonly string[];
}

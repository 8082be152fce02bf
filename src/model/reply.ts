import type { DocumentPlace } from './document.ts';

/** A quote of an assistant's reply that is in a document, word for word. */
export interface VerifiedQuote {
  /** The words as the document has them, on one line. */
  readonly text: string;
  /** Number of the document, from 0. */
  readonly document: number;
  readonly place: DocumentPlace;
  /** What in its sentence or section speaks against it, as the end of "the quote ..."; empty where nothing does. */
  readonly doubts: readonly string[];
}

/** The text of the documents that is most like a quote. */
export interface NearestQuote {
  readonly text: string;
  readonly place: DocumentPlace;
  /** Words of the quote with what the text has in their place; either may be empty. */
  readonly differences: readonly { readonly quoted: string; readonly text: string }[];
}

/** Why a quote does not count. */
export interface RefusedQuote {
  readonly why: string;
  readonly nearest: NearestQuote | null;
}

/** An answer, or an item of one, whose quotes are in the documents. */
export interface TakenAnswer {
  readonly criterion: string;
  readonly title: string;
  /** The answer in short; empty where the title says it. */
  readonly said: string;
  readonly quotes: readonly VerifiedQuote[];
}

/** An answer, or a part of one, that is left out. */
export interface DroppedAnswer extends RefusedQuote {
  /** The key of a question or of the head, or what stands for one in the reply. */
  readonly key: string;
  /** Which item of a list; null for the whole answer. */
  readonly item: string | null;
  readonly line: number | null;
}

/** What became of a reply. */
export interface ReplyCheck {
  readonly taken: readonly TakenAnswer[];
  readonly dropped: readonly DroppedAnswer[];
  /** Keys that change nothing, such as a score. */
  readonly ignored: readonly string[];
  /** What to know of the documents, each a sentence. */
  readonly notes: readonly string[];
  /** Titles of the questions that nothing is said on. */
  readonly open: readonly string[];
}

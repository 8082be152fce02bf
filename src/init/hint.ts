/** An answer that a memo's text supports, for its author to confirm. Words in capitals are to be filled in. */
export interface AnswerHint {
  readonly criterion: string;
  readonly value: unknown;
  /** The line of the memo, from 1, and the words there. */
  readonly line: number;
  readonly said: string;
}

/** What a memo says, with nothing added to it. */
export interface MemoHints {
  readonly file: string;
  /** The first heading; null where there is none. */
  readonly name: { readonly text: string; readonly line: number } | null;
  /** The first paragraph; null where there is none. */
  readonly summary: { readonly text: string; readonly line: number } | null;
  /** All of its prose, from which the track is heard. */
  readonly prose: string;
  /** In the order of the text. */
  readonly answers: readonly AnswerHint[];
}

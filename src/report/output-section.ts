/** One line of a part of an output: a short label, what it is about, and what it says. Plain text that a format has yet to escape. */
export interface OutputItem {
  /** Trusted: made of figures and words of the program only. */
  readonly label: string;
  readonly title: string;
  readonly says: string;
}

/** A part of an output, the same for every format. */
export interface OutputSection {
  readonly title: string;
  /** What stands above the items, or in their place. */
  readonly says: readonly string[];
  readonly items: readonly OutputItem[];
}

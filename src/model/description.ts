import type { Day } from './day.ts';
import type { Span } from './diagnostic.ts';
import type { Lock } from './lock.ts';

/** A document that an answer cites. */
export interface Source {
  readonly id: string;
  readonly title: string;
  /** Where anyone can read it; null for what nobody else can open, such as a deck or a call. */
  readonly url: string | null;
  /** Where its text is, from the folder of the description; with an address a copy of what is there. */
  readonly file?: string | null;
  /** Address of a copy in a web archive, which shows by when the document was there. */
  readonly archive?: string | null;
  /** What the document is: an id of the rubric's source kinds. */
  readonly kind: string;
  /** As written: a day, a month or a quarter; means its first day. */
  readonly published: string | null;
  /** Dates a live document that shows no date of its own. */
  readonly accessed: string | null;
  /** Of an undated document that has `accessed`: the latest event that it reports, before which it can't have been written. */
  readonly not_before?: string | null;
}

/** A source as an answer cites it, with the words that the answer rests on. */
export interface Citation {
  readonly id: string;
  /** As the source has them; null where the source is cited as a whole, and then the rest is null too. */
  readonly quote: string | null;
  /** What stands right before the quote and right behind it, where it is in the source more than once. */
  readonly prefix: string | null;
  readonly suffix: string | null;
  /** The page or slide, from 1. */
  readonly page: number | null;
}

/** A source cited as a whole. */
export function cite(id: string): Citation {
  return { id, quote: null, prefix: null, suffix: null, page: null };
}

/** That nothing is known on a criterion. Whoever searched and found nothing says when and where. */
export interface UnknownAnswer {
  readonly status: 'unknown';
  readonly note: string | null;
  /** null where no search is recorded. */
  readonly searched: Day | null;
  /** In words or by web address. */
  readonly where: readonly string[];
}

/** The plain word. */
export const UNKNOWN_ANSWER: UnknownAnswer = { status: 'unknown', note: null, searched: null, where: [] };

/** What the description says on one criterion; `value` has the shape that the criterion's kind gives it. */
export type Answer = UnknownAnswer | { readonly status: 'answered'; readonly value: unknown };

/** A description that passed validation. Answers are keyed by criterion id; a criterion without a key is unknown. */
export interface Description {
  readonly name: string;
  readonly offer: string | null;
  readonly summary: string;
  readonly website: string | null;
  /** Further hosts, or host and path, that the project controls; nothing there is independent of it. */
  readonly own_hosts: readonly string[];
  readonly as_of: Day;
  readonly track: string | null;
  /** True for what a buyer has without a chain, which a project is compared with and which is scored without comparisons; it declares a track. */
  readonly reference: boolean;
  readonly sources: readonly Source[];
  readonly answers: Readonly<Record<string, Answer>>;
  /** What was seen of the sources; left out where no lock file is next to the description. */
  readonly lock?: Lock;
  /** The file's name as the user gave it, null when there is none. */
  readonly file: string | null;
  /** Where a part is in the file, by JSON pointer such as `/technical_edge/cost`: its key, or an item of a list. null where there is none. */
  readonly placeOf: (pointer: string) => Span | null;
}

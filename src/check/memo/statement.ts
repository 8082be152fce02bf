import type { Finding } from '../../model/finding.ts';
import type { Ledger } from './ledger.ts';
import { isWithin, type PassageSpan } from './passage.ts';
import type { Actors, Sentence } from './stance.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What every statement of a memo is judged with. */
export interface StatementContext {
  readonly ledger: Ledger;
  readonly vocabulary: Vocabulary;
  readonly actors: Actors;
  /** The day on which laws are judged. */
  readonly asOf: string;
  /** Ids of the evidence grades, from worst to best. */
  readonly grades: readonly string[];
}

/** A finding about a stretch of a passage, before it has a place in the file. */
export interface StatementFinding {
  readonly id: Finding['id'];
  readonly subject: string;
  readonly detail: Finding['detail'];
  readonly at: PassageSpan;
}

/** An address without what makes no difference. */
export function normalizeUrl(url: string): string {
  return url
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '');
}

/** The addresses that a sentence links to. A note's mark stands behind the full stop, so it may touch the end. */
export function collectLinkedUrls(sentence: Sentence): ReadonlySet<string> {
  const touches = ({ from, to }: PassageSpan) =>
    isWithin({ from, to: Math.max(from, Math.min(to, sentence.to)) }, sentence) && from <= sentence.to;
  return new Set(sentence.passage.links.filter(touches).map(({ url }) => normalizeUrl(url)));
}

export function sliceSentence({ passage, from, to }: Sentence): string {
  return passage.text.slice(from, to);
}

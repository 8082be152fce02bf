import type { DocumentQuote, Reading } from '../model/reading.ts';
import type { Rubric } from '../model/rubric.ts';
import { type DocumentProse, findPlace, quoteSpan } from './document-prose.ts';

/** The project's name as the documents state it. */
export function findName(proses: readonly DocumentProse[], _rubric: Rubric): DocumentQuote | null {
  for (const prose of proses) {
    const { title } = prose.document.metadata;
    if (title !== null) return { text: title, place: findPlace(prose, 0, null) };
    const heading = prose.passages.find(({ depth }) => depth !== null);
    if (heading !== undefined) return quoteSpan(prose, heading, { from: 0, to: heading.text.length });
  }
  return null;
}

/** The project's website as the documents state it. */
export function findWebsite(proses: readonly DocumentProse[], _rubric: Rubric): DocumentQuote | null {
  for (const prose of proses) {
    const { website } = prose.document.metadata;
    if (website !== null) return { text: website, place: findPlace(prose, 0, null) };
  }
  return null;
}

/** The date of the documents as they state it. */
export function findDate(_proses: readonly DocumentProse[], _rubric: Rubric): Reading['asOf'] {
  return null;
}

import { type Day, listMeantDates, parseLastDay } from '../model/day.ts';
import type { DocumentText } from '../model/document.ts';
import type { Reading } from '../model/reading.ts';
import type { Rubric } from '../model/rubric.ts';
import { readProse } from '../reading/document-prose.ts';
import { readDocuments } from '../reading/read-documents.ts';
import { findDate } from '../reading/read-facts.ts';

/** A document of the case as a description cites it. */
interface CaseDocument {
  readonly document: DocumentText;
  /** Its file, named from the folder of the description. */
  readonly file: string;
}

/** A document with its date as far as it is known: as it states it, or as somebody said; null where neither did. */
interface DatedDocument extends CaseDocument {
  readonly date: string | null;
}

/** A page that a document links to; the title is the text of the link. */
interface DocumentLink {
  readonly title: string;
  readonly url: string;
}

/** The documents that a description is made from, and what they say. */
export interface DocumentCase {
  readonly documents: readonly DatedDocument[];
  readonly reading: Reading;
  readonly links: readonly DocumentLink[];
}

/** A web address as a description has it: what people write without its scheme gets one. */
export function completeAddress(text: string): string {
  return /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/:?#]|$)/u.test(text) ? `https://${text}` : text;
}

/** The date of the documents as they state it: a day, a month or a quarter; null where they have none. */
function findStatedDate({ asOf }: Pick<Reading, 'asOf'>): string | null {
  return asOf === null ? null : (listMeantDates(asOf.text.replace(/\s+/g, ' '))[0] ?? asOf.day);
}

/** The day for which the documents speak: the last one of their date, and none after today. */
export function suggestAsOf(reading: Reading, today: Day): Day | null {
  const last = parseLastDay(findStatedDate(reading) ?? '');
  return last === null || last < today ? last : today;
}

/** The pages that documents link to, each once, in the order of the text. */
function listLinks(documents: readonly DocumentText[], rubric: Rubric): readonly DocumentLink[] {
  const found = new Map<string, string>();
  for (const { text, links } of documents.flatMap((document) => readProse(document, rubric).passages))
    for (const { url, from, to } of links) {
      if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) continue;
      const title = text.slice(from, to).replace(/\s+/g, ' ').trim();
      const known = found.get(url);
      if (known === undefined || known === url) found.set(url, title === '' ? url : title);
    }
  return [...found].map(([url, title]) => ({ title, url }));
}

/** What the documents of one case say, with what they link to. */
export function createDocumentCase(documents: readonly CaseDocument[], rubric: Rubric): DocumentCase {
  const texts = documents.map(({ document }) => document);
  const dated = documents.map((one) => ({
    ...one,
    date: findStatedDate({ asOf: findDate([readProse(one.document, rubric)], rubric) }),
  }));
  return { documents: dated, reading: readDocuments(texts, rubric), links: listLinks(texts, rubric) };
}

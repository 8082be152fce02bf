import type { Nodes } from 'mdast';
import { type Day, listMeantDates, parseLastDay } from '../model/day.ts';
import type { DocumentText } from '../model/document.ts';
import type { Reading } from '../model/reading.ts';
import { parseMarkdown } from '../prose/parse-markdown.ts';

/** A document of the case as a description cites it. */
interface CaseDocument {
  readonly document: DocumentText;
  /** Its file, named from the folder of the description. */
  readonly file: string;
}

/** A page that a document links to; the title is the text of the link. */
interface DocumentLink {
  readonly title: string;
  readonly url: string;
}

/** The documents that a description is made from, and what they say. */
export interface DocumentCase {
  readonly documents: readonly CaseDocument[];
  readonly reading: Reading;
}

/** A web address as a description has it: what people write without its scheme gets one. */
export function completeAddress(text: string): string {
  return /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/:?#]|$)/u.test(text) ? `https://${text}` : text;
}

/** The date of the documents as they state it: a day, a month or a quarter; null where they have none. */
export function findStatedDate({ asOf }: Pick<Reading, 'asOf'>): string | null {
  return asOf === null ? null : (listMeantDates(asOf.text.replace(/\s+/g, ' '))[0] ?? asOf.day);
}

/** The day for which the documents speak: the last one of their date, and none after today. */
export function suggestAsOf(reading: Reading, today: Day): Day | null {
  const last = parseLastDay(findStatedDate(reading) ?? '');
  return last === null || last < today ? last : today;
}

/** The text of a part of Markdown, without its marks. */
function toText(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  return 'children' in node ? node.children.map(toText).join('') : '';
}

function collectLinks(node: Nodes, targets: ReadonlyMap<string, string>, found: Map<string, string>): void {
  const url =
    node.type === 'link' ? node.url : node.type === 'linkReference' ? targets.get(node.identifier) : undefined;
  if (url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url)) {
    const title = toText(node).replace(/\s+/g, ' ').trim();
    const known = found.get(url);
    if (known === undefined || known === url) found.set(url, title === '' ? url : title);
  }
  if ('children' in node) for (const child of node.children) collectLinks(child, targets, found);
}

/** The pages that the documents link to, each once, in the order of the text. */
export function listLinks({ documents }: DocumentCase): readonly DocumentLink[] {
  const found = new Map<string, string>();
  for (const { document } of documents) {
    const root = parseMarkdown(document.text);
    const targets = new Map(
      root.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url]] : [])),
    );
    collectLinks(root, targets, found);
  }
  return [...found].map(([url, title]) => ({ title, url }));
}

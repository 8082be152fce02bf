import { type Day, isDay } from '../model/day.ts';

/** The dates that a page gives itself. */
export interface PageDates {
  readonly published: Day | null;
  /** The latest of all, if that is another. */
  readonly modified: Day | null;
}

const PUBLISHED =
  /^(?:article:published_time|og:published_time|datepublished|date|dc\.date|dc\.date\.issued|dcterms\.(?:date|issued|created)|citation_publication_date|parsely-pub-date)$/i;
const MODIFIED =
  /^(?:article:modified_time|og:updated_time|datemodified|dcterms\.modified|dc\.date\.modified|last-modified|revised)$/i;

/** How deep in linked data a date is looked for, and how many entries are. */
const MOST_DEPTH = 8;
const MOST_ENTRIES = 2000;
const MOST_TAGS = 5000;
const MOST_LETTERS = 1_048_576;

/** The day that `2026-03-01T09:00:00Z` or `2026/03/01` begins with; null for anything else. */
export function readDay(text: unknown): Day | null {
  const [, year, month, day] = /^\s*(\d{4})[-/.](\d{2})[-/.](\d{2})(?!\d)/.exec(String(text)) ?? [];
  const found = `${year}-${month}-${day}`;
  return isDay(found) ? found : null;
}

/** The dates under two keys in linked data, in its order. */
function collectLinkedDates(data: unknown): {
  readonly published: readonly unknown[];
  readonly modified: readonly unknown[];
} {
  const published: unknown[] = [];
  const modified: unknown[] = [];
  let left = MOST_ENTRIES;
  const visit = (value: unknown, depth: number): void => {
    left -= 1;
    if (left < 0 || depth > MOST_DEPTH || typeof value !== 'object' || value === null) return;
    for (const [key, entry] of Object.entries(value)) {
      if (key === 'datePublished') published.push(entry);
      else if (key === 'dateModified') modified.push(entry);
      else visit(entry, depth + 1);
    }
  };
  visit(data, 0);
  return { published, modified };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

interface HtmlTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** What follows the tag. */
  readonly from: number;
}

/** The tags that may bear a date, in their order. */
function listTags(html: string): readonly HtmlTag[] {
  const tags: HtmlTag[] = [];
  for (const { 0: all, 1: name = '', 2: inside = '', index } of html.matchAll(
    /<(meta|time|script)\b([^<>]{0,1000})>/gi,
  )) {
    const attributes = [
      ...inside.matchAll(/([\w-]{1,40})\s{0,5}=\s{0,5}(?:"([^"]{0,500})"|'([^']{0,500})'|([^\s"'>]{1,500}))/g),
    ];
    tags.push({
      name: name.toLowerCase(),
      attributes: new Map(attributes.map(([, key = '', a, b, c]) => [key.toLowerCase(), a ?? b ?? c ?? ''])),
      from: index + all.length,
    });
    if (tags.length === MOST_TAGS) break;
  }
  return tags;
}

/** The dates in the linked data, the head and the marks of a page. @param seen the day on which it was read: none is later. */
export function findPageDates(page: string, seen: Day): PageDates {
  const html = page.slice(0, MOST_LETTERS);
  const published: unknown[] = [];
  const modified: unknown[] = [];
  const inText: unknown[] = [];
  /** Where the script that was read last ends; nothing in it is a tag. */
  let past = 0;
  for (const { name, attributes, from } of listTags(html)) {
    if (from < past) continue;
    const value = attributes.get('content') ?? attributes.get('datetime');
    const key = attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop') ?? '';
    if (name === 'script') {
      const end = html.indexOf('</script', from);
      past = end === -1 ? html.length : end;
      if (end === -1 || attributes.get('type')?.toLowerCase() !== 'application/ld+json') continue;
      const linked = collectLinkedDates(parseJson(html.slice(from, end)));
      published.push(...linked.published);
      modified.push(...linked.modified);
    } else if (PUBLISHED.test(key)) published.push(value);
    else if (MODIFIED.test(key)) modified.push(value);
    else if (name === 'time') inText.push(value);
  }
  const toDays = (dates: readonly unknown[]) =>
    dates.map(readDay).filter((day): day is Day => day !== null && day <= seen);
  const [first = null] = toDays([...published, ...inText.slice(0, 1)]);
  const latest =
    toDays([...published, ...modified])
      .sort()
      .at(-1) ?? null;
  return { published: first, modified: latest === first ? null : latest };
}

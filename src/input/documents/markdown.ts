import type { Outcome } from '../../model/diagnostic.ts';
import type { DocumentText } from '../../model/document.ts';
import { type ConvertedText, decodeDocument, NO_METADATA, tidyValue } from './converter.ts';
import { readSheetMarkers } from './sheet-markers.ts';

/** The same number of lines and letters, all of them blank. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** The keys by which site generators call what a page says of itself, the one that says it best first. */
const KEYS = {
  title: ['title', 'pagetitle', 'sidebar_label'],
  date: ['date', 'published', 'pubdate', 'publishdate', 'updated', 'lastmod', 'last_update', 'created'],
  website: ['website', 'homepage', 'canonical_url', 'canonical', 'url'],
} as const;

/** The front matter of a site generator, of which any value may be malformed: only lines of `key: value` or `key = value` are read. */
function readFrontMatter(lines: string): DocumentText['metadata'] & { readonly isDeck: boolean } {
  const values = new Map<string, string>();
  for (const [, key = '', value = ''] of lines.matchAll(/^(\w[\w-]{0,40})[ \t]*[:=][ \t]*(\S.{0,500})$/gm)) {
    const bare = value.replace(/(?<!\s)\s+#.*$/, '').replace(/^(["'])(.*)\1\s*$/, '$2');
    if (!values.has(key.toLowerCase())) values.set(key.toLowerCase(), bare);
  }
  const find = (keys: readonly string[]) => tidyValue(keys.map((key) => values.get(key)).find((value) => value));
  const website = find(KEYS.website);
  return {
    title: find(KEYS.title),
    date: find(KEYS.date),
    website: website !== null && /^https?:\/\//i.test(website) ? website : null,
    isDeck: values.get('marp') === 'true',
  };
}

/** Where front matter begins and ends at the top of a text, fences included; null where there is none. */
function findFrontMatter(text: string): { readonly length: number; readonly lines: string } | null {
  const [opening = '', fence = ''] = /^\s*(---|\+\+\+)[ \t]*\n/.exec(text) ?? [];
  if (opening === '') return null;
  const closing = new RegExp(`^${fence === '---' ? '(?:---|\\.\\.\\.)' : '\\+\\+\\+'}[ \\t]*$`, 'gm');
  closing.lastIndex = opening.length;
  const end = closing.exec(text);
  if (end === null) return null;
  const lines = text.slice(opening.length, end.index);
  // Between two rulers there is prose.
  const [first = ''] = lines.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
  return /^\s*["']?[\w.-]+["']?\s*[:=]/.test(first) ? { length: end.index + end[0].length, lines } : null;
}

/** MDX with its imports, exports and the tags of components blank; code keeps them. */
function blankComponents(text: string): string {
  const parts = text.split(/^((?:```|~~~).*)$/m);
  let isCode = false;
  const read = parts.map((part, at) => {
    if (at % 2 === 1) {
      isCode = !isCode;
      return part;
    }
    if (isCode) return part;
    return part
      .replace(/^(?:import|export)\s[^\n]*(?:\n(?![ \t]*\n)[^\n]+)*/gm, blank)
      .replace(/<\/?(?:[A-Z][\w.]*(?:\s[^<>]{0,2000})?)?\/?>/g, blank)
      .replace(/\{\/\*[^{}]{0,2000}\*\/\}/g, blank);
  });
  return read.join('');
}

/** Markdown, whose lines are kept: front matter, the code of MDX and marks of pages are blank. */
export async function convertMarkdown(bytes: Uint8Array, file: string): Promise<Outcome<ConvertedText>> {
  const decoded = decodeDocument(bytes, file);
  if (!decoded.ok) return decoded;
  const whole = decoded.value;
  const matter = findFrontMatter(whole);
  const body = matter === null ? whole : blank(whole.slice(0, matter.length)) + whole.slice(matter.length);
  const prose = /\.mdx$/i.test(file) ? blankComponents(body) : body;
  const { isDeck, ...metadata } = matter === null ? { ...NO_METADATA, isDeck: false } : readFrontMatter(matter.lines);
  return { ok: true, value: { ...readSheetMarkers(prose, isDeck), metadata, hasLines: true, notes: [] } };
}

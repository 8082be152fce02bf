import type { TextBuilder } from './text-builder.ts';

/** Tags that stand within words, where any other parts them. */
const INLINE_TAGS = new Set([
  'a',
  'abbr',
  'b',
  'em',
  'font',
  'i',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'wbr',
]);
/** Tags whose content no reader takes for a statement. */
const UNREAD_TAGS = new Set(['code', 'del', 'pre', 's', 'script', 'strike', 'style', 'template']);
const TAG = /<!---?>|<!--[\s\S]*?(?:-->|$)|<\/?([a-zA-Z][a-zA-Z\d-]*)[^<>]*>|<[!?][^<>]*>/g;

/** Where the text within HTML tags stands: outside of all that is not read, or how deep within. */
export class HtmlState {
  #depth = 0;

  get isUnread(): boolean {
    return this.#depth > 0;
  }

  /** Takes one tag in; tells whether it parts the words on its two sides. */
  pass(tag: string, name: string | undefined): boolean {
    const lower = (name ?? '').toLowerCase();
    if (UNREAD_TAGS.has(lower) && !tag.endsWith('/>'))
      this.#depth = Math.max(0, this.#depth + (tag.startsWith('</') ? -1 : 1));
    return lower !== '' && !INLINE_TAGS.has(lower);
  }
}

/** Adds the text within a piece of HTML; tags and comments are left out, and every letter keeps its place. */
export function addHtml(builder: TextBuilder, file: string, from: number, to: number, state: HtmlState): void {
  const source = file.slice(from, to);
  let at = 0;
  const addUpTo = (end: number) => {
    if (!state.isUnread && end > at) builder.addValue(decodeEntities(source.slice(at, end)), from + at, from + end);
  };
  for (const match of source.matchAll(TAG)) {
    addUpTo(match.index);
    at = match.index + match[0].length;
    if (state.pass(match[0], match[1])) builder.add(' ', from + match.index, from + at);
  }
  addUpTo(source.length);
}

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  euro: '€',
  pound: '£',
  times: '×',
};

/** A parser of Markdown leaves the entities of a block of HTML as they are. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#[xX]([\da-fA-F]{1,5})|([a-z]{2,6}));/g, (all, decimal, hexadecimal, name) => {
    if (name !== undefined) return NAMED_ENTITIES[String(name)] ?? all;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(String(hexadecimal), 16) : Number(decimal));
  });
}

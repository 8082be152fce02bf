import type { Element, ElementContent, Nodes as HtmlNodes, Root as HtmlRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Outcome } from '../../model/diagnostic.ts';
import type { DocumentText, SheetStart } from '../../model/document.ts';
import { type ConvertedText, decodeDocument, tidyValue } from './converter.ts';
import { writeMarkdown } from './write-sheets.ts';

/** What is on a page besides its text. */
const DROPPED = new Set(
  'script style noscript template nav footer form button input select textarea svg canvas iframe object embed audio video head dialog math'.split(
    ' ',
  ),
);

/** What is not text at all. */
const NO_TEXT = new Set(
  'script style noscript template svg canvas iframe object embed audio video head math'.split(' '),
);

const DROPPED_ROLES = new Set(['navigation', 'contentinfo', 'search', 'dialog', 'alertdialog']);

/** Stands for the begin of a sheet until the text is written; a private letter that no text has. */
const SHEET_MARK = '\ue000';

/** Elements in each other that are read at most; a browser stops at about as many. */
const MAX_DEPTH = 400;

function textOf(node: HtmlNodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

const property = ({ properties }: Element, name: string): string => String(properties[name] ?? '');

function isDropped(element: Element, keepsFrame: boolean): boolean {
  const { tagName, properties } = element;
  if (keepsFrame) return NO_TEXT.has(tagName);
  return (
    DROPPED.has(tagName) ||
    properties['hidden'] === true ||
    property(element, 'ariaHidden') === 'true' ||
    DROPPED_ROLES.has(property(element, 'role')) ||
    /display\s*:\s*none/i.test(property(element, 'style'))
  );
}

/** The kind of sheet that the class of an element makes it; null if it is not a sheet. */
function findSheetKind({ properties }: Element): SheetStart['kind'] | null {
  const names = properties['className'];
  return (['slide', 'page'] as const).find((kind) => Array.isArray(names) && names.includes(kind)) ?? null;
}

/** A footnote mark does not belong to its sentence. */
function isNoteMark({ tagName, children }: Element): boolean {
  const [link] = children;
  return tagName === 'sup' && link?.type === 'element' && property(link, 'href').startsWith('#');
}

/** True for a short paragraph that is bold as a whole, which is a heading to its reader. */
function isBoldLine({ tagName, children }: Element): boolean {
  const [bold, ...more] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (tagName !== 'p' || bold?.type !== 'element' || more.length > 0 || !['b', 'strong'].includes(bold.tagName))
    return false;
  const text = textOf(bold).trim();
  return text.length > 0 && text.length <= 100 && !/[.,;:]$/.test(text);
}

/** A link or picture with an address that a reader can open, else without one. */
function tidyAddress(element: Element): Element {
  const name = element.tagName === 'a' ? 'href' : 'src';
  const address = property(element, name);
  if (/^(?:https?|mailto):/i.test(address)) return element;
  const { [name]: _, ...properties } = element.properties;
  if (name === 'src')
    return { ...element, properties: { ...properties, src: /^[\w./-]{1,200}$/.test(address) ? address : '' } };
  return { ...element, tagName: 'span', properties };
}

/** How an element is taken over; its own children come later. */
function tidyElement(element: Element, isInHeading: boolean): Element {
  if (element.tagName === 'a' || element.tagName === 'img') return tidyAddress(element);
  if (isBoldLine(element)) return { ...element, tagName: 'h3' };
  if (isInHeading && ['b', 'strong'].includes(element.tagName)) return { ...element, tagName: 'span' };
  return element;
}

const SPACE: ElementContent = { type: 'text', value: ' ' };

const MARK: Element = {
  type: 'element',
  tagName: 'p',
  properties: {},
  children: [{ type: 'text', value: SHEET_MARK }],
};

/** The tree without the frame of the page. @param sheets takes the kind of each sheet whose mark is put in. */
function tidyChildren(
  parent: HtmlRoot | Element,
  sheets: SheetStart['kind'][],
  keepsFrame: boolean,
  depth = 0,
): ElementContent[] {
  if (depth > MAX_DEPTH) return [];
  const isInHeading = parent.type === 'element' && /^h[1-6]$/.test(parent.tagName);
  return parent.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [{ ...child, value: child.value.replaceAll(SHEET_MARK, '') }];
    if (child.type !== 'element' || isDropped(child, keepsFrame) || isNoteMark(child)) return [];
    if (isInHeading && child.tagName === 'br') return [SPACE];
    const kind = findSheetKind(child);
    if (kind !== null) sheets.push(kind);
    const element = tidyElement(child, isInHeading);
    const tidied = { ...element, children: tidyChildren(element, sheets, keepsFrame, depth + 1) };
    return kind === null ? [tidied] : [MARK, tidied];
  });
}

/** All elements in order. */
function listElements(root: HtmlRoot): readonly Element[] {
  const found: Element[] = [];
  const open: HtmlNodes[] = [root];
  while (open.length > 0) {
    const node = open.pop() as HtmlNodes;
    if (node.type === 'element') found.push(node);
    if ('children' in node) for (const child of [...node.children].reverse()) open.push(child);
  }
  return found;
}

const DATE_NAMES =
  /^(?:article:(?:published|modified)_time|og:updated_time|date|dc\.date|dcterms\.(?:date|issued|modified)|datepublished|datemodified|last-modified)$/i;

function readMetadata(root: HtmlRoot): DocumentText['metadata'] {
  const elements = listElements(root);
  const metas = elements.filter(({ tagName }) => tagName === 'meta');
  const nameOf = (meta: Element) => property(meta, 'property') || property(meta, 'name') || property(meta, 'itemProp');
  const date = metas.find((meta) => DATE_NAMES.test(nameOf(meta)));
  const time = elements.find((element) => element.tagName === 'time' && property(element, 'dateTime') !== '');
  const title = elements.find(({ tagName }) => tagName === 'title');
  const address =
    elements.find((element) => element.tagName === 'link' && property(element, 'rel') === 'canonical') ??
    metas.find((meta) => nameOf(meta) === 'og:url');
  const website = address && (property(address, 'href') || property(address, 'content'));
  return {
    title: tidyValue(title && textOf(title)),
    date: tidyValue((date && property(date, 'content')) || (time && property(time, 'dateTime'))),
    website: website !== undefined && /^https?:\/\//i.test(website) ? tidyValue(website) : null,
  };
}

/** The text without marks of sheets, and where these were. */
function takeSheetMarks(marked: string, kinds: readonly SheetStart['kind'][]): Pick<ConvertedText, 'text' | 'sheets'> {
  const sheets: SheetStart[] = [];
  const [before = '', ...parts] = marked.split(`${SHEET_MARK}\n`);
  let text = before;
  for (const [at, part] of parts.entries()) {
    sheets.push({ from: text.length, kind: kinds[at] ?? 'page', number: at + 1 });
    text += part;
  }
  return { text, sheets: sheets.length > 1 ? sheets : [] };
}

/** Letters and tags of a page that are read at most, without what is not text. */
const MAX_PAGE = 1_048_576;
const MAX_TAGS = 20_000;

/** Where the part of a page that is read ends. */
function findEnd(html: string): number {
  const tag = /<[a-z/]/gi;
  for (let count = 0; count < MAX_TAGS; count += 1) if (!tag.test(html)) return Math.min(html.length, MAX_PAGE);
  return Math.min(tag.lastIndex, MAX_PAGE);
}

/** The page without scripts, styles, drawings and embedded files, which may be most of it; a linear search, as a parser takes longer. */
function dropBulk(html: string): string {
  const drop = /<(script|style|svg)\b/gi;
  let kept = '';
  let from = 0;
  for (let match = drop.exec(html); match !== null; match = drop.exec(html)) {
    const closing = new RegExp(`</${match[1]}\\s*>`, 'gi');
    closing.lastIndex = match.index;
    const end = closing.exec(html);
    if (end === null) break;
    kept += html.slice(from, match.index);
    from = drop.lastIndex = closing.lastIndex;
  }
  return (kept + html.slice(from)).replace(/data:[\w/+.-]+;base64,[\w+/=]+/g, '');
}

/** What a page says, with its menus, forms, notices and hidden parts or without. */
export function convertPage(html: string, keepsFrame = false): ConvertedText {
  const whole = dropBulk(html);
  const end = findEnd(whole);
  const root = fromHtml(whole.slice(0, end));
  const notes = end < whole.length ? ['The page is very long; only its first part was read.'] : [];
  const kinds: SheetStart['kind'][] = [];
  const children = tidyChildren(root, kinds, keepsFrame);
  const tree = toMdast({ type: 'root', children }, { document: true });
  return { ...takeSheetMarks(writeMarkdown(tree), kinds), metadata: readMetadata(root), hasLines: false, notes };
}

/** The encoding that a page names in its head. */
export function findCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(head)?.[1] ?? null;
}

export async function convertHtml(bytes: Uint8Array, file: string): Promise<Outcome<ConvertedText>> {
  const decoded = decodeDocument(bytes, file, findCharset(bytes));
  return decoded.ok ? { ok: true, value: convertPage(decoded.value) } : decoded;
}

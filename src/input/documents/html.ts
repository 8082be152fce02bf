import type { Element, ElementContent, Nodes as HtmlNodes, Root as HtmlRoot, RootContent } from 'hast';
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

const DROPPED_ROLES = new Set(['navigation', 'contentinfo', 'search', 'dialog', 'alertdialog']);

/** Stands for the begin of a slide until the text is written; a private letter that no text has. */
const SLIDE_MARK = '\ue000';

/** Elements in each other that are read at most; a browser stops at about as many. */
const MAX_DEPTH = 400;

function textOf(node: HtmlNodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

const property = ({ properties }: Element, name: string): string => String(properties[name] ?? '');

function isDropped(element: Element): boolean {
  const { tagName, properties } = element;
  return (
    DROPPED.has(tagName) ||
    properties['hidden'] === true ||
    property(element, 'ariaHidden') === 'true' ||
    DROPPED_ROLES.has(property(element, 'role')) ||
    /display\s*:\s*none/i.test(property(element, 'style'))
  );
}

function isSlide({ properties }: Element): boolean {
  const names = properties['className'];
  return Array.isArray(names) && names.includes('slide');
}

/** A link or picture with an address that a reader can open, else without one. */
function tidyAddress(element: Element): Element {
  const name = element.tagName === 'a' ? 'href' : 'src';
  const address = property(element, name);
  if (address === '' || /^(?:https?|mailto):/i.test(address)) return element;
  const { [name]: _, ...properties } = element.properties;
  if (name === 'src')
    return { ...element, properties: { ...properties, src: /^[\w./-]{1,200}$/.test(address) ? address : '' } };
  return { ...element, tagName: 'span', properties };
}

/** The tree without the frame of the page. */
function tidyChildren(children: readonly RootContent[], depth: number, slides: { count: number }): ElementContent[] {
  if (depth > MAX_DEPTH) return [];
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [{ ...child, value: child.value.replaceAll(SLIDE_MARK, '') }];
    if (child.type !== 'element' || isDropped(child)) return [];
    const element = child.tagName === 'a' || child.tagName === 'img' ? tidyAddress(child) : child;
    const inner = tidyChildren(child.children, depth + 1, slides);
    const tidied: Element = { ...element, children: inner };
    if (!isSlide(child)) return [tidied];
    slides.count += 1;
    const mark: Element = {
      type: 'element',
      tagName: 'p',
      properties: {},
      children: [{ type: 'text', value: SLIDE_MARK }],
    };
    return [mark, tidied];
  });
}

/** The elements of the head, and of the whole page where it is small, in order. */
function listElements(root: HtmlRoot): readonly Element[] {
  const found: Element[] = [];
  const open: HtmlNodes[] = [root];
  while (open.length > 0) {
    const node = open.pop() as HtmlNodes;
    if (node.type === 'element') found.push(node);
    if ('children' in node) open.push(...[...node.children].reverse());
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

/** The text without marks of slides, and where these were. */
function takeSlideMarks(marked: string): { readonly text: string; readonly sheets: readonly SheetStart[] } {
  const sheets: SheetStart[] = [];
  const [before = '', ...slides] = marked.split(`${SLIDE_MARK}\n`);
  let text = before;
  for (const slide of slides) {
    sheets.push({ from: text.length, kind: 'slide', number: sheets.length + 1 });
    text += slide;
  }
  return { text, sheets };
}

/** What a page says, less its frame. */
export function convertPage(html: string): ConvertedText {
  const root = fromHtml(html);
  const slides = { count: 0 };
  const children = tidyChildren(root.children, 0, slides);
  const tree = toMdast({ type: 'root', children }, { document: true });
  const { text, sheets } = takeSlideMarks(writeMarkdown(tree));
  return { text, sheets: sheets.length > 1 ? sheets : [], metadata: readMetadata(root), hasLines: false, notes: [] };
}

/** The encoding that a page names in its head. */
function findCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(head)?.[1] ?? null;
}

export async function convertHtml(bytes: Uint8Array, file: string): Promise<Outcome<ConvertedText>> {
  const decoded = decodeDocument(bytes, file, findCharset(bytes));
  return decoded.ok ? { ok: true, value: convertPage(decoded.value) } : decoded;
}

import { hex } from 'dingbat-to-unicode';
import type { Element } from 'xast';
import type { Outcome } from '../../model/diagnostic.ts';
import type { ConvertedText } from './converter.ts';
import { convertPage } from './html.ts';
import {
  findAt,
  listChildren,
  listInside,
  type OfficeParts,
  parsePart,
  readOfficeMetadata,
  readRelations,
  readText,
  refuseUnpacked,
  unpackOfficeFile,
} from './office-parts.ts';

const DOCUMENT = 'word/document.xml';

type ListTag = 'ol' | 'ul';

/** The kind of list that a paragraph is an entry of, and how deep it is. */
interface ListPlace {
  readonly tag: ListTag;
  readonly depth: number;
}

const readValue = (element: Element | undefined, path: string): string | null => {
  const found = element === undefined ? undefined : findAt(element, path);
  return found?.attributes['w:val'] ?? null;
};

/** True for a property that is there and not switched off. */
const isOn = (properties: Element | undefined, name: string): boolean => {
  const found = properties && findAt(properties, name);
  return found !== undefined && !['0', 'false', 'none'].includes(found.attributes['w:val'] ?? '');
};

const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A heading by the id of its style or its name, in any language of Word. */
function findHeading(id: string, name: string): string | null {
  if (/^title$/i.test(name)) return 'h1';
  if (/^subtitle$/i.test(name)) return 'h2';
  const found = /^heading ?([1-6])?$/i.exec(name) ?? /^Heading([1-6])?$/.exec(id);
  return found === null ? null : `h${found[1] ?? 1}`;
}

/** What wraps the words of a run, by its properties. */
const LOOKS: readonly (readonly [tag: string, applies: (properties: Element) => boolean])[] = [
  ['strong', (properties) => isOn(properties, 'w:b')],
  ['em', (properties) => isOn(properties, 'w:i')],
  ['s', (properties) => isOn(properties, 'w:strike')],
  ['sup', (properties) => readValue(properties, 'w:vertAlign') === 'superscript'],
  ['sub', (properties) => readValue(properties, 'w:vertAlign') === 'subscript'],
];

/** What is taken over as what is in it; what is neither here nor read on its own is left out, deleted text among it. */
const TRANSPARENT = new Set(
  'w:customXml w:fldSimple w:ins w:moveTo w:object w:sdtContent w:sdt w:smartTag w:drawing v:group v:rect v:roundrect v:shape v:textbox w:txbxContent'.split(
    ' ',
  ),
);

/** Writes the body of a Word document as HTML, with its headings, lists, tables, links and notes. */
class BodyWriter {
  readonly #parts: OfficeParts;
  readonly #styles: ReadonlyMap<string, Element>;
  readonly #lists: (number: string, level: string) => ListTag | null;
  /** The list that a style puts a paragraph in. */
  readonly #listsOfStyles: ReadonlyMap<string, ListPlace>;
  #relations: ReadonlyMap<string, string> = new Map();
  /** Fields that are open, each with its instruction and the address that it links to. */
  readonly #fields: { code: string; address: string | null }[] = [];
  /** Boxes in the text, which come behind their paragraph. */
  #boxes: Element[] = [];
  /** What is in a paragraph whose end was deleted: the next one begins with it. */
  #carried: readonly Element[] = [];
  readonly #notes: { readonly part: string; readonly id: string }[] = [];

  constructor(parts: OfficeParts) {
    this.#parts = parts;
    const styles = this.#open('word/styles.xml', 'w:style');
    this.#styles = new Map(styles.map((style) => [style.attributes['w:styleId'] ?? '', style]));
    const abstracts = this.#open('word/numbering.xml', 'w:abstractNum');
    const numbers = this.#open('word/numbering.xml', 'w:num');
    const tagOf = (level: Element): ListTag => (readValue(level, 'w:numFmt') === 'bullet' ? 'ul' : 'ol');
    this.#lists = (number, level) => {
      const found = numbers.find(({ attributes }) => attributes['w:numId'] === number);
      const id = readValue(found, 'w:abstractNumId');
      const list = abstracts.find(({ attributes }) => attributes['w:abstractNumId'] === id);
      const entry = list && listInside(list, 'w:lvl').find(({ attributes }) => (attributes['w:ilvl'] ?? '0') === level);
      return entry === undefined ? null : tagOf(entry);
    };
    const levels = abstracts.flatMap((list) => listInside(list, 'w:lvl'));
    this.#listsOfStyles = new Map(
      levels.flatMap((level): [string, ListPlace][] => {
        const style = readValue(level, 'w:pStyle');
        return style === null
          ? []
          : [[style, { tag: tagOf(level), depth: Number(level.attributes['w:ilvl'] ?? 0) + 1 }]];
      }),
    );
  }

  #open(part: string, name: string): readonly Element[] {
    const xml = this.#parts.get(part);
    return xml === undefined ? [] : listInside(parsePart(xml), name);
  }

  /** The whole document, and its notes as a list at the end. */
  write(): string {
    this.#relations = readRelations(this.#parts, DOCUMENT);
    const body = findAt(parsePart(this.#parts.get(DOCUMENT) ?? ''), 'w:body');
    const text = body === undefined ? '' : this.#writeBlocks(listChildren(body));
    const notes: string[] = [];
    for (const { part, id } of this.#notes) {
      this.#relations = readRelations(this.#parts, `word/${part}s.xml`);
      const note = this.#open(`word/${part}s.xml`, `w:${part}`).find(({ attributes }) => attributes['w:id'] === id);
      if (note !== undefined) notes.push(`<li>${this.#writeBlocks(listChildren(note))}</li>`);
    }
    return notes.length === 0 ? text : `${text}<ol>${notes.join('')}</ol>`;
  }

  #writeBlocks(elements: readonly Element[]): string {
    const open: ListTag[] = [];
    let text = '';
    const closeTo = (depth: number): void => {
      while (open.length > depth) text += `</li></${open.pop()}>`;
    };
    const write = (element: Element): void => {
      if (TRANSPARENT.has(element.name)) for (const child of listChildren(element)) write(child);
      if (element.name === 'w:tbl') {
        closeTo(0);
        text += this.#writeTable(element);
      }
      if (element.name !== 'w:p') return;
      const properties = findAt(element, 'w:pPr');
      const content = [...this.#carried, ...listChildren(element)];
      this.#carried = [];
      if (properties !== undefined && findAt(properties, 'w:rPr/w:del') !== undefined) {
        this.#carried = content;
        return;
      }
      const words = this.#writeWords(content);
      const boxes = this.#boxes;
      this.#boxes = [];
      if (words.trim() !== '') {
        const heading = this.#findHeading(properties);
        const place = heading === null ? this.#findList(properties) : null;
        closeTo(place?.depth ?? 0);
        if (place !== null) {
          if (open.length === place.depth && open.at(-1) !== place.tag) closeTo(place.depth - 1);
          if (open.length === place.depth) text += '</li><li>';
          while (open.length < place.depth) {
            const tag = open.length === place.depth - 1 ? place.tag : 'ul';
            open.push(tag);
            text += `<${tag}><li>`;
          }
        }
        text += place === null ? `<${heading ?? 'p'}>${words}</${heading ?? 'p'}>` : words;
      }
      for (const child of boxes.flatMap(listChildren)) write(child);
    };
    for (const element of elements) write(element);
    closeTo(0);
    return text;
  }

  #findHeading(properties: Element | undefined): string | null {
    const id = readValue(properties, 'w:pStyle');
    return id === null ? null : findHeading(id, readValue(this.#styles.get(id), 'w:name') ?? '');
  }

  #findList(properties: Element | undefined): ListPlace | null {
    const ofStyle = this.#listsOfStyles.get(readValue(properties, 'w:pStyle') ?? '') ?? null;
    const [number, level] = ['w:numPr/w:numId', 'w:numPr/w:ilvl'].map((path) => readValue(properties, path));
    if (number == null || (level === null && ofStyle !== null)) return ofStyle;
    const tag = this.#lists(number, level ?? '0');
    return tag === null ? null : { tag, depth: Number(level ?? 0) + 1 };
  }

  #writeWords(elements: readonly Element[]): string {
    let words = elements.map((element) => this.#writeInline(element)).join('');
    // Word cuts a text into runs anywhere.
    for (const _ of LOOKS) words = words.replace(/<\/(strong|em|s|sup|sub)><\1>/g, '');
    return words;
  }

  #writeInline(element: Element): string {
    const { name, attributes } = element;
    switch (name) {
      case 'w:r':
        return this.#writeRun(element);
      case 'w:hyperlink':
        return this.#writeLink(this.#relations.get(attributes['r:id'] ?? ''), this.#writeWords(listChildren(element)));
      case 'w:t':
        return escapeText(readText(element));
      case 'w:tab':
        return '\t';
      case 'w:noBreakHyphen':
        return '\u2011';
      case 'w:br':
        return ['', 'textWrapping'].includes(attributes['w:type'] ?? '') ? '<br>' : '';
      case 'w:sym': {
        const [font, letter] = [attributes['w:font'] ?? '', attributes['w:char'] ?? ''];
        return escapeText((hex(font, letter) ?? hex(font, letter.replace(/^F0/i, '')))?.string ?? '');
      }
      case 'w:fldChar':
        this.#turnField(attributes['w:fldCharType'] ?? '');
        return '';
      case 'w:instrText': {
        const field = this.#fields.at(-1);
        if (field !== undefined) field.code += readText(element);
        return '';
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#notes.push({
          part: name === 'w:footnoteReference' ? 'footnote' : 'endnote',
          id: attributes['w:id'] ?? '',
        });
        return '';
      case 'mc:AlternateContent': {
        const fallback = findAt(element, 'mc:Fallback');
        return fallback === undefined ? '' : this.#writeWords(listChildren(fallback));
      }
      case 'w:pict':
        this.#boxes.push(element);
        return '';
      case 'wp:inline':
      case 'wp:anchor': {
        const about = findAt(element, 'wp:docPr')?.attributes ?? {};
        const isPicture = listInside(element, 'a:blip').length > 0;
        return isPicture ? `<img src="" alt="${escapeText(about['descr'] || about['title'] || '')}">` : '';
      }
      default:
        return TRANSPARENT.has(name) ? this.#writeWords(listChildren(element)) : '';
    }
  }

  #turnField(turn: string): void {
    const field = this.#fields.at(-1);
    if (turn === 'begin') this.#fields.push({ code: '', address: null });
    else if (turn === 'end') this.#fields.pop();
    else if (field !== undefined)
      field.address = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))/.exec(field.code)?.slice(1).find(Boolean) ?? null;
  }

  #writeRun(run: Element): string {
    const properties = findAt(run, 'w:rPr');
    const words = this.#writeWords(listChildren(run));
    if (words === '') return '';
    const style = this.#styles.get(readValue(properties, 'w:rStyle') ?? '');
    const tags = properties === undefined ? [] : LOOKS.filter(([, applies]) => applies(properties)).map(([tag]) => tag);
    if (readValue(style, 'w:name') === 'Strong' && !tags.includes('strong')) tags.push('strong');
    const wrapped = tags.reduce((inner, tag) => `<${tag}>${inner}</${tag}>`, words);
    return this.#writeLink(this.#fields.findLast(({ address }) => address !== null)?.address, wrapped);
  }

  #writeLink(address: string | null | undefined, words: string): string {
    return address == null ? words : `<a href="${escapeText(address)}">${words}</a>`;
  }

  #writeTable(table: Element): string {
    const rows = listInside(table, 'w:tr').filter((row) => findAt(row, 'w:trPr/w:del') === undefined);
    const spans = new Map<number, { rows: number }>();
    const written = rows.map((row) => {
      let column = 0;
      return listChildren(row)
        .flatMap((child) => (child.name === 'w:sdt' ? listInside(child, 'w:tc') : [child]))
        .filter(({ name }) => name === 'w:tc')
        .flatMap((cell) => {
          const properties = findAt(cell, 'w:tcPr');
          const merge = properties && findAt(properties, 'w:vMerge');
          const width = Number(readValue(properties, 'w:gridSpan') ?? 1) || 1;
          const above = spans.get(column);
          const isContinued = merge !== undefined && (merge.attributes['w:val'] ?? 'continue') === 'continue';
          const at = column;
          column += width;
          if (isContinued && above !== undefined) {
            above.rows += 1;
            return [];
          }
          const span = { rows: 1 };
          spans.set(at, span);
          return [{ width, span, text: this.#writeBlocks(listChildren(cell)) }];
        });
    });
    const isHeader = (row: Element) => findAt(row, 'w:trPr/w:tblHeader') !== undefined;
    const lines = written.map((cells, at) => {
      const tag = rows.slice(0, at + 1).every(isHeader) ? 'th' : 'td';
      const parts = cells.map(
        ({ width, span, text }) => `<${tag} colspan="${width}" rowspan="${span.rows}">${text}</${tag}>`,
      );
      return `<tr>${parts.join('')}</tr>`;
    });
    return `<table>${lines.join('')}</table>`;
  }
}

/** A Word document, by way of HTML; it has no pages until it is printed. */
export async function convertDocx(bytes: Uint8Array, file: string): Promise<Outcome<ConvertedText>> {
  const parts = unpackOfficeFile(bytes);
  if (parts === null) return refuseUnpacked(file);
  return { ok: true, value: { ...convertPage(new BodyWriter(parts).write()), metadata: readOfficeMetadata(parts) } };
}

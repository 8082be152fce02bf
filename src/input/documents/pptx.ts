import type { BlockContent, List, PhrasingContent, Root, Table } from 'mdast';
import type { Element } from 'xast';
import type { Outcome } from '../../model/diagnostic.ts';
import { type ConvertedText, refuseDocument } from './converter.ts';
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
import { writeSheets } from './write-sheets.ts';

type Relations = ReadonlyMap<string, string>;

const PRESENTATION = 'ppt/presentation.xml';

/** Placeholders that repeat on every slide. */
const FRAME = ['sldNum', 'dt', 'ftr', 'hdr', 'sldImg'];

const TITLES = ['title', 'ctrTitle'];

/** Letters that a heading has at most, where the size of its letters alone makes it one. */
const MAX_TITLE = 120;

/** A text box of a slide. */
interface SlideBox {
  readonly isTitle: boolean;
  /** True where its paragraphs are points of a list. */
  readonly isList: boolean;
  /** Of its largest letters, in hundredths of a point; 0 where the layout decides. */
  readonly size: number;
  readonly paragraphs: readonly {
    readonly level: number;
    readonly words: readonly PhrasingContent[];
    readonly plain: string;
  }[];
}

function readWords(paragraph: Element, relations: Relations): readonly PhrasingContent[] {
  return listChildren(paragraph).flatMap((run): PhrasingContent[] => {
    if (run.name === 'a:br') return [{ type: 'text', value: ' ' }];
    const text = findAt(run, 'a:t');
    if (text === undefined) return [];
    const words: PhrasingContent = { type: 'text', value: readText(text).replace(/\s+/g, ' ') };
    const link = findAt(run, 'a:rPr/a:hlinkClick')?.attributes['r:id'];
    const url = typeof link === 'string' ? relations.get(link) : undefined;
    return [url !== undefined && /^(?:https?|mailto):/i.test(url) ? { type: 'link', url, children: [words] } : words];
  });
}

function readParagraphs(body: Element | undefined, relations: Relations): SlideBox['paragraphs'] {
  if (body === undefined) return [];
  const paragraphs = listChildren(body).filter(({ name }) => name === 'a:p');
  return paragraphs.flatMap((paragraph) => {
    const words = readWords(paragraph, relations);
    const plain = words
      .map((word) => ('value' in word ? word.value : readPlain(word)))
      .join('')
      .trim();
    const level = Number(findAt(paragraph, 'a:pPr')?.attributes['lvl'] ?? 0);
    return plain === '' ? [] : [{ level, words, plain }];
  });
}

function readPlain(word: PhrasingContent): string {
  return 'children' in word ? word.children.map((inner) => ('value' in inner ? inner.value : '')).join('') : '';
}

function readBox(shape: Element, relations: Relations): SlideBox | null {
  const placeholder = findAt(shape, 'p:nvSpPr/p:nvPr/p:ph');
  const kind = placeholder === undefined ? null : (placeholder.attributes['type'] ?? 'body');
  if (kind !== null && FRAME.includes(kind)) return null;
  const body = findAt(shape, 'p:txBody');
  const paragraphs = readParagraphs(body, relations);
  if (body === undefined || paragraphs.length === 0) return null;
  const styles = ['a:rPr', 'a:defRPr', 'a:endParaRPr'].flatMap((name) => listInside(body, name));
  const sizes = styles.map(({ attributes }) => Number(attributes['sz'] ?? 0));
  const isTitle = kind !== null && TITLES.includes(kind);
  const hasBullets = ['a:buChar', 'a:buAutoNum'].some((name) => listInside(body, name).length > 0);
  const isList = hasBullets || (kind === 'body' && paragraphs.length > 1);
  return { isTitle, isList, size: Math.max(0, ...sizes), paragraphs };
}

function toList(paragraphs: SlideBox['paragraphs']): List {
  const root: List = { type: 'list', spread: false, children: [] };
  const open: List[] = [root];
  for (const { level, words } of paragraphs) {
    const depth = Math.min(level, open.length);
    open.length = Math.min(open.length, depth + 1);
    let list = open[depth];
    const last = open[depth - 1]?.children.at(-1);
    if (list === undefined && last !== undefined) {
      list = { type: 'list', spread: false, children: [] };
      last.children.push(list);
      open.push(list);
    }
    (list ?? root).children.push({ type: 'listItem', children: [{ type: 'paragraph', children: [...words] }] });
  }
  return root;
}

function toBlocks({ isList, paragraphs }: SlideBox): readonly BlockContent[] {
  if (isList) return [toList(paragraphs)];
  return paragraphs.map(({ words }) => ({ type: 'paragraph', children: [...words] }));
}

function toTable(table: Element, relations: Relations): Table {
  const rows = listChildren(table).filter(({ name }) => name === 'a:tr');
  const children = rows.map((row) => {
    const cells = listChildren(row).filter(({ name }) => name === 'a:tc');
    return {
      type: 'tableRow' as const,
      children: cells.map((cell) => {
        const paragraphs = readParagraphs(findAt(cell, 'a:txBody'), relations);
        const words = paragraphs.flatMap((paragraph, at): PhrasingContent[] => [
          ...(at === 0 ? [] : [{ type: 'text' as const, value: ' ' }]),
          ...paragraph.words,
        ]);
        return { type: 'tableCell' as const, children: words };
      }),
    };
  });
  return { type: 'table', children };
}

/** The text of a diagram, which is a part of its own. */
function readDiagram(frame: Element, parts: OfficeParts, relations: Relations): readonly BlockContent[] {
  const id = listInside(frame, 'dgm:relIds')[0]?.attributes['r:dm'];
  const xml = typeof id === 'string' ? parts.get(relations.get(id) ?? '') : undefined;
  if (xml === undefined) return [];
  const bodies = listInside(parsePart(xml), 'dgm:t');
  const paragraphs = bodies.flatMap((body) => readParagraphs(body, relations));
  return paragraphs.length === 0 ? [] : [toList(paragraphs)];
}

/** What a slide says, in the order of its shapes: boxes and blocks. */
function readShapes(tree: Element, parts: OfficeParts, relations: Relations): readonly (SlideBox | BlockContent)[] {
  return listChildren(tree).flatMap((shape): readonly (SlideBox | BlockContent)[] => {
    if (shape.name === 'p:grpSp') return readShapes(shape, parts, relations);
    if (shape.name === 'p:sp') return [readBox(shape, relations)].filter((box) => box !== null);
    if (shape.name !== 'p:graphicFrame') return [];
    const table = listInside(shape, 'a:tbl')[0];
    return table === undefined ? readDiagram(shape, parts, relations) : [toTable(table, relations)];
  });
}

const isBox = (entry: SlideBox | BlockContent): entry is SlideBox => 'paragraphs' in entry;

/** The box that a reader takes for the heading: the title, else the one with the largest letters. */
function findTitle(boxes: readonly SlideBox[]): SlideBox | null {
  const title = boxes.find(({ isTitle }) => isTitle);
  if (title !== undefined) return title;
  const largest = Math.max(...boxes.map(({ size }) => size));
  const others = boxes.filter(({ size }) => size < largest);
  const found = boxes.find(({ size }) => size === largest);
  const text = found?.paragraphs.map(({ plain }) => plain).join(' ') ?? '';
  const isHeading = /\p{L}{3}/u.test(text) && text.length <= MAX_TITLE && (others.length > 0 || boxes.length === 1);
  return found !== undefined && isHeading ? found : null;
}

function readSlide(name: string, parts: OfficeParts, isFirst: boolean): Root {
  const relations = readRelations(parts, name);
  const root = parsePart(parts.get(name) ?? '');
  const tree = findAt(root, 'p:cSld/p:spTree');
  const shapes = tree === undefined ? [] : readShapes(tree, parts, relations);
  const title = findTitle(shapes.filter(isBox));
  const heading: readonly BlockContent[] =
    title === null
      ? []
      : [
          {
            type: 'heading',
            depth: isFirst ? 1 : 2,
            children: [{ type: 'text', value: title.paragraphs.map(({ plain }) => plain).join(' ') }],
          },
        ];
  const rest = shapes.flatMap((shape) => (shape === title ? [] : isBox(shape) ? toBlocks(shape) : [shape]));
  return { type: 'root', children: [...heading, ...rest, ...readNotes(parts, relations)] };
}

/** What the speaker says to the slide. */
function readNotes(parts: OfficeParts, relations: Relations): readonly BlockContent[] {
  const name = [...relations.values()].find((part) => /\/notesSlides\/[^/]+$/.test(part)) ?? '';
  const xml = parts.get(name);
  const tree = xml === undefined ? undefined : findAt(parsePart(xml), 'p:cSld/p:spTree');
  return tree === undefined
    ? []
    : readShapes(tree, parts, new Map()).flatMap((shape) => (isBox(shape) ? toBlocks(shape) : [shape]));
}

/** A deck, slide by slide in the order in which they are shown. */
export async function convertPptx(bytes: Uint8Array, file: string): Promise<Outcome<ConvertedText>> {
  const parts = unpackOfficeFile(bytes);
  if (parts === null) return refuseUnpacked(file);
  const relations = readRelations(parts, PRESENTATION);
  const ids = listInside(parsePart(parts.get(PRESENTATION) ?? ''), 'p:sldId');
  const names = ids
    .map(({ attributes }) => relations.get(attributes['r:id'] ?? '') ?? '')
    .filter((name) => parts.has(name));
  const slides = names.map((name, at) => readSlide(name, parts, at === 0));
  const silent = slides.filter(({ children }) => children.length === 0).length;
  if (silent === slides.length) {
    const why = 'A program cannot read text in a picture.';
    const fix = 'Export the deck as a PDF, run text recognition (OCR) on it, and read that.';
    return refuseDocument(file, 'no-text', 'the slides contain only pictures, without text', why, fix);
  }
  const notes = silent === 0 ? [] : [`${silent} of ${slides.length} slides have no text; pictures were not read.`];
  return {
    ok: true,
    value: { ...writeSheets('slide', slides), metadata: readOfficeMetadata(parts), hasLines: false, notes },
  };
}

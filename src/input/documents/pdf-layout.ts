import type { BlockContent, List, Root } from 'mdast';

/** Letters of a page that were drawn in one go, from the left; `y` counts from the bottom. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the letters. */
  readonly size: number;
  readonly font: string;
}

/** What a page draws, in the order in which it is drawn. */
export type PdfPage = readonly PdfRun[];

/** Letters between two wide gaps, such as a cell of a table. */
interface Segment {
  text: string;
  readonly x: number;
  end: number;
  /** Where each run of letters in it begins. */
  readonly pieces: { readonly x: number; readonly at: number }[];
}

interface Line {
  readonly segments: readonly Segment[];
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  /** The one of all its letters; empty where there are several. */
  readonly font: string;
}

const BULLET = /^[\u2022\u25cf\u25aa\u25e6\u25cb\u2023\u2219\u00b7\uf0b7\u2013*-]\s+(?=\S)/;

/** The dots of a table of contents. */
const LEADERS = /(?<![\s.])\s*\.(?:\s*\.){3,}\s*\d*$/;

const PAGE_NUMBER = /^\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\W*$/i;

const LIGATURES = /[\ufb00-\ufb06]/g;

/** Lines of boxes that are drawn with letters. */
const BOX_LINES = /[\u2500-\u257f]+/g;

/** Lines at each end of a page in which a running head or foot is looked for. */
const FRAME_LINES = 2;

/** Letters that a heading has at most. */
const MAX_HEADING = 160;

function tidyText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

class LineBuilder {
  readonly #segments: Segment[] = [];
  readonly #first: PdfRun;
  readonly #fonts = new Set<string>();
  #letters = 0;
  #size = 0;

  constructor(first: PdfRun) {
    this.#first = first;
  }

  takes({ x, y, size }: PdfRun): boolean {
    const end = this.#segments.at(-1)?.end ?? x;
    return Math.abs(y - this.#first.y) < 0.5 * Math.max(size, this.#first.size) && x > end - size;
  }

  add({ text, x, width, size, font }: PdfRun, isSpaced: boolean): void {
    const last = this.#segments.at(-1);
    const gap = last === undefined ? 0 : x - last.end;
    this.#fonts.add(font);
    if (last === undefined || gap > 1.6 * size)
      this.#segments.push({ text, x, end: x + width, pieces: [{ x, at: 0 }] });
    else {
      if ((isSpaced || gap > 0.15 * size) && !/\s$/.test(last.text)) last.text += ' ';
      last.pieces.push({ x, at: last.text.length });
      last.text += text;
      last.end = x + width;
    }
    if (text.length < this.#letters) return;
    this.#letters = text.length;
    this.#size = size;
  }

  build(): Line {
    const segments = this.#segments;
    const text = tidyText(segments.map((segment) => segment.text).join(' '));
    const end = segments.at(-1)?.end ?? this.#first.x;
    const font = this.#fonts.size === 1 ? this.#first.font : '';
    return { segments, text, x: this.#first.x, end, y: this.#first.y, size: this.#size, font };
  }
}

function readLines(page: PdfPage): readonly Line[] {
  const builders: LineBuilder[] = [];
  let isSpaced = false;
  for (const run of page) {
    if (run.text.trim() === '') {
      isSpaced ||= run.text !== '';
      continue;
    }
    let open = builders.at(-1);
    if (open?.takes(run) !== true) {
      open = new LineBuilder(run);
      builders.push(open);
      isSpaced = false;
    }
    const text = run.text.replace(LIGATURES, (letter) => letter.normalize('NFKC')).replace(BOX_LINES, ' ');
    if (text.trim() !== '') open.add({ ...run, text }, isSpaced);
    isSpaced = /\s$/.test(run.text);
  }
  return builders.map((builder) => builder.build()).filter(({ text }) => text !== '');
}

/** The lines at the top and the bottom of a page. */
function listFrameLines(lines: readonly Line[]): readonly Line[] {
  const sorted = [...lines].sort((a, b) => b.y - a.y);
  return [...new Set([...sorted.slice(0, FRAME_LINES), ...sorted.slice(-FRAME_LINES)])];
}

/** The pages without page numbers, and without what stands at the top or bottom of most of them. */
function dropFrames(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  if (pages.length < 2) return pages;
  const keyOf = ({ text, y }: Line) => `${Math.round(y / 8)} ${text.replace(/\d+/g, '#')}`;
  const counts = new Map<string, number>();
  for (const lines of pages)
    for (const key of new Set(listFrameLines(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(3, pages.length / 2);
  return pages.map((lines) => {
    const frame = new Set(
      listFrameLines(lines).filter((line) => PAGE_NUMBER.test(line.text) || (counts.get(keyOf(line)) ?? 0) >= least),
    );
    return lines.filter((line) => !frame.has(line) && !LEADERS.test(line.text));
  });
}

/** The value that the most letters have. */
function findUsual<T extends number | string>(
  entries: readonly { readonly value: T; readonly weight: number }[],
): T | undefined {
  const weights = new Map<T, number>();
  for (const { value, weight } of entries) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
}

const roundSize = (size: number) => Math.round(size * 2) / 2;

/** What is usual in a whole document. */
interface Layout {
  readonly bodySize: number;
  readonly bodyFont: string;
  /** Sizes of headings, the largest first. */
  readonly headingSizes: readonly number[];
  /** From line to line, as a multiple of the size of the letters. */
  readonly leading: number;
  /** All words, in small letters, by which hyphens at the end of a line are judged. */
  readonly words: ReadonlySet<string>;
}

function measureLayout(pages: readonly (readonly Line[])[]): Layout {
  const lines = pages.flat();
  const bodySize = findUsual(lines.map(({ size, text }) => ({ value: roundSize(size), weight: text.length }))) ?? 0;
  const bodyFont = findUsual(lines.map(({ font, text }) => ({ value: font, weight: font === '' ? 0 : text.length })));
  const isLarge = ({ size, text }: Line) => size >= 1.12 * bodySize && text.length <= MAX_HEADING;
  const sizes = new Set(lines.filter(isLarge).map(({ size }) => roundSize(size)));
  const gaps = pages.flatMap((page) =>
    page.slice(1).flatMap((line, at) => {
      const gap = ((page[at]?.y ?? line.y) - line.y) / line.size;
      return gap > 0.8 && gap < 2.5 ? [{ value: Math.round(gap * 20) / 20, weight: 1 }] : [];
    }),
  );
  const words = lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []);
  return {
    bodySize,
    bodyFont: bodyFont ?? '',
    headingSizes: [...sizes].sort((a, b) => b - a),
    leading: findUsual(gaps) ?? 1.2,
    words: new Set(words),
  };
}

/** A line behind the text so far. A hyphen at its end goes where a small letter follows, unless the document has the word with it. */
function joinLine(text: string, line: string, words: ReadonlySet<string>): string {
  if (!/\S[-\u2013\u2014/]$/.test(text) || /[^\p{L}\p{N}]-$/u.test(text)) return `${text} ${line}`;
  const [, before] = /(?<!\p{L})(\p{L}+)-$/u.exec(text) ?? [];
  const [after, more] = /^(\p{Ll}+)(-?)/u.exec(line)?.slice(1) ?? [];
  if (before === undefined || after === undefined) return text + line;
  const isCompound = more === '-' || words.has(`${before}-${after}`.toLowerCase());
  return isCompound && !words.has(before.toLowerCase() + after) ? text + line : text.slice(0, -1) + line;
}

/** A block while its lines come. */
type OpenBlock =
  | { readonly kind: 'heading' | 'paragraph' | 'item'; text: string; readonly first: Line; last: Line; right: number }
  | { readonly kind: 'table'; readonly columns: number[]; readonly rows: string[][]; last: Line };

/** How far starts of a column may lie apart. */
const COLUMN_TOLERANCE = 12;

/** A line whose words begin where columns of a table do, cell by cell: gaps between narrow columns are as wide as those of words. */
function splitAtColumns(
  { segments }: Line,
  columns: readonly number[],
): readonly { readonly text: string; readonly x: number }[] {
  return segments.flatMap(({ text, x, pieces }) => {
    const cuts = pieces.filter((piece) => piece.at > 0 && columns.some((column) => Math.abs(column - piece.x) <= 2));
    const starts = [{ x, at: 0 }, ...cuts];
    return starts.map((start, at) => ({ x: start.x, text: tidyText(text.slice(start.at, starts[at + 1]?.at)) }));
  });
}

function findColumn(columns: readonly number[], x: number): number {
  return columns.findIndex((column) => Math.abs(column - x) <= COLUMN_TOLERANCE);
}

/** Reads the lines of a page into blocks. */
class PageReader {
  readonly blocks: OpenBlock[] = [];
  readonly #layout: Layout;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  read(lines: readonly Line[]): void {
    for (const [at, line] of lines.entries()) {
      const last = this.blocks.at(-1);
      const next = lines[at + 1];
      if (this.#isApart(line, lines[at - 1], next) && !this.#isHeading(line)) {
        this.#begin(line, 'heading');
        continue;
      }
      if (last?.kind === 'table' && this.#continueTable(last, line)) continue;
      const isRow = line.segments.length > 1 && next !== undefined && next.segments.length > 1;
      if (isRow && !BULLET.test(line.text) && !this.#isHeading(line)) this.#beginTable(line);
      else if (last === undefined || last.kind === 'table' || !this.#continues(last, line)) this.#begin(line);
      else {
        last.text = joinLine(last.text, line.text, this.#layout.words);
        last.last = line;
        last.right = Math.max(last.right, line.end);
      }
    }
  }

  #isHeading({ size, text }: Line): boolean {
    return size >= 1.12 * this.#layout.bodySize && text.length <= MAX_HEADING && /\p{L}{2}/u.test(text);
  }

  /** True for a short line in letters of its own, such as bold ones, apart from the lines around it. */
  #isApart({ font, text, y, size, segments }: Line, before: Line | undefined, after: Line | undefined): boolean {
    const { bodyFont, bodySize, leading } = this.#layout;
    const isOwn = font !== '' && font !== bodyFont && size >= 0.98 * bodySize && segments.length === 1;
    if (!isOwn || text.length > 80 || !/^[\p{L}\p{N}](?=.*?\p{L}{2}.).*[^.,;:]$/u.test(text)) return false;
    const isFree = (gap: number) => gap < 0 || gap > (leading + 0.2) * size;
    return (before === undefined || isFree(before.y - y)) && (after === undefined || after.font !== font);
  }

  #begin(line: Line, as: 'heading' | null = null): void {
    const isItem = BULLET.test(line.text);
    const kind = as ?? (this.#isHeading(line) ? 'heading' : isItem ? 'item' : 'paragraph');
    this.blocks.push({ kind, text: line.text.replace(BULLET, ''), first: line, last: line, right: line.end });
  }

  #continues(block: Exclude<OpenBlock, { kind: 'table' }>, line: Line): boolean {
    const { kind, first, last, right, text } = block;
    if (BULLET.test(line.text) || roundSize(last.size) !== roundSize(line.size)) return false;
    const gap = last.y - line.y;
    if (kind === 'heading') return gap > 0 && gap < 2 * line.size;
    if (this.#isHeading(line)) return false;
    const isEnded = /[.!?:;\u2026)\]"\u201d]$/.test(text);
    // The next column, or another place on the page.
    if (gap <= 0) return !isEnded && gap < -5 * line.size && kind === 'paragraph';
    if (gap > (this.#layout.leading + 0.25) * line.size) return false;
    if (kind === 'item') return line.x > first.x + 2 || !isEnded;
    if (/^\d{1,2}[.)]\s/.test(line.text) && isEnded) return false;
    const isIndented = line.x > last.x + 0.8 * line.size && last !== first;
    const isShort =
      last.end < right - 8 * line.size || (last === first && isEnded && last.end < line.end - 8 * line.size);
    return !(isEnded && (isShort || isIndented));
  }

  #beginTable(line: Line): void {
    const columns = line.segments.map(({ x }) => x);
    const rows = [line.segments.map(({ text }) => tidyText(text))];
    const last = this.blocks.at(-1);
    // The head of a table whose columns are narrow is one line of words.
    if (last?.kind === 'paragraph' && last.first === last.last && last.last.y - line.y < 2.5 * line.size) {
      const head = splitAtColumns(last.last, columns);
      if (head.length === columns.length) {
        rows.unshift(head.map(({ text }) => text));
        this.blocks.pop();
      }
    }
    this.blocks.push({ kind: 'table', columns, rows, last: line });
  }

  #continueTable(table: Extract<OpenBlock, { kind: 'table' }>, line: Line): boolean {
    const { columns, rows, last } = table;
    const gap = last.y - line.y;
    if (gap <= 0 || gap >= 3.5 * line.size || BULLET.test(line.text) || this.#isHeading(line)) return false;
    const cells = splitAtColumns(line, columns);
    const places = cells.map(({ x }) => findColumn(columns, x));
    if (cells.length === 1 && ((places[0] ?? -1) < 1 || gap > 1.6 * line.size)) return false;
    if (cells.length > 1 && places.every((column) => column === -1)) return false;
    const isWrapped = gap < 1.5 * line.size && places.every((column) => column > 0);
    const row = isWrapped ? (rows.at(-1) ?? []) : [];
    for (const [at, { text, x }] of cells.entries()) {
      const place = places[at] ?? -1;
      const left = columns.filter((start) => start <= x + COLUMN_TOLERANCE).length - 1;
      const column = place === -1 ? Math.max(0, left) : place;
      const before = row[column];
      row[column] = before === undefined ? text : joinLine(before, text, this.#layout.words);
    }
    if (!isWrapped) rows.push(row);
    table.last = line;
    return true;
  }
}

function toNodes(blocks: readonly OpenBlock[], { headingSizes }: Layout): BlockContent[] {
  const nodes: BlockContent[] = [];
  for (const block of blocks) {
    if (block.kind === 'table') {
      const width = Math.max(...block.rows.map((row) => row.length));
      nodes.push({
        type: 'table',
        children: block.rows.map((row) => ({
          type: 'tableRow',
          children: Array.from({ length: width }, (_, at) => ({
            type: 'tableCell',
            children: [{ type: 'text', value: row[at] ?? '' }],
          })),
        })),
      });
      continue;
    }
    const children = [{ type: 'text' as const, value: block.text }];
    if (block.kind === 'heading') {
      const rank = headingSizes.indexOf(roundSize(block.first.size));
      const depth = Math.min(rank === -1 ? headingSizes.length : rank, 3) + 1;
      nodes.push({ type: 'heading', depth: depth as 1 | 2 | 3 | 4, children });
    } else if (block.kind === 'item') {
      const last = nodes.at(-1);
      const list: List = last?.type === 'list' ? last : { type: 'list', spread: false, children: [] };
      if (list !== last) nodes.push(list);
      list.children.push({ type: 'listItem', children: [{ type: 'paragraph', children }] });
    } else nodes.push({ type: 'paragraph', children });
  }
  return nodes;
}

/** Puts the rest of a sentence that a page break cuts to its beginning. */
function joinAcrossPages(pages: readonly PageReader[], words: ReadonlySet<string>): void {
  for (const [at, { blocks }] of pages.entries()) {
    const [first] = pages[at + 1]?.blocks ?? [];
    const last = blocks.at(-1);
    if (first?.kind !== 'paragraph' || (last?.kind !== 'paragraph' && last?.kind !== 'item')) continue;
    if (/[.!?:;]["\u201d)]?$/.test(last.text) || !/^\p{Ll}/u.test(first.text)) continue;
    last.text = joinLine(last.text, first.text, words);
    pages[at + 1]?.blocks.shift();
  }
}

/**
 * The pages of a document as Markdown trees: lines joined to paragraphs, larger letters as headings, columns as tables.
 * Page numbers, running heads and feet, and tables of contents are left out.
 */
export function layOutPages(pages: readonly PdfPage[]): readonly Root[] {
  const lines = dropFrames(pages.map(readLines));
  const layout = measureLayout(lines);
  const readers = lines.map((page) => {
    const reader = new PageReader(layout);
    reader.read(page);
    return reader;
  });
  joinAcrossPages(readers, layout.words);
  return readers.map(({ blocks }) => ({ type: 'root', children: toNodes(blocks, layout) }));
}

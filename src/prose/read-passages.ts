import type { Html, Link, LinkReference, Nodes, Paragraph, Parents, PhrasingContent, Root, Table } from 'mdast';
import type { MemoGrammar } from '../model/grammar.ts';
import { parseMarkdown } from './parse-markdown.ts';
import type { Passage, PassageSpan } from './passage.ts';
import { toAlternation, toWordAlternation } from './phrase-patterns.ts';
import { addHtml, HtmlState, TextBuilder } from './text-builder.ts';

/** Replaces code and pictures, so that the words on both sides do not meet. */
const OBJECT_REPLACEMENT = '\ufffc';

/** Where in the document a passage is. */
interface BlockContext
  extends Pick<Passage, 'isHeading' | 'depth' | 'unit' | 'around' | 'heads' | 'isItem' | 'row' | 'table' | 'isMarked'> {
  readonly isQuote: boolean;
  /** What leads it in, and the heads of its table. */
  readonly about: readonly string[];
}

const TOP: BlockContext = {
  isQuote: false,
  isHeading: false,
  depth: null,
  unit: null,
  around: '',
  heads: [],
  isItem: false,
  row: null,
  table: null,
  isMarked: false,
  about: [],
};

/** A heading in a block of HTML, as pages of a repository have them. */
const HTML_HEADING = /<h([1-6])\b[^<>]{0,200}>([\s\S]{0,400}?)<\/h\1>/gi;

function getChildren(node: Nodes): readonly Nodes[] {
  return 'children' in node ? (node as Parents).children : [];
}

function toPlainText(node: Nodes): string {
  return node.type === 'text' || node.type === 'inlineCode' ? node.value : getChildren(node).map(toPlainText).join('');
}

/** What a reader of passages takes for prose: that of a memo's author, or all that a reader of the document sees. */
export interface PassageOptions {
  /** True to keep code within a line and bare addresses as they are, to leave pictures out, and to take headings of HTML for headings. */
  readonly isWhole: boolean;
}

/** The words that tell the prose of a page from its frame. */
export interface LayoutPatterns {
  /** The unit of a column: `USD/h` of `Price (USD/h)`, `GB` of `Size, GB` or `Size in GB`. */
  readonly unit: RegExp;
  /** The address of a picture of a logo, and the heading that such pictures are listed under. */
  readonly logo: RegExp;
  readonly logoHeading: string;
  /** Letters of other scripts that look like Latin ones, with those. */
  readonly lookalikes: ReadonlyMap<string, string>;
  /** Names that texts write in lower case. */
  readonly lowerCaseNames: RegExp;
  /** A comment that says that what follows is not about the offer. */
  readonly mark: RegExp;
  /** What leads on from a heading to its list. */
  readonly leads: RegExp;
  /** The words that label the text behind them: `Tokens: 1 billion`. */
  readonly label: RegExp;
}

export function buildLayoutPatterns({
  layout: { logos, lookalikes, lower_case_names, not_offer },
  figures,
  customers,
}: MemoGrammar): LayoutPatterns {
  return {
    unit: new RegExp(
      `[([]([^()[\\]]{1,40})[)\\]]\\s*$|(?:,| ${toAlternation(figures.column_unit)})\\s+(\\S{1,20})\\s*$`,
    ),
    logo: new RegExp(toAlternation([logos.address]), 'i'),
    logoHeading: logos.heading,
    lookalikes: new Map(Object.entries(lookalikes)),
    lowerCaseNames: new RegExp(toWordAlternation(lower_case_names), 'gu'),
    mark: new RegExp(`<!--\\s*${toAlternation([not_offer])}\\s*-->`),
    leads: new RegExp(toWordAlternation(customers.heading_leads), 'iu'),
    label: /^[^\p{L}\p{N}]{0,4}(\p{Lu}[\p{L}\p{N}' &-]{1,32})[:.] /u,
  };
}

/** What an item begins with that has no mark of Markdown: a sign, or a short label. */
const OWN_LINE = / (?=(?:\p{Extended_Pictographic}|[\u2022\u2713\u2717])\uFE0F? ?|\p{Lu}[\p{L}\p{N} '&/-]{1,40}: )/gu;

/** The unit that a heading names, or null. */
export function parseHeadingUnit(heading: string, { unit }: LayoutPatterns): string | null {
  const match = unit.exec(heading);
  return match?.[1]?.trim() ?? match?.[2] ?? null;
}

const CLOSING_MARKS: Readonly<Record<string, string>> = { '\u201c': '\u201d', '\u201e': '\u201c', '«': '»', '"': '"' };

/** The stretches in quotation marks, with their marks. A mark that is never closed is not one. */
function findQuotations(text: string): readonly PassageSpan[] {
  const found: PassageSpan[] = [];
  const unclosed = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    const closing = CLOSING_MARKS[text[at] ?? ''];
    if (closing === undefined || unclosed.has(closing)) continue;
    const end = text.indexOf(closing, at + 1);
    if (end === -1) {
      unclosed.add(closing);
      continue;
    }
    found.push({ from: at, to: end + 1 });
    at = end;
  }
  return found;
}

/** Letters of a passage; a longer paragraph is cut, so that the work is in proportion to the length of the text. */
const LONGEST = 12_000;

function slicePassage(whole: Passage, { from, to }: PassageSpan): Passage {
  const cut = <T extends PassageSpan>(spans: readonly T[]): readonly T[] =>
    spans
      .filter((span) => span.from < to && span.to > from)
      .map((span) => ({ ...span, from: Math.max(span.from, from) - from, to: Math.min(span.to, to) - from }));
  return {
    ...whole,
    text: whole.text.slice(from, to),
    offsets: whole.offsets.slice(from, to),
    ends: whole.ends.slice(from, to),
    links: cut(whole.links),
    quoted: cut(whole.quoted),
    lines: whole.lines.filter((line) => line > from && line < to).map((line) => line - from),
  };
}

/** The letters that only look Latin as Latin ones, in words that hold both. */
function mendLookalikes(text: string, { lookalikes }: LayoutPatterns): string {
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text)) return text;
  return text.replace(/[\p{L}\p{N}]+/gu, (word) =>
    /\p{Script=Latin}/u.test(word) ? word.replace(/./gsu, (letter) => lookalikes.get(letter) ?? letter) : word,
  );
}

/** The names that a text writes in lower case with a capital each, in as many letters. */
function capitaliseNames(text: string, { lowerCaseNames }: LayoutPatterns): string {
  return text.replace(lowerCaseNames, (name) => name.replace(/(?<![^ -])\p{Ll}/gu, (letter) => letter.toUpperCase()));
}

/** Code within a line that is set as code for its looks: a name or a sum of money. */
const WORDS_AS_CODE = /^(?:[$€£] ?\d[\d.,]{0,15}|\p{Lu}\p{Ll}[\p{L}&' -]{0,60}|\d[\d.,]{0,15} ?%)$/u;

/** Something of a document that its passages leave out, with its offsets in the file. */
export interface UnreadPart extends PassageSpan {
  readonly kind: 'code' | 'picture';
}

/** Reads the prose of one file into passages. */
class PassageReader {
  readonly passages: Passage[] = [];
  readonly unread: UnreadPart[] = [];
  readonly #file: string;
  readonly #base: number;
  readonly #layout: LayoutPatterns;
  readonly #isWhole: boolean;
  readonly #targets = new Map<string, string>();
  readonly #notes = new Map<string, readonly string[]>();
  #sections: readonly { readonly depth: number; readonly text: string }[] = [];
  #heading = '';
  #leadIn = '';
  #rows = 0;
  /** True behind a comment that marks what follows; the depth of the section that is marked, null for none. */
  #isMarkPending = false;
  #markedDepth: number | null = null;

  constructor(file: string, base: number, layout: LayoutPatterns, { isWhole }: PassageOptions) {
    this.#file = file;
    this.#base = base;
    this.#layout = layout;
    this.#isWhole = isWhole;
  }

  read(root: Root): void {
    this.#collect(root);
    for (const child of root.children) this.#block(child, TOP);
  }

  /** Definitions may be anywhere, so links and notes are collected before the text is read. */
  #collect(node: Nodes): void {
    if (node.type === 'definition' && !this.#targets.has(node.identifier)) this.#targets.set(node.identifier, node.url);
    for (const child of getChildren(node)) this.#collect(child);
    if (node.type === 'footnoteDefinition') this.#notes.set(node.identifier, this.#urlsIn(node));
  }

  #urlsIn(node: Nodes): readonly string[] {
    if (node.type === 'link') return [node.url];
    if (node.type === 'linkReference') return [this.#targets.get(node.identifier)].filter((url) => url !== undefined);
    return getChildren(node).flatMap((child) => this.#urlsIn(child));
  }

  #block(node: Nodes, outer: BlockContext): void {
    const isComment = node.type === 'html' && this.#layout.mark.test(node.value);
    if (node.type === 'heading' && this.#markedDepth !== null && node.depth <= this.#markedDepth)
      this.#markedDepth = null;
    if (node.type === 'heading' && this.#isMarkPending) this.#markedDepth = node.depth;
    const isMarked = outer.isMarked || isComment || this.#isMarkPending || this.#markedDepth !== null;
    this.#isMarkPending = isComment;
    const context = { ...outer, isMarked };
    if (node.type === 'paragraph') this.#paragraph(node, context);
    else if (node.type === 'heading') {
      const { depth } = node;
      this.#open(depth, toPlainText(node), () => this.#passage(node.children, { ...context, isHeading: true, depth }));
    } else if (node.type === 'table') this.#table(node, context);
    else if (node.type === 'html') this.#html(node, context);
    else if (node.type === 'blockquote')
      for (const child of node.children) this.#block(child, { ...context, isQuote: true });
    else if (node.type === 'listItem')
      for (const child of node.children) this.#block(child, { ...context, isItem: true, heads: this.#headsOfItem() });
    else if (node.type === 'code') this.unread.push({ kind: 'code', from: this.#from(node), to: this.#to(node) });
    else for (const child of getChildren(node)) this.#block(child, context);
  }

  /** Goes below a heading, which `add` adds itself. */
  #open(depth: number, text: string, add: () => void): void {
    this.#sections = this.#sections.filter((section) => section.depth < depth);
    this.#heading = text;
    this.#leadIn = '';
    add();
    this.#sections = [...this.#sections, { depth, text }];
  }

  #html(node: Html, context: BlockContext): void {
    const to = this.#to(node);
    let from = this.#from(node);
    if (this.#isWhole)
      for (const match of this.#file.slice(from, to).matchAll(HTML_HEADING)) {
        const [start, end] = [this.#from(node) + match.index, this.#from(node) + match.index + match[0].length];
        this.#markup(from, start, context);
        const depth = Number(match[1]);
        const text = (match[2] ?? '').replace(/<[^<>]*>/g, '').trim();
        this.#open(depth, text, () => this.#markup(start, end, { ...context, isHeading: true, depth }));
        from = end;
      }
    this.#markup(from, to, context);
  }

  #markup(from: number, to: number, context: BlockContext): void {
    const builder = new TextBuilder(this.#file);
    addHtml(builder, this.#file, from, to, new HtmlState());
    this.#finish(builder, context, '');
  }

  #headsOfItem(): readonly string[] {
    return this.#leadIn === ''
      ? [this.#heading]
      : this.#layout.leads.test(this.#leadIn)
        ? [this.#leadIn, this.#heading]
        : [this.#leadIn];
  }

  #paragraph(node: Paragraph, context: BlockContext): void {
    if (context.isItem) this.#passage(node.children, { ...context, about: [this.#leadIn] });
    else {
      this.#passage(node.children, { ...context, heads: [this.#heading] });
      const text = toPlainText(node).trim();
      const isLeadIn = text.endsWith(':') || node.children.every(({ type }) => type === 'strong');
      this.#leadIn = isLeadIn ? text : '';
    }
    this.#logos(node, context);
    if (!this.#isWhole) this.#descriptions(node, context);
  }

  /** The texts of a picture or a link for those who do not see it. */
  #descriptions(node: Nodes, context: BlockContext): void {
    const isPicture = node.type === 'image' || node.type === 'imageReference';
    if (isPicture) this.unread.push({ kind: 'picture', from: this.#from(node), to: this.#to(node) });
    const texts = [isPicture ? node.alt : null, node.type === 'image' || node.type === 'link' ? node.title : null];
    for (const text of texts) {
      if (text === null || text === undefined || !/\s/.test(text)) continue;
      const builder = new TextBuilder(this.#file);
      builder.addValue(text, this.#from(node), this.#to(node));
      this.#finish(builder, context, '');
    }
    for (const child of getChildren(node)) this.#descriptions(child, context);
  }

  /** In a row of logos without a word, the text of each is the name of a customer. */
  #logos({ children }: Paragraph, context: BlockContext): void {
    const pictures = children.filter((child) => child.type === 'image');
    const isRow = children.every(
      (child) => child.type === 'image' || (child.type === 'text' && child.value.trim() === ''),
    );
    if (!isRow || !pictures.some(({ url }) => this.#layout.logo.test(url))) return;
    for (const picture of pictures) {
      const builder = new TextBuilder(this.#file);
      builder.addValue(picture.alt ?? '', this.#from(picture), this.#to(picture));
      this.#finish(builder, { ...context, isItem: true, heads: [this.#layout.logoHeading] }, '');
    }
  }

  #table(table: Table, context: BlockContext): void {
    const [head, ...rows] = table.children;
    const headings = (head?.children ?? []).map(toPlainText);
    const heading = {
      columns: headings,
      rows: rows.map(({ children: [first] }) => (first === undefined ? '' : toPlainText(first))),
    };
    for (const cell of head?.children ?? []) this.#passage(cell.children, { ...context, isHeading: true });
    for (const row of rows) {
      const [first] = row.children;
      row.children.forEach((cell, column) => {
        const heads = [headings[column] ?? '', first === undefined || column === 0 ? '' : toPlainText(first)];
        const unit = heads.map((head) => parseHeadingUnit(head, this.#layout)).find((found) => found !== null) ?? null;
        const around = heads.join(' ').trim();
        const about = [this.#leadIn, headings[0] ?? '', ...heads];
        const place = { isHeading: true, isItem: true, heads, unit, around, about, row: this.#rows, table: heading };
        this.#passage(cell.children, { ...context, ...place });
      });
      this.#rows += 1;
    }
  }

  #passage(children: readonly PhrasingContent[], context: BlockContext): void {
    const builder = new TextBuilder(this.#file);
    const state = new HtmlState();
    const lines: number[] = [];
    for (const child of children) {
      const opensLine = child.type === 'break' || (child.type === 'strong' && this.#isFirstOfLine(child));
      if (opensLine && builder.text !== '') lines.push(builder.text.length);
      this.#inline(child, builder, state);
    }
    const starts = new Set(this.#isWhole ? [...lines, ...this.#listOwnLines(builder)] : lines);
    const [first] = children;
    const opening = first?.type === 'strong' ? toPlainText(first) : '';
    this.#finish(
      builder,
      context,
      opening,
      [...starts].sort((a, b) => a - b),
    );
  }

  /** Where a line of the file begins as an item does, with a sign or a label, though nothing marks it as one. */
  #listOwnLines({ text, offsets }: TextBuilder): readonly number[] {
    return [...text.matchAll(OWN_LINE)].flatMap(({ index }) =>
      this.#file[offsets[index] ?? 0] === '\n' ? [index + 1] : [],
    );
  }

  #isFirstOfLine(node: Nodes): boolean {
    const from = this.#from(node);
    let at = from;
    while (at > 0 && /[ \t>]/.test(this.#file[at - 1] ?? '')) at -= 1;
    return at === 0 || this.#file[at - 1] === '\n';
  }

  #inline(node: PhrasingContent, builder: TextBuilder, state: HtmlState): void {
    const [from, to] = [this.#from(node), this.#to(node)];
    if (node.type === 'html') addHtml(builder, this.#file, from, to, state);
    else if (state.isUnread) return;
    else if (node.type === 'text') builder.addValue(node.value, from, to);
    else if (node.type === 'break') builder.add(' ', from, to);
    else if (node.type === 'inlineCode' && (this.#isWhole || this.#isOfWords(node.value)))
      builder.addValue(node.value, from, to);
    else if (this.#isWhole && (node.type === 'image' || node.type === 'imageReference')) return;
    else if (node.type === 'link' || node.type === 'linkReference') this.#link(node, builder, state);
    else if (node.type === 'footnoteReference')
      for (const url of this.#notes.get(node.identifier) ?? [])
        builder.links.push({ from: builder.text.length, to: builder.text.length, url });
    else if (['inlineCode', 'image', 'imageReference', 'delete'].includes(node.type))
      builder.add(OBJECT_REPLACEMENT, from, to);
    else for (const child of getChildren(node)) this.#inline(child as PhrasingContent, builder, state);
  }

  #isOfWords(code: string): boolean {
    return WORDS_AS_CODE.test(capitaliseNames(code, this.#layout));
  }

  #link(node: Link | LinkReference, builder: TextBuilder, state: HtmlState): void {
    const start = builder.text.length;
    const url = node.type === 'link' ? node.url : (this.#targets.get(node.identifier) ?? '');
    const text = toPlainText(node);
    const isBare = url !== '' && [url, `mailto:${text}`].includes(text.replace(/^www\./, 'http://www.'));
    if (isBare && !this.#isWhole) builder.add(OBJECT_REPLACEMENT, this.#from(node), this.#to(node));
    else for (const child of node.children) this.#inline(child, builder, state);
    builder.links.push({ from: start, to: builder.text.length, url });
  }

  #finish(builder: TextBuilder, context: BlockContext, opening: string, lines: readonly number[] = []): void {
    const { offsets, ends, links } = builder;
    const latin = mendLookalikes(builder.text, this.#layout);
    const text = this.#isWhole ? latin : capitaliseNames(latin, this.#layout);
    if (text.trim() === '') return;
    const { isQuote, about, ...rest } = context;
    const quoted = isQuote ? [{ from: 0, to: text.length }] : findQuotations(text);
    const under = context.isHeading ? '' : `${this.#heading}. ${opening}`;
    const sections = this.#sections.map((section) => section.text);
    const label = this.#layout.label.exec(text)?.[1] ?? '';
    const chapters = this.#sections.filter(({ depth }) => depth > 1).map((section) => section.text);
    const setting = [...chapters, ...(context.isHeading && context.row === null ? [] : about), opening, label];
    const whole: Passage = { text, offsets, ends, links, quoted, under, sections, lines, setting, ...rest };
    for (let from = 0; from < text.length; ) {
      const blank = text.length - from > LONGEST ? text.lastIndexOf(' ', from + LONGEST) : -1;
      const to = text.length - from <= LONGEST ? text.length : blank > from ? blank + 1 : from + LONGEST;
      this.passages.push(from === 0 && to === text.length ? whole : slicePassage(whole, { from, to }));
      from = to;
    }
  }

  #from(node: Nodes): number {
    return this.#base + (node.position?.start.offset ?? 0);
  }

  #to(node: Nodes): number {
    return this.#base + (node.position?.end.offset ?? 0);
  }
}

/**
 * The prose of a memo that a reader reads, from the offset `body` on, in the order of the file, with what is left out of it.
 * Code, addresses, comments and struck words are left out, but for the code and addresses within a line where it is to be whole.
 */
export function readText(
  text: string,
  body: number,
  layout: LayoutPatterns,
  options: PassageOptions = { isWhole: false },
): { readonly passages: readonly Passage[]; readonly unread: readonly UnreadPart[] } {
  const reader = new PassageReader(text, body, layout, options);
  reader.read(parseMarkdown(text.slice(body)));
  return reader;
}

/** The passages alone. */
export function readPassages(...of: Parameters<typeof readText>): readonly Passage[] {
  return readText(...of).passages;
}

import type { Heading, Nodes, Paragraph, Root, RootContent, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';

type Extension = ReturnType<typeof gfmTable>;
type Construct = Exclude<NonNullable<Extension['text']>[number], undefined | readonly unknown[]>;

const EXTENSIONS = [gfmAutolinkLiteral(), gfmFootnote(), gfmStrikethrough(), gfmTable()];
const MDAST_EXTENSIONS = [
  gfmAutolinkLiteralFromMarkdown(),
  gfmFootnoteFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  gfmTableFromMarkdown(),
];

/** A line in which the parser would find no mark. */
const PLAIN_LINE =
  /^(?!\d{1,9}[.)](?:\s|$)|[-+=#:])[^\s\p{Cc}*_`~[\]<>|&\\@](?:[^\p{Cc}*_`~[\]<>|&\\@]*[^\s\p{Cc}*_`~[\]<>|&\\@])?$/u;
const ADDRESS = /www\.|:\/\/|mailto:|xmpp:/i;
/** What goes on with a list or a quote, or with what is within one. */
const GOES_ON = /^(?:[ \t>]|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|$)/;

/** True for a line of plain words; a paragraph of such lines needs no parser. */
function isPlainLine(line: string): boolean {
  return PLAIN_LINE.test(line) && !ADDRESS.test(line);
}

const HEADING = /^(#{1,6}) (?=[^\s#][^#]*$)/;

/** The signs that open a heading of plain words, with the blank behind them; '' for any other line. */
function findHeadingMark(line: string): string {
  const mark = HEADING.exec(line)?.[0] ?? '';
  return mark !== '' && isPlainLine(`a${line.slice(mark.length)}`) ? mark : '';
}

/** A part of a text that begins behind an empty line, with what cannot go on with anything above it but code and HTML. */
interface Section {
  readonly from: number;
  readonly to: number;
  /** True for plain lines of one paragraph, below a heading or alone. */
  readonly isPlain: boolean;
}

function* splitSections(text: string): Generator<Section> {
  let [from, isPlain, isBehindBlank] = [0, true, false];
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next === -1 ? text.length : next;
    const line = text.slice(at, end);
    const isBlank = /^[ \t\r]*$/.test(line);
    if (isBehindBlank && !GOES_ON.test(line)) {
      yield { from, to: at, isPlain };
      [from, isPlain] = [at, true];
    }
    const isFirst = at === from;
    isPlain &&= isBlank
      ? !isFirst
      : (isFirst || !isBehindBlank) && (isPlainLine(line) || (isFirst && findHeadingMark(line) !== ''));
    isBehindBlank = isBlank;
    at = end + 1;
  }
  if (from < text.length) yield { from, to: text.length, isPlain };
}

/** A paragraph or heading of the text from `from` to `to`, which its words begin at `at`. */
function makeBlock(text: string, from: number, at: number, to: number): Paragraph | Heading {
  const place = (offset: number) => ({ line: 1, column: 1, offset });
  const [start, end] = [place(from), place(to)];
  const words: Text = { type: 'text', value: text.slice(at, to), position: { start: place(at), end } };
  const whole = { children: [words], position: { start, end } };
  return at === from ? { type: 'paragraph', ...whole } : { type: 'heading', depth: (at - from - 1) as 1, ...whole };
}

function makeBlocks(text: string, { from, to }: Section): RootContent[] {
  const whole = text.slice(from, to).trimEnd();
  const [first = ''] = whole.split('\n', 1);
  const mark = findHeadingMark(first);
  if (mark === '') return [makeBlock(text, from, from, from + whole.length)];
  const heading = makeBlock(text, from, from + mark.length, from + first.length);
  const below = from + first.length + 1;
  return below < from + whole.length ? [heading, makeBlock(text, below, below, from + whole.length)] : [heading];
}

/** Makes the parser take labels for defined that another part of the text defines. */
function defineLabels(labels: readonly string[]): Extension {
  const told = new WeakSet<object>();
  const construct: Construct = {
    name: 'knownLabels',
    add: 'before',
    tokenize(_, _ok, nok) {
      const parser = this.parser as typeof this.parser & { gfmFootnotes?: string[] };
      if (!told.has(parser)) {
        told.add(parser);
        parser.defined.push(...labels);
        parser.gfmFootnotes = [...(parser.gfmFootnotes ?? []), ...labels];
      }
      return nok;
    },
  };
  return { text: { 91: construct, 93: construct } };
}

function parseWhole(text: string, labels: readonly string[] = []): Root {
  const extensions = labels.length === 0 ? EXTENSIONS : [...EXTENSIONS, defineLabels(labels)];
  return fromMarkdown(text, { extensions, mdastExtensions: MDAST_EXTENSIONS });
}

function move(node: Nodes, by: number): void {
  if (by === 0) return;
  const { position } = node;
  if (position?.start.offset !== undefined) position.start.offset += by;
  if (position?.end.offset !== undefined) position.end.offset += by;
  if ('children' in node) for (const child of node.children) move(child, by);
}

/** What stands behind a part to see that nothing of it is still open. */
const SENTINEL = '\n\nx';

/** The blocks of a part of a text; null where it is not known to end where it ends, as code may be open. */
function parsePart(text: string, from: number, to: number, labels: readonly string[] = []): RootContent[] | null {
  const isLast = to === text.length;
  const { children } = parseWhole(text.slice(from, to) + (isLast ? '' : SENTINEL), labels);
  if (!isLast) {
    const last = children.pop();
    if (last?.type !== 'paragraph' || last.position?.start.offset !== to - from + SENTINEL.length - 1) return null;
  }
  for (const child of children) move(child, from);
  return children;
}

function collectLabels(node: Nodes, into: Set<string>): void {
  if (node.type === 'definition' || node.type === 'footnoteDefinition') into.add(node.identifier.toUpperCase());
  if ('children' in node) for (const child of node.children) collectLabels(child, into);
}

/** Letters that are parsed at once, and those that are not worth a part of their own. */
const [PART, SHORT] = [8192, 200];

/**
 * The tree of a Markdown text, as GitHub reads it; offsets count from the start of `text`; lines and columns are not told. Plain
 * paragraphs are found without the parser, which takes most of its time for each block, and the rest is parsed part by part.
 */
export function parseMarkdown(text: string): Root {
  const parts: { readonly from: number; readonly to: number; readonly blocks: RootContent[] }[] = [];
  /** What is still to be parsed, and how much of it was found to be open. */
  let [start, tried] = [0, 0];
  const parseUpTo = (end: number) => {
    if (end - start < 2 * tried) return;
    const blocks = parsePart(text, start, end);
    tried = blocks === null ? end - start : 0;
    if (blocks === null) return;
    parts.push({ from: start, to: end, blocks });
    start = end;
  };
  for (const section of splitSections(text)) {
    const { from, to, isPlain } = section;
    if (from > start && (from - start > PART || (isPlain && to - from > SHORT))) parseUpTo(from);
    if (from > start || !isPlain) continue;
    parts.push({ from, to, blocks: makeBlocks(text, section) });
    start = to;
  }
  tried = 0;
  if (start < text.length) parseUpTo(text.length);
  const labels = new Set<string>();
  for (const { blocks } of parts) for (const block of blocks) collectLabels(block, labels);
  const known = parts.length > 1 ? [...labels] : [];
  const children = parts.flatMap(({ from, to, blocks }) =>
    known.length > 0 && text.slice(from, to).includes('[') ? (parsePart(text, from, to, known) ?? blocks) : blocks,
  );
  return { type: 'root', children };
}

import type { Block, Document, Emphasis, Fact, Item, Text, WebLink } from '../../document.ts';
import type { RenderOptions } from '../../format.ts';
import { escapeLineStarts } from '../escape-for-terminal.ts';
import { toSafeUrl } from '../safe-url.ts';
import { writeBars } from './bars.ts';
import { renderCodeFrame } from './code-frame.ts';
import { type Flow, type Run, widthOf, wrap } from './flow.ts';
import type { Paint } from './paint.ts';
import { heading, indented, labelled, pageFor, type TerminalScreen } from './screen.ts';
import { tableLines } from './table.ts';

const INDENT = 2;
const LEAST_LABEL = 11;
/** What stands below an item is indented by its label, up to this. */
const MOST_INDENT = 10;

const PAINTS = {
  strong: 'bold',
  aside: 'dim',
  good: 'green',
  fair: 'yellow',
  bad: 'red',
} as const satisfies Record<Emphasis, keyof Paint>;

function toLinkRuns({ says, url }: WebLink, { links, paint }: TerminalScreen): Flow {
  const href = toSafeUrl(url);
  if (links && href !== null)
    return [{ text: says || url, style: (text: string) => `\u001b]8;;${href}\u001b\\${text}\u001b]8;;\u001b\\` }];
  const address: Run = { text: url, style: paint.dim };
  return says === url || says === '' ? [address] : [says, ' ', address];
}

/** A text as a flow of runs in their colours. */
export function toFlow(text: Text, screen: TerminalScreen): Flow {
  return text.flatMap((part): Flow => {
    if (typeof part === 'string') return [part];
    if ('emphasis' in part) return [{ text: part.text, style: screen.paint[PAINTS[part.emphasis]] }];
    return 'id' in part ? [{ text: part.id, style: screen.paint.cyan }] : toLinkRuns(part, screen);
  });
}

function writeFacts(facts: readonly Fact[], screen: TerminalScreen, indent: number): readonly string[] {
  const column = Math.max(LEAST_LABEL, ...facts.map(([label]) => widthOf(label) + 2));
  return facts.flatMap(([label, value]) => labelled(label, toFlow(value, screen), screen, indent, column));
}

function writeItems(items: readonly Item[], screen: TerminalScreen, indent: number): readonly string[] {
  const column = Math.max(0, ...items.map(({ label }) => widthOf(label))) + 2;
  const isLabelled = items.some(({ label }) => label !== '');
  return items.flatMap(({ label, text, below }) => [
    ...(isLabelled
      ? labelled(label, toFlow(text, screen), screen, indent, column)
      : wrap(toFlow(text, screen), screen.width, `${' '.repeat(indent)}${screen.glyphs.dot} `)),
    ...writeTerminalBlocks(below, screen, indent + Math.min(column, MOST_INDENT)),
  ]);
}

/** A table, or where it has too many columns for the screen each row as a list of facts. */
function writeTable(
  { columns, rows }: Extract<Block, { kind: 'table' }>,
  screen: TerminalScreen,
  indent: number,
): readonly string[] {
  const titles = columns.map((title) => title.replace(/>$/, ''));
  const head = titles.map((text): Flow => [{ text, style: screen.paint.dim }]);
  const body = rows.map((row) => row.map((cell) => toFlow(cell, screen)));
  const isRight = columns.map((title) => title.endsWith('>'));
  const lines = tableLines([head, ...body], screen.width - indent, isRight);
  if (lines !== null) return lines.map((line) => ' '.repeat(indent) + line);
  const toFacts = (row: readonly Text[]) => row.map((cell, at): Fact => [titles[at] ?? '', cell]);
  return rows.flatMap((row) => ['', ...writeFacts(toFacts(row), screen, indent)]).slice(1);
}

/** Code keeps its indents; only a line that is too wide continues on the next. */
function writeCode(text: string, screen: TerminalScreen, indent: number): readonly string[] {
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const depth = Math.min(line.length - line.trimStart().length, screen.width / 2);
      return wrap([line.trimStart()], screen.width, ' '.repeat(indent + depth));
    });
}

function writeBlock(block: Block, screen: TerminalScreen, indent: number): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return heading(block.text, screen);
    case 'paragraph':
      return indented(toFlow(block.text, screen), screen, indent);
    case 'note':
      return wrap(toFlow(block.text, screen), screen.width, `${' '.repeat(indent)}${screen.paint.yellow('!')} `);
    case 'list':
      return block.items.flatMap((item) =>
        wrap(toFlow(item, screen), screen.width, `${' '.repeat(indent)}${screen.glyphs.dot} `),
      );
    case 'items':
      return writeItems(block.items, screen, indent);
    case 'facts': {
      const title =
        block.title === null ? [] : indented(toFlow(block.title, screen), screen, indent).map(screen.paint.bold);
      return [...title, ...writeFacts(block.facts, screen, indent)];
    }
    case 'table':
      return writeTable(block, screen, indent);
    case 'bars':
      return writeBars(block.bars, screen);
    case 'code':
      return writeCode(block.text, screen, indent);
    case 'excerpt': {
      // A frame has an indent of its own.
      const shift = ' '.repeat(Math.max(0, indent - INDENT));
      const style = { ...screen, width: screen.width - shift.length };
      return renderCodeFrame(block.lines, block.at, style, true).map((line) => shift + line);
    }
    case 'chart':
      return writeTerminalBlocks(block.alternative, screen, indent);
    case 'section':
      return [...heading(block.title, screen), ...writeTerminalBlocks(block.blocks, screen, indent)];
  }
}

/** A heading and a section begin with a blank line of their own. */
function hasOwnGap({ kind }: Block): boolean {
  return kind === 'heading' || kind === 'section';
}

/** Blocks as lines no wider than the screen. A blank line parts paragraphs, lists and tables at the usual indent from one another. */
export function writeTerminalBlocks(
  blocks: readonly Block[],
  screen: TerminalScreen,
  indent: number = INDENT,
): readonly string[] {
  return blocks.flatMap((block, at) => {
    const before = blocks[at - 1];
    const isApart = indent === INDENT && before !== undefined && before.kind !== 'heading' && !hasOwnGap(block);
    return [...(isApart ? [''] : []), ...writeBlock(block, screen, indent)];
  });
}

function writeDocument({ title, subtitle, blocks }: Document, screen: TerminalScreen): readonly string[] {
  const [first] = blocks;
  return [
    ...wrap(toFlow(title, screen), screen.width),
    ...(subtitle === null ? [] : wrap(toFlow(subtitle, screen), screen.width)),
    ...(first === undefined || hasOwnGap(first) ? [] : ['']),
    ...writeTerminalBlocks(blocks, screen),
  ];
}

/** Documents for a terminal, no line wider than it, with a rule between them. */
export function writeTerminalDocuments(documents: readonly Document[], options: RenderOptions): string {
  const screen = pageFor(options);
  const rule = screen.paint.dim(screen.glyphs.rule.repeat(screen.width));
  const lines = documents.flatMap((document, at) => [
    ...(at === 0 ? [] : ['', rule, '']),
    ...writeDocument(document, screen),
  ]);
  return escapeLineStarts(lines.map((line) => `${line}\n`).join(''));
}

/** The document for a terminal, no line wider than it. */
export function writeTerminal(document: Document, options: RenderOptions): string {
  return writeTerminalDocuments([document], options);
}

import { HIGHEST } from '../../../model/level.ts';
import type { GateStatus } from '../../../model/report.ts';
import {
  type Block,
  type Document,
  type Emphasis,
  type Fact,
  formatInterval,
  formatLevels,
  type Headline,
  type Item,
  type LevelEntry,
  namedInterval,
  type Text,
  type WebLink,
} from '../../document.ts';
import { escapeLineStarts } from '../escape-for-terminal.ts';
import { toSafeUrl } from '../safe-url.ts';
import { drawBar, writeBars } from './bars.ts';
import { renderCodeFrame } from './code-frame.ts';
import { type Flow, type Run, wrap } from './flow.ts';
import type { Paint, RenderOptions } from './paint.ts';
import {
  computeLabelColumn,
  createScreen,
  type TerminalScreen,
  writeHeading,
  writeIndented,
  writeLabelled,
} from './screen.ts';
import { layOutTable } from './table.ts';

const INDENT = 2;
const LEAST_LABEL = 11;
/** The details of an item are indented by its label, up to this. */
const MAX_INDENT = 10;
/** The details of an entry are below its text, which follows the bar of its levels. */
const ENTRY_INDENT = 5;

const PAINTS = {
  strong: 'bold',
  aside: 'dim',
  good: 'green',
  fair: 'yellow',
  poor: 'yellow',
  bad: 'red',
} as const satisfies Record<Emphasis, keyof Paint>;

const STATUS_PAINTS = {
  passed: 'green',
  failed: 'red',
  'not-shown-yet': 'yellow',
  'not-asked': 'dim',
} as const satisfies Record<GateStatus, keyof Paint>;

/** The sign of a status with the paint of its text. */
export function selectSign(status: GateStatus, { glyphs, paint }: TerminalScreen) {
  const style = paint[STATUS_PAINTS[status]];
  return { sign: style(glyphs.gate[status]), style };
}

/** A text in bold that a judgement colours. */
export function judge(text: string, emphasis: Emphasis, { paint }: TerminalScreen): Run {
  return { text, style: (said) => paint.bold(emphasis === 'strong' ? said : paint[PAINTS[emphasis]](said)) };
}

function toLinkRuns({ says, url, hidesUrl }: WebLink, { links, paint }: TerminalScreen): Flow {
  const href = toSafeUrl(url);
  if (links && href !== null)
    return [{ text: says || url, style: (text: string) => `\u001b]8;;${href}\u001b\\${text}\u001b]8;;\u001b\\` }];
  if (hidesUrl) return [says];
  const address: Run = { text: url, style: paint.dim };
  return says === url || says === '' ? [address] : [says, ' ', address];
}

/** A text as a flow of runs in their colours. */
export function toFlow(text: Text, screen: TerminalScreen): Flow {
  return text.flatMap((part): Flow => {
    if (typeof part === 'string') return [part];
    if ('emphasis' in part) return [{ text: part.text, style: screen.paint[PAINTS[part.emphasis]] }];
    if ('interval' in part) return [formatInterval(part, screen.glyphs.atMost)];
    if ('anchor' in part) return [part.says];
    if ('command' in part) return [`${screen.command} ${part.command}`];
    return 'id' in part ? [{ text: part.id, style: screen.paint.cyan }] : toLinkRuns(part, screen);
  });
}

function writeFacts(facts: readonly Fact[], screen: TerminalScreen, indent: number): readonly string[] {
  const labels = facts.map(([label]) => label);
  const column = computeLabelColumn(labels, LEAST_LABEL);
  return facts.flatMap(([label, value]) => writeLabelled(label, toFlow(value, screen), screen, indent, column));
}

function writeItems(items: readonly Item[], screen: TerminalScreen, indent: number): readonly string[] {
  const labels = items.map(({ label }) => label);
  const column = computeLabelColumn(labels);
  const isLabelled = labels.some((label) => label !== '');
  return items.flatMap(({ label, status, text, below }) => {
    const sign = status === null ? screen.glyphs.dot : selectSign(status, screen).sign;
    return [
      ...(isLabelled
        ? writeLabelled(label, toFlow(text, screen), screen, indent, column)
        : wrap(toFlow(text, screen), screen.width, `${' '.repeat(indent)}${sign} `)),
      ...writeTerminalBlocks(below, screen, indent + Math.min(column, MAX_INDENT)),
    ];
  });
}

function writeEntry({ title, levels, text, beside, blocks }: LevelEntry, screen: TerminalScreen, indent: number) {
  const cells = levels === null ? ' '.repeat(HIGHEST) : drawBar(levels, HIGHEST, HIGHEST, screen);
  const flow = [{ text: `${title}:`, style: screen.paint.bold }, ' ', ...toFlow(text, screen)];
  const level = levels === null ? '' : `; ${formatLevels(levels, screen.glyphs.atMost)}`;
  return [
    ...wrap([...flow, level, beside === '' ? '' : `; ${beside}`], screen.width, `${' '.repeat(indent)}${cells} `),
    ...writeTerminalBlocks(blocks, screen, indent + ENTRY_INDENT),
  ];
}

function writeHeadline({ title, emphasis, values, text }: Headline, screen: TerminalScreen, indent: number) {
  const figures = values === null ? [] : [': ', formatInterval(namedInterval(values), screen.glyphs.atMost)];
  return [
    ...writeIndented([judge(title, emphasis, screen), ...figures], screen, indent),
    ...writeIndented(toFlow(text, screen), screen, indent),
  ];
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
  const lines = layOutTable([head, ...body], screen.width - indent, isRight);
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
      return writeHeading(block.text, screen);
    case 'paragraph':
      return writeIndented(toFlow(block.text, screen), screen, indent);
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
        block.title === null ? [] : writeIndented(toFlow(block.title, screen), screen, indent).map(screen.paint.bold);
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
      return [];
    case 'headline':
      return writeHeadline(block, screen, indent);
    case 'entry':
      return writeEntry(block, screen, indent);
    case 'section':
      return [...writeHeading(block.title, screen), ...writeTerminalBlocks(block.blocks, screen, indent)];
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
  const shown = blocks.filter(({ kind }) => kind !== 'chart');
  return shown.flatMap((block, at) => {
    const before = shown[at - 1];
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

/** Lines that are laid out as one text. */
export function joinTerminalLines(lines: readonly string[]): string {
  return escapeLineStarts(lines.map((line) => `${line}\n`).join(''));
}

/** Documents for a terminal, no line wider than it, with a rule between them. */
export function writeTerminalDocuments(documents: readonly Document[], options: RenderOptions): string {
  const screen = createScreen(options);
  const rule = screen.paint.dim(screen.glyphs.rule.repeat(screen.width));
  const lines = documents.flatMap((document, at) => [
    ...(at === 0 ? [] : ['', rule, '']),
    ...writeDocument(document, screen),
  ]);
  return joinTerminalLines(lines);
}

/** The document for a terminal, no line wider than it. */
export function writeTerminal(document: Document, options: RenderOptions): string {
  return writeTerminalDocuments([document], options);
}

import { BOUNDS } from '../../../model/level.ts';
import {
  type Block,
  type Document,
  type EntryRef,
  formatInterval,
  formatLevels,
  type Headline,
  type Item,
  type LevelEntry,
  namedInterval,
  spellCommand,
  type Text,
} from '../../document.ts';
import { formatPoints } from '../../wording/figures.ts';
import { capitalise } from '../../wording/to-words.ts';
import { escapeForTerminal, escapeLineStarts } from '../escape-for-terminal.ts';
import { escapeForMarkdown, renderMarkdownLink } from './escape-for-markdown.ts';

/** How blocks stand in a larger document. */
export interface MarkdownPlacement {
  /** Level of the heading that they stand under, 1 to 6. */
  readonly level: number;
  /** Address of an entry within the document, null where it has none there. */
  readonly hrefOf: (entry: EntryRef) => string | null;
}

/** A document of its own. */
export const ALONE: MarkdownPlacement = { level: 1, hrefOf: () => null };

/** Letters that mean the same in a code span, a table cell and running text, so that nothing need be escaped; and a key such as $schema. */
const PLAIN_CODE = /^\$[a-z_]+$|^[\w./:,()'"%+=@-]+(?: [\w./:,()'"%+=@-]+)*$/;

/** A code span where nothing need be escaped for it, else escaped text. */
function writeMarkdownCode(text: string): string {
  return PLAIN_CODE.test(text) ? `\`${text}\`` : escapeForMarkdown(text);
}

/** Text of the rubric; what stands in single backticks stays code, and everything else is escaped. Outer blanks stay. */
export function writeMarkdownProse(text: string): string {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => {
      if (index % 2 === 1) return writeMarkdownCode(part);
      const before = /^\s/.test(part) ? ' ' : '';
      const after = part.trim() !== '' && /\s$/.test(part) ? ' ' : '';
      return `${before}${escapeForMarkdown(part)}${after}`;
    })
    .join('');
}

/** Running text in one line, its entries linked where the document has a place for them. */
export function writeMarkdownText(text: Text, { hrefOf }: MarkdownPlacement): string {
  return text
    .map((part) => {
      if (typeof part === 'string') return writeMarkdownProse(part);
      if ('emphasis' in part) return writeEmphasis(part.text, part.emphasis === 'aside' ? '' : '**');
      if ('url' in part) return renderMarkdownLink(part.says, part.url);
      if ('interval' in part) return formatInterval(part);
      if ('anchor' in part) return escapeForMarkdown(part.says);
      if ('command' in part) return writeMarkdownCode(spellCommand(part));
      const href = hrefOf(part);
      return href === null ? writeMarkdownCode(part.id) : `[${writeMarkdownCode(part.id)}](${href})`;
    })
    .join('')
    .trim();
}

/** A title stands out as it is, and marks within marks end one another. */
function dropEmphasis(text: Text): Text {
  return text.map((part) => (typeof part !== 'string' && 'emphasis' in part ? part.text : part));
}

/** A mark holds only right next to its text. */
function writeEmphasis(text: string, mark: '**' | ''): string {
  const prose = writeMarkdownProse(text);
  const inner = prose.trim();
  return inner === '' ? prose : prose.replace(inner, () => `${mark}${inner}${mark}`);
}

/** Lines of a heading; below the sixth level it is bold text. @param text safe already. */
export function writeMarkdownHeading(level: number, text: string): string[] {
  return level <= 6 ? [`${'#'.repeat(level)} ${text}`, ''] : [`**${text}**`, ''];
}

function writeList(items: readonly string[]): string[] {
  return items.length === 0 ? [] : [...items.map((item) => `- ${item}`), ''];
}

/** Rows of cells that are safe already; columns whose title ends in `>` are aligned to the right. */
function writeTable(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((title) => writeMarkdownProse(title.replace(/>$/, '')))),
    line(columns.map((title) => (title.endsWith('>') ? '---:' : '---'))),
    ...rows.map(line),
    '',
  ];
}

function writeCodeBlock(language: string, text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}${language}`, ...escapeForTerminal(text.trimEnd()).split('\n'), fence, ''];
}

/** Blocks as a list within a list: a paragraph is an item of it. */
function writeNested(blocks: readonly Block[], at: MarkdownPlacement, indent = '  '): string[] {
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [`- ${writeMarkdownText(block.text, at)}`] : writeBlock(block, { ...at, level: 6 }),
  );
  return lines.filter((line) => line !== '').map((line) => indent + line);
}

/** An item whose label is a number is one of a numbered list. */
function writeItem({ label, text, below }: Item, at: MarkdownPlacement): string[] {
  if (/^\d+\.$/.test(label)) return [`${label} ${writeMarkdownText(text, at)}`, ...writeNested(below, at, '    ')];
  const start = label === '' ? '' : `${escapeForMarkdown(label)}: `;
  return [`- ${start}${writeMarkdownText(text, at)}`, ...writeNested(below, at)];
}

function writeEntry({ title, levels, text, beside, blocks }: LevelEntry, at: MarkdownPlacement): string[] {
  const level = levels === null ? '' : `; ${formatLevels(levels)}`;
  const more = `${level}${beside === '' ? '' : `; ${escapeForMarkdown(beside)}`}`;
  return [`- **${escapeForMarkdown(title)}**: ${writeMarkdownText(text, at)}${more}`, ...writeNested(blocks, at), ''];
}

function writeHeadline({ title, values, text }: Headline, at: MarkdownPlacement): string[] {
  const figures = values === null ? '' : `: ${formatInterval(namedInterval(values))}, of 100`;
  return [`**${escapeForMarkdown(title)}**${figures}`, '', writeMarkdownText(text, at), ''];
}

function writeBlock(block: Block, at: MarkdownPlacement): string[] {
  switch (block.kind) {
    case 'heading':
      return writeMarkdownHeading(at.level + 1, escapeForMarkdown(block.text));
    case 'paragraph':
      return [writeMarkdownText(block.text, at), ''];
    case 'note':
      return [`> ${writeMarkdownText(block.text, at)}`, ''];
    case 'list':
      return writeList(block.items.map((item) => writeMarkdownText(item, at)));
    case 'items':
      return block.items.length === 0 ? [] : [...block.items.flatMap((item) => writeItem(item, at)), ''];
    case 'facts':
      return [
        ...(block.title === null ? [] : [`**${writeMarkdownText(dropEmphasis(block.title), at)}**`, '']),
        ...writeList(block.facts.map(([label, value]) => `${capitalise(label)}: ${writeMarkdownText(value, at)}`)),
      ];
    case 'table':
      return writeTable(
        block.columns,
        block.rows.map((row) => row.map((cell) => writeMarkdownText(cell, at))),
      );
    case 'bars':
      return writeTable(
        ['', 'Supported>', 'Claimed>', 'Possible>', '', ''],
        block.bars.map(({ title, values, beside, reason }) => [
          escapeForMarkdown(title),
          ...BOUNDS.map((bound) => formatPoints(values[bound])),
          escapeForMarkdown(beside),
          writeMarkdownProse(reason),
        ]),
      );
    case 'code':
      return writeCodeBlock(block.language, block.text);
    case 'excerpt':
      return [];
    case 'chart':
      return [];
    case 'headline':
      return writeHeadline(block, at);
    case 'entry':
      return writeEntry(block, at);
    case 'section':
      return [
        ...writeMarkdownHeading(at.level + 1, escapeForMarkdown(block.title)),
        ...writeMarkdownBlocks(block.blocks, { ...at, level: at.level + 1 }),
      ];
  }
}

/** Blocks as lines of GitHub-flavoured Markdown; each block ends with an empty line. */
export function writeMarkdownBlocks(blocks: readonly Block[], at: MarkdownPlacement = ALONE): string[] {
  return blocks.flatMap((block) => writeBlock(block, at));
}

/** The lines of a document, beginning with its title as a heading. */
export function writeMarkdownLines({ title, subtitle, blocks }: Document, at: MarkdownPlacement): readonly string[] {
  return [
    ...writeMarkdownHeading(at.level, writeMarkdownText(dropEmphasis(title), at)),
    ...(subtitle === null ? [] : [writeMarkdownText(subtitle, at), '']),
    ...writeMarkdownBlocks(blocks, at),
  ];
}

/** Lines of Markdown as one text, empty where there are none. */
export function joinMarkdownLines(lines: readonly string[]): string {
  return lines.length === 0 ? '' : escapeLineStarts(`${lines.join('\n').trimEnd()}\n`);
}

/** Documents in GitHub-flavoured Markdown, one after another. */
export function writeMarkdownDocuments(documents: readonly Document[], at: MarkdownPlacement = ALONE): string {
  const lines = documents.flatMap((document) => writeMarkdownLines(document, at));
  return joinMarkdownLines(lines);
}

/** The document in GitHub-flavoured Markdown, beginning with its title as a heading. */
export function writeMarkdown(document: Document, at: MarkdownPlacement = ALONE): string {
  return writeMarkdownDocuments([document], at);
}

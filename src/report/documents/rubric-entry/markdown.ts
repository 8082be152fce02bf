import { escapeForTerminal } from '../../writers/escape-for-terminal.ts';
import { bullets, heading, paragraph, table } from '../../writers/markdown/blocks.ts';
import { escapeForMarkdown, renderMarkdownLink } from '../../writers/markdown/escape-for-markdown.ts';
import type { Block, EntryHead, EntryPage, Ref, Text } from './entry-page.ts';

/** How a page stands in a document. */
export interface Placement {
  /** Level of the page's own heading, 1 to 6. */
  readonly level: number;
  /** Address of an entry within the document, null where it has none there. */
  readonly hrefOf: (entry: Ref) => string | null;
}

/** Letters that mean the same in a code span, a table cell and running text, so that nothing need be escaped. */
const PLAIN_CODE = /^[\w./:,()'"%+=@-]+(?: [\w./:,()'"%+=@-]+)*$/;

function code(text: string): string {
  return PLAIN_CODE.test(text) ? `\`${text}\`` : escapeForMarkdown(text);
}

/** Text of the rubric; what stands in single backticks stays code, and everything else is escaped. Outer blanks stay. */
export function proseInMarkdown(text: string): string {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => {
      if (index % 2 === 1) return code(part);
      const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part) ?? [];
      return `${before && ' '}${escapeForMarkdown(inner)}${after && ' '}`;
    })
    .join('');
}

/** Running text in one line, its entries linked where the document has a place for them. */
export function inlineInMarkdown(text: Text, { hrefOf }: Placement): string {
  return text
    .map((part) => {
      if (typeof part === 'string') return proseInMarkdown(part);
      if ('url' in part) return renderMarkdownLink(part.says, part.url);
      const href = hrefOf(part);
      return href === null ? code(part.id) : `[${code(part.id)}](${href})`;
    })
    .join('')
    .trim();
}

function capitalised(key: string): string {
  return key.slice(0, 1).toUpperCase() + key.slice(1);
}

function fenced(text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}yaml`, ...escapeForTerminal(text.trimEnd()).split('\n'), fence, ''];
}

function blockLines(block: Block, at: Placement): string[] {
  switch (block.kind) {
    case 'heading':
      return at.level < 5 ? heading(at.level + 1, block.text) : paragraph(`**${block.text}**`);
    case 'paragraph':
      return paragraph(inlineInMarkdown(block.text, at));
    case 'list':
      return bullets(block.items.map((item) => inlineInMarkdown(item, at)));
    case 'facts':
      return [
        ...(block.title === null ? [] : paragraph(`**${inlineInMarkdown(block.title, at)}**`)),
        ...bullets(block.facts.map(([key, value]) => `${capitalised(key)}: ${inlineInMarkdown(value, at)}`)),
      ];
    case 'table':
      return table(
        block.columns.map(proseInMarkdown),
        block.rows.map((row) => row.map((cell) => inlineInMarkdown(cell, at))),
      );
    case 'yaml':
      return fenced(block.text);
  }
}

/** Blocks of a page without its title, as lines of Markdown. */
export function blocksInMarkdown(blocks: readonly Block[], at: Placement): string[] {
  return blocks.flatMap((block) => blockLines(block, at));
}

/** The title of an entry and its id. */
function titleInMarkdown({ kind, id, title }: EntryHead): string {
  return title === id ? code(id) : `${proseInMarkdown(title)} (${kind} ${code(id)})`;
}

/** The page as lines of GitHub-flavoured Markdown, beginning with its heading. */
export function pageInMarkdown(page: EntryPage, at: Placement): string[] {
  return [...heading(at.level, titleInMarkdown(page)), ...blocksInMarkdown(page.blocks, at)];
}

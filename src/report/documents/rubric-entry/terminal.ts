import { toSafeUrl } from '../../writers/safe-url.ts';
import { type Flow, type Run, widthOf, wrap } from '../../writers/terminal/flow.ts';
import { heading, indented, labelled, type TerminalScreen as Screen } from '../../writers/terminal/screen.ts';
import { tableLines } from '../../writers/terminal/text-table.ts';
import type { Block, EntryPage, Fact, Text, WebLink } from './entry-page.ts';

const INDENT = 2;
const LEAST_LABEL = 11;

function linkRuns({ says, url }: WebLink, { links, paint }: Screen): readonly (string | Run)[] {
  const href = toSafeUrl(url);
  if (links && href !== null)
    return [{ text: says, style: (text) => `\u001b]8;;${href}\u001b\\${text}\u001b]8;;\u001b\\` }];
  return says === url ? [{ text: url, style: paint.dim }] : [says, ' ', { text: url, style: paint.dim }];
}

function flowOf(text: Text, screen: Screen): Flow {
  return text.flatMap((part): readonly (string | Run)[] => {
    if (typeof part === 'string') return [part];
    return 'id' in part ? [{ text: part.id, style: screen.paint.cyan }] : linkRuns(part, screen);
  });
}

function factLines(facts: readonly Fact[], screen: Screen): readonly string[] {
  const column = Math.max(LEAST_LABEL, ...facts.map(([key]) => widthOf(key) + 2));
  return facts.flatMap(([key, value]) => labelled(key, flowOf(value, screen), screen, INDENT, column));
}

/** A table, or where it has too many columns for the screen each row as a list of facts. */
function tableBlock(columns: readonly string[], rows: readonly (readonly Text[])[], screen: Screen): readonly string[] {
  const head = columns.map((title): Flow => [{ text: title, style: screen.paint.dim }]);
  const body = rows.map((row) => row.map((cell) => flowOf(cell, screen)));
  const lines = tableLines([head, ...body], screen.width - INDENT);
  if (lines !== null) return lines.map((line) => ' '.repeat(INDENT) + line);
  return rows
    .flatMap((row) => [
      '',
      ...factLines(
        row.map((cell, at): Fact => [columns[at] ?? '', cell]),
        screen,
      ),
    ])
    .slice(1);
}

/** YAML keeps its indents; only a line that is too wide goes on in the next. */
function yamlLines(text: string, screen: Screen): readonly string[] {
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const depth = Math.min(line.length - line.trimStart().length, screen.width / 2);
      return wrap([line.trimStart()], screen.width, ' '.repeat(INDENT + depth));
    });
}

function blockLines(block: Block, screen: Screen): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return heading(block.text, screen);
    case 'paragraph':
      return indented(flowOf(block.text, screen), screen, INDENT);
    case 'list':
      return block.items.flatMap((item) => wrap(flowOf(item, screen), screen.width, `  ${screen.glyphs.dot} `));
    case 'facts': {
      const title =
        block.title === null ? [] : indented(flowOf(block.title, screen), screen, INDENT).map(screen.paint.bold);
      return [...title, ...factLines(block.facts, screen)];
    }
    case 'table':
      return tableBlock(block.columns, block.rows, screen);
    case 'yaml':
      return yamlLines(block.text, screen);
  }
}

/** The page for a terminal, no line wider than the screen. A blank line parts its blocks. */
export function pageLines(page: EntryPage, screen: Screen): readonly string[] {
  const { blocks, kind, id, title } = page;
  const name: Flow = [
    { text: `${kind} `, style: screen.paint.dim },
    { text: id, style: screen.paint.cyan },
  ];
  return [
    ...wrap([{ text: title, style: screen.paint.bold }], screen.width),
    ...wrap(name, screen.width),
    ...blocks.flatMap((block, index) => {
      const isOpen = block.kind !== 'heading' && blocks[index - 1]?.kind !== 'heading';
      return [...(isOpen ? [''] : []), ...blockLines(block, screen)];
    }),
  ];
}

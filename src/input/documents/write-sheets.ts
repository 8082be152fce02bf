import type { Nodes, Root } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { SheetStart } from '../../model/document.ts';

/** A tree as Markdown; an underscore inside a word needs no mark. */
export function writeMarkdown(tree: Nodes): string {
  const text = toMarkdown(tree, {
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
    bullet: '-',
    rule: '-',
  });
  return text.replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_');
}

/** Pages or slides, one behind the other, and where each begins. */
export function writeSheets(
  kind: SheetStart['kind'],
  trees: readonly Root[],
): { readonly text: string; readonly sheets: readonly SheetStart[] } {
  const sheets: SheetStart[] = [];
  let text = '';
  for (const [at, tree] of trees.entries()) {
    sheets.push({ from: text.length, kind, number: at + 1 });
    text += `${writeMarkdown(tree)}\n`;
  }
  return { text, sheets };
}

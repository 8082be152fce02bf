import {
  type MarkdownPlacement,
  writeMarkdownBlocks,
  writeMarkdownCode,
  writeMarkdownHeading,
  writeMarkdownProse,
} from '../../writers/markdown/write-markdown.ts';
import type { EntryHead, EntryPage } from './entry-page.ts';

/** The title of an entry and its id. */
function titleInMarkdown({ kind, id, title }: EntryHead): string {
  return title === id ? writeMarkdownCode(id) : `${writeMarkdownProse(title)} (${kind} ${writeMarkdownCode(id)})`;
}

/** The page as lines of GitHub-flavoured Markdown, beginning with its heading. */
export function pageInMarkdown(page: EntryPage, at: MarkdownPlacement): string[] {
  return [...writeMarkdownHeading(at.level, titleInMarkdown(page)), ...writeMarkdownBlocks(page.blocks, at)];
}

import type { DiffJson } from '../../model/change.ts';
import { describeProvenance } from '../judged-by.ts';
import { heading, paragraph } from '../markdown/blocks.ts';
import { partBlocks } from '../markdown/parts.ts';
import { escapeForMarkdown as safe } from '../safe-markdown.ts';
import { partsOf } from './parts.ts';

/** What became of a description and why, in GitHub-flavoured Markdown. */
export function renderChangeMarkdown(file: DiffJson): string {
  if (file.change === null) return '';
  const blocks = [
    ...heading(1, `Change of ${safe(file.change.after.name)}`),
    ...partBlocks(partsOf(file.change), 2),
    ...paragraph(`Scope: ${safe(file.change.scope)}`),
    ...paragraph(safe(describeProvenance(file, file.oldRubric))),
  ];
  return `${blocks.join('\n').trimEnd()}\n`;
}

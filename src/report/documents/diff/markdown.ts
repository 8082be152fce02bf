import type { DiffJson } from '../../../model/diff.ts';
import { describeProvenance } from '../../wording/provenance.ts';
import { heading, paragraph } from '../../writers/markdown/blocks.ts';
import { escapeForMarkdown as safe } from '../../writers/markdown/escape-for-markdown.ts';
import { partBlocks } from '../../writers/markdown/sections.ts';
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

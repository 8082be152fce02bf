import type { DescriptionDiff } from '../../../src/model/diff.ts';
import { type Block, toPlainText } from '../../../src/report/document.ts';
import { toDiffDocument } from '../../../src/report/documents/diff.ts';
import { reportFile } from '../sample-report.ts';

interface PlainSection {
  readonly title: string;
  readonly items: readonly { readonly label: string; readonly text: string }[];
}

function listItems(blocks: readonly Block[]): PlainSection['items'] {
  return blocks.flatMap((block) =>
    block.kind === 'items' ? block.items.map(({ label, text }) => ({ label, text: toPlainText(text) })) : [],
  );
}

/** The sections of the document of a diff with their items, in plain text. */
export function listDiffSections(diff: DescriptionDiff): readonly PlainSection[] {
  const { reports: _reports, ...head } = reportFile();
  const { blocks } = toDiffDocument(diff, { ...head, oldRubric: head.rubric, change: diff });
  return blocks.flatMap((block) =>
    block.kind === 'section' ? [{ title: block.title, items: listItems(block.blocks) }] : [],
  );
}

import type { DocumentText } from '../../src/model/document.ts';

/** A Markdown document as it comes from a file. */
export function toDocumentText(text: string, file = 'memo.md'): DocumentText {
  return {
    file,
    format: 'markdown',
    text,
    metadata: { title: null, date: null, website: null },
    sheets: [],
    hasLines: true,
    notes: [],
  };
}

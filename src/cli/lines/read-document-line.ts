import { convertDocument } from '../../input/documents/convert-document.ts';
import { readLineContent, spanLine } from '../../input/text/json-lines.ts';
import { createFileProblem } from '../../input/text/read-text.ts';
import type { Rubric } from '../../model/rubric.ts';
import { readDocuments } from '../../reading/read-documents.ts';
import type { LineFilter } from './filter-lines.ts';

/** A filter of documents, each of which is read as a case of its own. */
export function filterDocuments(rubric: Rubric): LineFilter {
  return async (line) => {
    const content = readLineContent(line);
    if (!content.ok) return content;
    if (content.value.kind === 'object') {
      const why = 'Only prose can be read.';
      const fix = 'Write `{"file": "memo.md", "text": "..."}`.';
      const problem = createFileProblem(line.file, 'jsonl/no-document', 'this line has no document', why, fix);
      return { ok: false, problems: [{ ...problem, at: spanLine(line) }] };
    }
    const { file, text } = content.value;
    const read = await convertDocument(new TextEncoder().encode(text), file, 'npm install unpdf');
    return read.ok ? { ok: true, value: { entry: { reading: readDocuments([read.value], rubric) } } } : read;
  };
}

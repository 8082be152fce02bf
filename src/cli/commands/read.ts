import { listFormats } from '../../report/registry.ts';
import { defineCommand } from '../command.ts';
import { deliverReading } from '../deliver-reading.ts';
import { buildOutputOptions, FULL, LINES, namesJsonLines, RUBRIC, STDIN_FILENAME } from '../line/common-options.ts';
import { prepareCommand } from '../prepare-command.ts';
import { createProblemLog } from '../read-descriptions.ts';
import { readDocumentFiles } from '../read-documents.ts';
import { reportProblems } from '../report-problems.ts';

const FORMATS = listFormats('reading');

const EXAMPLE = 'demandfit read memo.md';

const LINES_EXAMPLE = 'demandfit read documents.jsonl --format jsonl';

/** `demandfit read`: what the documents of one case say on each question, quoted. */
export const readCommand = defineCommand({
  args: [
    {
      name: '[documents...]',
      about:
        'documents of one project: Markdown, text, HTML, PDF, .docx, .pptx; folders, quoted globs, or - for standard input',
    },
  ],
  options: [
    STDIN_FILENAME,
    RUBRIC,
    ...buildOutputOptions(FORMATS),
    { ...FULL, about: 'every quote on every question, and all prices' },
    ...LINES,
  ],
  examples: [
    EXAMPLE,
    LINES_EXAMPLE,
    'demandfit read deck.pdf memo.docx --full',
    'demandfit read dataroom/ --format markdown --output reading.md',
    'curl -s https://example.org | demandfit read - --stdin-filename page.html',
  ],

  async run(args, options, host) {
    const prepared = await prepareCommand(FORMATS, options, `${EXAMPLE} --format json`, host);
    if (!prepared.ok) return prepared.result;
    if (namesJsonLines(args, options)) {
      const { filterLines } = await import('../lines/filter-lines.ts');
      const { filterDocuments } = await import('../lines/read-document-line.ts');
      const run = { ...prepared, args, options, example: LINES_EXAMPLE };
      return filterLines(run, filterDocuments(prepared.rubric), host);
    }
    const problemLog = createProblemLog();
    const documents = await readDocumentFiles(args, { ...options, example: EXAMPLE }, host, problemLog);
    await deliverReading(documents, prepared, host, problemLog);
    return reportProblems(problemLog, options, host);
  },
});

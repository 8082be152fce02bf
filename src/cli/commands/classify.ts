import { classifyOffer } from '../../classify/classify.ts';
import type { ClassifiedProject } from '../../model/classification.ts';
import { listFormats } from '../../report/registry.ts';
import { defineCommand } from '../command.ts';
import { deliverPieces, renderPieces } from '../deliver.ts';
import {
  buildOutputOptions,
  LINES,
  namesJsonLines,
  PATHS,
  QUIET,
  RUBRIC,
  STDIN_FILENAME,
} from '../line/common-options.ts';
import { prepareCommand } from '../prepare-command.ts';
import { createProblemLog } from '../read-descriptions.ts';
import { readSummaries } from '../read-summaries.ts';
import { reportProblems } from '../report-problems.ts';

const FORMATS = listFormats('classification');

const EXAMPLE = 'demandfit classify project.yaml';

const LINES_EXAMPLE = 'demandfit classify summaries.jsonl --format jsonl';

/** `demandfit classify`: the sub-track that a description's summary speaks for, and why. */
export const classifyCommand = defineCommand({
  args: [PATHS],
  options: [STDIN_FILENAME, RUBRIC, ...buildOutputOptions(FORMATS), QUIET, ...LINES],
  examples: [
    EXAMPLE,
    "demandfit classify 'pitches/*.yaml' --format json",
    LINES_EXAMPLE,
    'cat summaries.jsonl | demandfit classify - --stdin-filename summaries.jsonl --format jsonl',
  ],

  async run(args, options, host) {
    const prepared = await prepareCommand(FORMATS, options, `${EXAMPLE} --format json`, host);
    if (!prepared.ok) return prepared.result;
    const { destination, format, render, renderOptions, rubric, head } = prepared;
    const isLines = namesJsonLines(args, options);
    if (isLines && (format.line !== null || options.jobs !== undefined)) {
      const { filterLines } = await import('../lines/filter-lines.ts');
      const { filterSummaries } = await import('../lines/read-line.ts');
      const run = { ...prepared, args, options, example: LINES_EXAMPLE };
      return filterLines(run, filterSummaries(rubric), host);
    }
    const problemLog = createProblemLog();
    const input = { ...options, example: EXAMPLE, takesDocuments: true };
    let count = 0;
    async function* classifyAll(): AsyncGenerator<ClassifiedProject> {
      for await (const { offer, summary, ...project } of readSummaries(args, input, rubric, host, problemLog)) {
        count += 1;
        yield { ...project, classification: classifyOffer({ offer, summary }, rubric.classifier) };
      }
      if ((format.isData || renderOptions.quiet) && problemLog.documents.length > 0)
        yield* (await import('../deliver-reading.ts')).classifyDocuments(rubric, host, problemLog);
    }
    const pieces = renderPieces(classifyAll(), 'project', prepared, problemLog, (projects, problems) =>
      render({ ...head, projects, problems }),
    );
    await deliverPieces(pieces, destination, host, problemLog.files);
    if (count === 0 && problemLog.documents.length > 0)
      await (await import('../deliver-reading.ts')).deliverReadingInstead(prepared, host, problemLog);
    return reportProblems(problemLog, options, host);
  },
});

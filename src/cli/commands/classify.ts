import { classify } from '../../classify/classify.ts';
import type { ClassifiedProject } from '../../model/classification.ts';
import { listFormats } from '../../report/registry.ts';
import { defineCommand } from '../command.ts';
import { deliverPieces } from '../deliver.ts';
import { buildOutputOptions, PATHS, QUIET, RUBRIC, STDIN_FILENAME } from '../line/common-options.ts';
import { prepareCommand } from '../prepare-command.ts';
import { createProblemLog } from '../read-descriptions.ts';
import { readSummaries, type SummaryInput } from '../read-summaries.ts';
import { reportProblems } from '../report-problems.ts';

const FORMATS = listFormats('classification');

/** `demandfit classify`: the sub-track that a description's summary speaks for, and why. */
export const classifyCommand = defineCommand({
  args: [PATHS],
  options: [STDIN_FILENAME, RUBRIC, ...buildOutputOptions(FORMATS), QUIET],
  examples: [
    'demandfit classify project.yaml',
    "demandfit classify 'pitches/*.yaml' --format json",
    'demandfit classify summaries.jsonl --format jsonl',
    'cat summaries.jsonl | demandfit classify - --stdin-filename summaries.jsonl --format jsonl',
  ],

  async run(args, options, host) {
    const prepared = await prepareCommand(FORMATS, options, 'demandfit classify project.yaml --format json', host);
    if (!prepared.ok) return prepared.result;
    const { format, render, rubric, head } = prepared;
    const problemLog = createProblemLog();
    const { problems, texts } = problemLog;
    const classified = ({ name, file, summary, declared }: SummaryInput): ClassifiedProject => ({
      name,
      file,
      declared,
      classification: classify(summary, rubric.classifier),
    });
    const summaries = readSummaries(args, options, rubric, host, problemLog);
    const { line } = format;
    async function* pieces(): AsyncGenerator<string> {
      if (line !== null) {
        // Data without a line is an empty file, and not a missing one.
        yield '';
        for await (const summary of summaries) yield line({ ...head, project: classified(summary) });
        for (const problem of problems) yield line({ ...head, problem });
        return;
      }
      const projects: ClassifiedProject[] = [];
      for await (const summary of summaries) projects.push(classified(summary));
      if (projects.length > 0 || format.isData) yield render({ ...head, projects, problems });
    }
    await deliverPieces(pieces(), options.output, host, problemLog.files);
    return reportProblems(problems, options, host, texts);
  },
});

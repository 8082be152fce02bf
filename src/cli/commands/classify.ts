import { classify } from '../../classify/classify.ts';
import type { ClassifiedProject } from '../../model/classification.ts';
import { createRenderContext } from '../../report/format.ts';
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
    const { format, look, rubric, head } = prepared;
    const trouble = createProblemLog();
    const { problems, texts } = trouble;
    const classified = ({ name, file, summary, declared }: SummaryInput): ClassifiedProject => ({
      name,
      file,
      declared,
      classification: classify(summary, rubric.classifier),
    });
    const summaries = readSummaries(args, options, rubric, host, trouble);
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
      if (projects.length > 0 || format.isData)
        yield format.render({ ...head, projects, problems }, createRenderContext(look));
    }
    await deliverPieces(pieces(), options.output, host, trouble.files);
    return reportProblems(problems, options, host, texts);
  },
});

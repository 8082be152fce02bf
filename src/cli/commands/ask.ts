import { assess } from '../../assess.ts';
import type { Report } from '../../model/report.ts';
import { listFormats } from '../../report/registry.ts';
import { defineCommand } from '../command.ts';
import { deliverPieces, renderPieces } from '../deliver.ts';
import {
  buildOutputOptions,
  PATHS,
  parseDayOption,
  RUBRIC,
  SCORING,
  STDIN_FILENAME,
  WEIGHTS,
} from '../line/common-options.ts';
import { parseTrackOption, parseWeightsOption } from '../line/read-options.ts';
import { prepareCommand } from '../prepare-command.ts';
import { createProblemLog, readDescriptions } from '../read-descriptions.ts';
import { reportProblems } from '../report-problems.ts';

const FORMATS = listFormats('call-sheet');

const EXAMPLE = 'demandfit ask project.yaml';

/** `demandfit ask`: the questions that settle most, as a list to send to a project, and what would have to change. */
export const askCommand = defineCommand({
  args: [PATHS],
  options: [STDIN_FILENAME, ...SCORING, WEIGHTS, RUBRIC, ...buildOutputOptions(FORMATS)],
  examples: [EXAMPLE, 'demandfit ask pitches/ --format markdown --output questions.md'],

  async run(args, options, host) {
    const asOf = parseDayOption(options.asOf, 'as-of', EXAMPLE);
    const prepared = await prepareCommand(FORMATS, options, EXAMPLE, host);
    if (!prepared.ok) return prepared.result;
    const { render, rubric, head, destination } = prepared;
    const track = parseTrackOption(options.track, rubric, `${EXAMPLE} --track compute`);
    const overrides = { track, asOf, weights: parseWeightsOption(options.weights, rubric, EXAMPLE) };
    const problemLog = createProblemLog();
    async function* askAll(): AsyncGenerator<Report> {
      for await (const description of readDescriptions(
        args,
        { ...options, example: EXAMPLE },
        rubric,
        host,
        problemLog,
      ))
        yield assess(description, rubric, overrides);
    }
    const pieces = renderPieces(askAll(), 'report', prepared, problemLog, (reports, problems) =>
      render({ ...head, reports, problems }),
    );
    await deliverPieces(pieces, destination, host, problemLog.files);
    return reportProblems(problemLog, options, host);
  },
});

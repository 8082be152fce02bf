import { assess } from '../assess.ts';
import type { Description } from '../model/description.ts';
import { type Report, type ReportHead, SCHEMA_VERSION } from '../model/report.ts';
import { FORMATS } from '../render/registry.ts';
import type { Command } from './command.ts';
import { asOfOption, outputOptions, PATHS, QUIET, RUBRIC, SCORING, STDIN_FILENAME } from './common-options.ts';
import { deliverPieces } from './deliver.ts';
import { pick, textOption } from './option-of.ts';
import { prepare } from './prepare.ts';
import { noTrouble, readDescriptions } from './read-descriptions.ts';
import { tellProblems } from './tell-problems.ts';

const EXAMPLE = 'demandfit score project.yaml --format json';

/** `demandfit score`: one fit report a description. */
export const score: Command = {
  signature: {
    args: [PATHS],
    options: [STDIN_FILENAME, ...SCORING, RUBRIC, ...outputOptions(FORMATS), QUIET],
    examples: [
      'demandfit score project.yaml',
      'demandfit score memo.md --format markdown --output report.md',
      "demandfit score 'pitches/**/*.yaml' --format json",
      'cat project.yaml | demandfit score - --stdin-filename project.yaml',
    ],
  },

  async run(args, options, host) {
    const asOf = asOfOption(options, EXAMPLE);
    const prepared = await prepare(FORMATS, options, EXAMPLE, host);
    if (!prepared.ok) return prepared.code;
    const { format, look, rubric, info } = prepared;
    const trackId = textOption(options, 'track');
    const track =
      trackId === undefined
        ? undefined
        : pick(rubric.tracks, trackId, 'track', 'demandfit score --track compute project.yaml').id;

    const head: ReportHead = {
      schemaVersion: SCHEMA_VERSION,
      tool: { name: 'demandfit', version: host.version },
      rubric: info,
    };
    const trouble = noTrouble();
    const descriptions = readDescriptions(args, options, rubric, host, trouble);
    const reportOf = (description: Description) => assess(description, rubric, { track, asOf });
    const { line } = format;
    async function* pieces(): AsyncGenerator<string> {
      const { problems } = trouble;
      if (line !== null) {
        // Data without a line is an empty file, and not a missing one.
        yield '';
        for await (const description of descriptions) yield line({ ...head, report: reportOf(description) });
        for (const problem of problems) yield line({ ...head, problem });
        return;
      }
      const reports: Report[] = [];
      for await (const description of descriptions) reports.push(reportOf(description));
      if (reports.length > 0 || format.isData) yield format.render({ ...head, reports, problems }, look);
    }
    await deliverPieces(pieces(), textOption(options, 'output'), host, trouble.files);
    return tellProblems(trouble.problems, options, host, trouble.texts);
  },
};

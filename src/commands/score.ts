import { assess } from '../assess.ts';
import { type Report, type ReportHead, SCHEMA_VERSION } from '../model/report.ts';
import { FORMATS } from '../render/registry.ts';
import type { Command } from './command.ts';
import { asOfOption, outputOptions, PATHS, QUIET, RUBRIC, SCORING, STDIN_FILENAME } from './common-options.ts';
import { outputTo } from './deliver.ts';
import { pick, textOption } from './option-of.ts';
import { prepare } from './prepare.ts';
import { noTrouble, readDescriptions } from './read-descriptions.ts';
import { tellProblems } from './tell-problems.ts';

const EXAMPLE = 'demandfit score project.yaml --format json';

/** `demandfit score`: one fit report a description. */
export const score: Command = {
  signature: {
    argument: PATHS,
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
    const output = outputTo(textOption(options, 'output'), host, trouble.files);
    const { line } = format;
    try {
      if (line === null) {
        const reports: Report[] = [];
        for await (const description of descriptions) reports.push(assess(description, rubric, { track, asOf }));
        const { problems } = trouble;
        if (reports.length === 0 && !format.isData) return await tellProblems(problems, options, host, trouble.texts);
        output.write(await format.render({ ...head, reports, problems }, look));
      } else {
        for await (const description of descriptions)
          output.write(line({ ...head, report: assess(description, rubric, { track, asOf }) }));
        for (const problem of trouble.problems) output.write(line({ ...head, problem }));
      }
      output.close();
    } catch (error) {
      output.discard();
      throw error;
    }
    return tellProblems(trouble.problems, options, host, trouble.texts);
  },
};

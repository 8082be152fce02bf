import { assess } from '../assess.ts';
import { type Report, type ReportFile, SCHEMA_VERSION } from '../model/report.ts';
import { FORMATS } from '../render/registry.ts';
import type { Command } from './command.ts';
import { asOfOption, outputOptions, PATHS, QUIET, RUBRIC, SCORING, STDIN_FILENAME } from './common-options.ts';
import { deliver } from './deliver.ts';
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

    const trouble = noTrouble();
    const reports: Report[] = [];
    for await (const description of readDescriptions(args, options, rubric, host, trouble)) {
      reports.push(assess(description, rubric, { track, asOf }));
    }
    const result: ReportFile = {
      schemaVersion: SCHEMA_VERSION,
      tool: { name: 'demandfit', version: host.version },
      rubric: info,
      reports,
      problems: trouble.problems,
    };
    const isWorthPrinting = reports.length > 0 || format.isData;
    if (isWorthPrinting) deliver(await format.render(result, look), textOption(options, 'output'), host, trouble.files);
    return tellProblems(trouble.problems, options, host, trouble.texts);
  },
};

import { assess } from '../assess.ts';
import type { Problem } from '../model/problem.ts';
import { type Report, type ReportFile, SCHEMA_VERSION } from '../model/report.ts';
import { FORMATS } from '../render/registry.ts';
import { validate } from '../validate/validate.ts';
import type { Command } from './command.ts';
import {
  asOfOption,
  inputOptions,
  outputOptions,
  quietOption,
  rubricOption,
  scoringOptions,
} from './common-options.ts';
import { deliver } from './deliver.ts';
import { EXIT } from './exit.ts';
import { lookFor } from './look.ts';
import { pick, textOption } from './option-of.ts';
import { readInputs } from './read-inputs.ts';
import { tellProblems } from './tell-problems.ts';
import { useRubric } from './use-rubric.ts';

const EXAMPLE = 'demandfit score project.yaml --format json';

/** `demandfit score`: one fit report a description. */
export const score: Command = {
  configure(command) {
    inputOptions(command);
    scoringOptions(command);
    rubricOption(command);
    outputOptions(command, FORMATS);
    quietOption(command);
    command.addHelpText(
      'after',
      `
Examples:
  demandfit score project.yaml
  demandfit score memo.md --format markdown --output report.md
  demandfit score 'pitches/**/*.yaml' --format json
  cat project.yaml | demandfit score - --stdin-filename project.yaml`,
    );
  },

  async run(args, options, host) {
    const format = pick(FORMATS, textOption(options, 'format') ?? 'text', 'format', EXAMPLE);
    const look = await lookFor(options, host, host.stdout);
    const asOf = asOfOption(options, EXAMPLE);
    const used = await useRubric(textOption(options, 'rubric'), host);
    if (!used.ok) return tellProblems(used.problems, options, host);
    const { rubric, info } = used.value;
    const trackId = textOption(options, 'track');
    const track =
      trackId === undefined
        ? undefined
        : pick(rubric.tracks, trackId, 'track', 'demandfit score --track compute project.yaml').id;

    const inputs = readInputs(args, options, host);
    const problems: Problem[] = [...inputs.problems];
    const reports: Report[] = [];
    for (const { file, located } of inputs.files) {
      const description = validate(located, rubric, file);
      if (description.ok) reports.push(assess(description.value, rubric, { track, asOf }));
      else problems.push(...description.problems);
    }
    const result: ReportFile = {
      schemaVersion: SCHEMA_VERSION,
      tool: { name: 'demandfit', version: host.version },
      rubric: info,
      reports,
      problems,
    };
    const isWorthPrinting = reports.length > 0 || format.id === 'json';
    if (isWorthPrinting) deliver(await format.render(result, look), textOption(options, 'output'), host);
    return problems.length === 0 ? EXIT.done : tellProblems(problems, options, host, inputs.textOf);
  },
};

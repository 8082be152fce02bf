import { classify } from '../classify/classify.ts';
import { knowledgeOf } from '../classify/knowledge-of.ts';
import { type ClassifiedProject, renderClassified } from '../render/classified.ts';
import { safeJson } from '../render/safe-json.ts';
import type { Command } from './command.ts';
import { outputOptions, PATHS, QUIET, RUBRIC, STDIN_FILENAME } from './common-options.ts';
import { deliver } from './deliver.ts';
import { textOption } from './option-of.ts';
import { prepare } from './prepare.ts';
import { noTrouble, readDescriptions } from './read-descriptions.ts';
import { tellProblems } from './tell-problems.ts';

const FORMATS = [
  { id: 'text', title: 'For the terminal' },
  { id: 'json', title: 'The whole result as data' },
] as const;

/** `demandfit classify`: the sub-track that a description's summary speaks for, and why. */
export const classifyCommand: Command = {
  signature: {
    argument: PATHS,
    options: [STDIN_FILENAME, RUBRIC, ...outputOptions(FORMATS), QUIET],
    examples: ['demandfit classify project.yaml', "demandfit classify 'pitches/*.yaml' --format json"],
  },

  async run(args, options, host) {
    const prepared = await prepare(FORMATS, options, 'demandfit classify project.yaml --format json', host);
    if (!prepared.ok) return prepared.code;
    const { format, look, rubric, info } = prepared;
    const trouble = noTrouble();
    const projects: ClassifiedProject[] = [];
    for await (const { name, file, summary, track } of readDescriptions(args, options, rubric, host, trouble)) {
      projects.push({
        name,
        file: file ?? '',
        declared: track,
        classification: classify(summary, knowledgeOf(rubric)),
      });
    }
    const { problems, texts } = trouble;
    const result = {
      schemaVersion: 1,
      tool: { name: 'demandfit', version: host.version },
      rubric: info,
      projects,
      problems,
    };
    const text = format.id === 'json' ? safeJson(result) : renderClassified(projects, look);
    if (text !== '') deliver(text, textOption(options, 'output'), host, trouble.files);
    return tellProblems(problems, options, host, texts);
  },
};

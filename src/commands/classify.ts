import { classify } from '../classify/classify.ts';
import { knowledgeOf } from '../classify/knowledge-of.ts';
import { type ClassifiedProject, renderClassified } from '../render/classified.ts';
import { safeJson } from '../render/safe-json.ts';
import type { Command } from './command.ts';
import { inputOptions, outputOptions, quietOption, rubricOption } from './common-options.ts';
import { deliver } from './deliver.ts';
import { lookFor } from './look.ts';
import { pick, textOption } from './option-of.ts';
import { readDescriptions, type Trouble } from './read-descriptions.ts';
import { tellProblems } from './tell-problems.ts';
import { useRubric } from './use-rubric.ts';

const FORMATS = [
  { id: 'text', title: 'For the terminal' },
  { id: 'json', title: 'The whole result as data' },
] as const;

/** `demandfit classify`: the sub-track that a description's summary speaks for, and why. */
export const classifyCommand: Command = {
  configure(command) {
    inputOptions(command);
    rubricOption(command);
    outputOptions(command, FORMATS);
    quietOption(command);
    command.addHelpText(
      'after',
      `
Examples:
  demandfit classify project.yaml
  demandfit classify 'pitches/*.yaml' --format json`,
    );
  },

  async run(args, options, host) {
    const format = pick(
      FORMATS,
      textOption(options, 'format') ?? 'text',
      'format',
      'demandfit classify project.yaml --format json',
    );
    const look = await lookFor(options, host, host.stdout);
    const used = await useRubric(textOption(options, 'rubric'), host);
    if (!used.ok) return tellProblems(used.problems, options, host, used.texts);
    const { rubric, info } = used.value;
    const trouble: Trouble = { files: [], problems: [], texts: new Map() };
    const projects: ClassifiedProject[] = [];
    for (const { name, file, summary, track } of readDescriptions(args, options, rubric, host, trouble)) {
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
    deliver(text, textOption(options, 'output'), host, trouble.files);
    return tellProblems(problems, options, host, texts);
  },
};

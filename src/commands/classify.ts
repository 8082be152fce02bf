import { classify } from '../classify/classify.ts';
import { knowledgeOf } from '../classify/knowledge-of.ts';
import { type ClassifiedProject, renderClassified } from '../render/classified.ts';
import { safeJson, safeJsonLine } from '../render/safe-json.ts';
import type { Command } from './command.ts';
import { outputOptions, PATHS, QUIET, RUBRIC, STDIN_FILENAME } from './common-options.ts';
import { outputTo } from './deliver.ts';
import { textOption } from './option-of.ts';
import { prepare } from './prepare.ts';
import { noTrouble } from './read-descriptions.ts';
import { readSummaries, type Summary } from './read-summaries.ts';
import { tellProblems } from './tell-problems.ts';

const FORMATS = [
  { id: 'text', title: 'For the terminal' },
  { id: 'json', title: 'The whole result as data' },
  { id: 'jsonl', title: 'One line of data a summary, written as it is classified' },
] as const;

/** `demandfit classify`: the sub-track that a description's summary speaks for, and why. */
export const classifyCommand: Command = {
  signature: {
    argument: PATHS,
    options: [STDIN_FILENAME, RUBRIC, ...outputOptions(FORMATS), QUIET],
    examples: [
      'demandfit classify project.yaml',
      "demandfit classify 'pitches/*.yaml' --format json",
      'demandfit classify summaries.jsonl --format jsonl',
      'cat summaries.jsonl | demandfit classify - --stdin-filename summaries.jsonl --format jsonl',
    ],
  },

  async run(args, options, host) {
    const prepared = await prepare(FORMATS, options, 'demandfit classify project.yaml --format json', host);
    if (!prepared.ok) return prepared.code;
    const { format, look, rubric, info } = prepared;
    const trouble = noTrouble();
    const { problems, texts } = trouble;
    const head = { schemaVersion: 1, tool: { name: 'demandfit', version: host.version }, rubric: info };
    const knowledge = knowledgeOf(rubric);
    const classified = ({ name, file, summary, declared }: Summary): ClassifiedProject => ({
      name,
      file,
      declared,
      classification: classify(summary, knowledge),
    });
    const summaries = readSummaries(args, options, rubric, host, trouble);
    const output = outputTo(textOption(options, 'output'), host, trouble.files);
    try {
      if (format.id === 'jsonl') {
        for await (const summary of summaries) output.write(safeJsonLine({ ...head, project: classified(summary) }));
        for (const problem of problems) output.write(safeJsonLine({ ...head, problem }));
      } else {
        const projects: ClassifiedProject[] = [];
        for await (const summary of summaries) projects.push(classified(summary));
        const isJson = format.id === 'json';
        if (projects.length === 0 && !isJson) return await tellProblems(problems, options, host, texts);
        output.write(isJson ? safeJson({ ...head, projects, problems }) : renderClassified(projects, look));
      }
      output.close();
    } catch (error) {
      output.discard();
      throw error;
    }
    return tellProblems(problems, options, host, texts);
  },
};

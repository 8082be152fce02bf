import { classify } from '../classify/classify.ts';
import { type ClassifiedProject, renderClassified } from '../render/classified.ts';
import { safeJson, safeJsonLine } from '../render/safe-json.ts';
import type { Command } from './command.ts';
import { outputOptions, PATHS, QUIET, RUBRIC, STDIN_FILENAME } from './common-options.ts';
import { deliverPieces } from './deliver.ts';
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
    args: [PATHS],
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
    const { format, look, rubric, head } = prepared;
    const trouble = noTrouble();
    const { problems, texts } = trouble;
    const classified = ({ name, file, summary, declared }: Summary): ClassifiedProject => ({
      name,
      file,
      declared,
      classification: classify(summary, rubric.classifier),
    });
    const summaries = readSummaries(args, options, rubric, host, trouble);
    async function* pieces(): AsyncGenerator<string> {
      if (format.id === 'jsonl') {
        // Data without a line is an empty file, and not a missing one.
        yield '';
        for await (const summary of summaries) yield safeJsonLine({ ...head, project: classified(summary) });
        for (const problem of problems) yield safeJsonLine({ ...head, problem });
        return;
      }
      const projects: ClassifiedProject[] = [];
      for await (const summary of summaries) projects.push(classified(summary));
      if (format.id === 'json') yield safeJson({ ...head, projects, problems });
      else if (projects.length > 0) yield renderClassified(projects, look);
    }
    await deliverPieces(pieces(), textOption(options, 'output'), host, trouble.files);
    return tellProblems(problems, options, host, texts);
  },
};

import { compareDescriptions } from '../../analysis/compare/compare-descriptions.ts';
import type { ComparedDescription } from '../../analysis/compare/compare-pairs.ts';
import { quoteForShell } from '../../input/text/quote.ts';
import type { ComparisonJson } from '../../model/comparison.ts';
import type { Day } from '../../model/day.ts';
import type { Description } from '../../model/description.ts';
import { listFormats } from '../../report/registry.ts';
import { escapeForTerminal } from '../../report/writers/escape-for-terminal.ts';
import { scoreDescription } from '../../score/score-description.ts';
import { defineCommand } from '../command.ts';
import { deliver } from '../deliver.ts';
import { buildOutputOptions, FULL, PATHS, parseDayOption, RUBRIC, SCORING, WEIGHTS } from '../line/common-options.ts';
import { parseTrackOption, parseWeightsOption } from '../line/read-options.ts';
import type { OptionSpec } from '../line/signature.ts';
import { prepareCommand } from '../prepare-command.ts';
import { startProgress } from '../progress.ts';
import { createProblemLog, readDescriptions } from '../read-descriptions.ts';
import { reportProblems } from '../report-problems.ts';
import { UsageError } from '../usage-error.ts';

const FORMATS = listFormats('comparison');

const EXAMPLE = 'demandfit compare ours.yaml theirs.yaml';

const BY = {
  name: 'by',
  value: 'value',
  about: 'rank by what is supported or by what is claimed',
  preset: 'supported',
  values: ['supported', 'claimed'],
} as const satisfies OptionSpec;

/** The one day that all are judged on. @throws UsageError where the descriptions are of several. */
function findCommonDay(descriptions: readonly Description[], given: Day | undefined, args: readonly string[]): Day {
  if (given !== undefined) return given;
  const [first] = descriptions;
  const other = descriptions.find((entry) => entry.as_of !== first?.as_of);
  if (first === undefined || other === undefined) return first?.as_of ?? '';
  const of = (entry: Description) => `${escapeForTerminal(entry.file ?? entry.name)} is as of ${entry.as_of}`;
  const latest =
    descriptions
      .map((entry) => entry.as_of)
      .sort()
      .at(-1) ?? other.as_of;
  throw new UsageError(
    `descriptions of different dates cannot be compared: ${of(first)}, ${of(other)}. Use --as-of to judge all of them as of one date`,
    escapeForTerminal(`demandfit compare ${args.map(quoteForShell).join(' ')} --as-of ${latest}`),
  );
}

/** `demandfit compare`: descriptions ranked, with what could move each rank. */
export const compareCommand = defineCommand({
  args: [PATHS],
  options: [
    ...SCORING,
    WEIGHTS,
    RUBRIC,
    BY,
    { ...FULL, about: 'compare each of many projects with what its buyers use today' },
    ...buildOutputOptions(FORMATS),
  ],
  examples: [
    EXAMPLE,
    'demandfit compare pitches/ --as-of 2026-11-22',
    'demandfit compare project.yaml examples/references/cloud-gpu.yaml',
    'demandfit compare founder.yaml investor.yaml --format markdown',
    'demandfit compare pitches/ --format html --output pitches.html',
  ],

  async run(args, options, host) {
    const given = parseDayOption(options.asOf, 'as-of', EXAMPLE);
    const prepared = await prepareCommand(FORMATS, options, EXAMPLE, host);
    if (!prepared.ok) return prepared.result;
    const { destination, render, rubric, head } = prepared;
    const weights = parseWeightsOption(options.weights, rubric, EXAMPLE);
    const track = parseTrackOption(options.track, rubric, EXAMPLE);
    const problemLog = createProblemLog();
    const descriptions: Description[] = [];
    const progress = startProgress(host, 'read');
    for await (const description of readDescriptions(args, { example: EXAMPLE }, rubric, host, problemLog)) {
      descriptions.push(description);
      progress.step();
    }
    progress.end();
    if (descriptions.length < 2 && problemLog.problems.length === 0)
      throw new UsageError('only one description given; compare needs two or more', EXAMPLE);
    if (descriptions.length < 2) return reportProblems(problemLog, options, host);
    const asOf = findCommonDay(descriptions, given, args);
    const compared = descriptions.map((description): ComparedDescription => {
      const scores = scoreDescription(description, rubric, { asOf, track, weights });
      return { description, scores };
    });
    const file: ComparisonJson = {
      ...head,
      comparison: compareDescriptions(compared, rubric, { asOf, weights, by: options.by }),
      problems: problemLog.problems,
    };
    const text = await render(file, { program: () => host.pageProgram('ranking') });
    deliver(text, destination, host, problemLog.files);
    return reportProblems(problemLog, options, host);
  },
});

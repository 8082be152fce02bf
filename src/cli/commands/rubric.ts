import { auditOwnRubric, auditRubric } from '../../analysis/rubric/audit-rubric.ts';
import { type RubricReading, runGoldenCases, toExampleName } from '../../analysis/rubric/golden-cases.ts';
import { findNearest } from '../../input/problems/find-nearest.ts';
import { GOLDEN_CASES_FILE, type LocatedGoldenCase, readGoldenCases } from '../../input/rubric/golden-cases.ts';
import { copyRubricSet, readRubricText } from '../../input/rubric/rubric-files.ts';
import { quoteForShell } from '../../input/text/quote.ts';
import type { Description } from '../../model/description.ts';
import type { Problem } from '../../model/diagnostic.ts';
import type { Rubric } from '../../model/rubric.ts';
import { listFormats } from '../../report/registry.ts';
import { escapeForTerminal } from '../../report/writers/escape-for-terminal.ts';
import { defineCommand } from '../command.ts';
import { deliver } from '../deliver.ts';
import type { Host } from '../host.ts';
import { buildOutputOptions, PATHS, RUBRIC } from '../line/common-options.ts';
import { DONE } from '../line/exit.ts';
import { pickById } from '../line/read-options.ts';
import { prepareCommand } from '../prepare-command.ts';
import { createProblemLog, type ProblemLog, readDescriptions } from '../read-descriptions.ts';
import { reportProblems } from '../report-problems.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The projects that a rubric is checked with: those of the path arguments, else the shipped examples, which are then named
 * `examples/...` wherever the package lies. References are left out: they are not projects. What is wrong with others is put
 * into `problemLog`.
 */
async function readExamples(
  args: readonly string[],
  rubric: Rubric,
  host: Host,
  problemLog: ProblemLog,
): Promise<readonly Description[]> {
  const folder = host.shippedExamples;
  const found: Description[] = [];
  const paths = args.length === 0 ? [folder] : args;
  for await (const description of readDescriptions(paths, {}, rubric, host, problemLog))
    if (!description.reference) found.push(description);
  if (args.length > 0) return found;
  return found.map(({ file, ...rest }) => ({
    ...rest,
    file: file === null ? null : `examples/${file.slice(folder.length + 1)}`,
  }));
}

const PROJECTS = { ...PATHS, about: `${PATHS.about} (default: the shipped examples)` };

const CHECK_EXAMPLE = 'demandfit rubric check --format json';

/** `demandfit rubric check`: lists what an editor may want to look at, and fails only where something can't be read. */
const rubricCheckAction = defineCommand({
  args: [PROJECTS],
  options: [RUBRIC, ...buildOutputOptions(listFormats('rubric-check'))],
  examples: [
    'demandfit rubric check',
    'demandfit rubric check --rubric our-rubric',
    "demandfit rubric check 'pitches/*.yaml' --format markdown --output audit.md",
  ],

  async run(args, options, host) {
    const prepared = await prepareCommand(listFormats('rubric-check'), options, CHECK_EXAMPLE, host);
    if (!prepared.ok) return prepared.result;
    const { format, destination, render, rubric, head } = prepared;
    const problemLog = createProblemLog();
    const descriptions = await readExamples(args, rubric, host, problemLog);
    const found =
      options.rubric === undefined
        ? auditRubric(rubric, descriptions)
        : auditOwnRubric({ rubric, descriptions }, await readWithBuiltInRubric(args, host));
    if (found.descriptions.length === 0 && problemLog.problems.length === 0)
      throw new UsageError('no descriptions to check the rubric with', CHECK_EXAMPLE);
    if (found.descriptions.length > 0 || format.isData)
      deliver(await render({ ...head, audit: found }), destination, host, problemLog.files);
    return reportProblems(problemLog, options, host);
  },
});

const COPY_EXAMPLE = 'demandfit rubric copy our-rubric';

/** `demandfit rubric copy`: the built-in set in a folder of the user's, whole or not at all. */
const rubricCopyAction = defineCommand({
  args: [{ name: '<folder>', about: 'new folder for the built-in set' }],
  options: [],
  examples: [COPY_EXAMPLE],

  async run([folder = ''], _options, host) {
    try {
      host.createFolder(folder, copyRubricSet(host.shippedRubricFiles()));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UsageError(escapeForTerminal(`cannot write ${folder} (${reason})`), COPY_EXAMPLE);
    }
    const name = escapeForTerminal(quoteForShell(folder));
    host.stdout.write(
      `Edit the files, then check them for weaknesses: ${host.command} rubric check --rubric ${name}\n`,
    );
    host.stdout.write(`See the effect of your changes: ${host.command} rubric vectors --rubric ${name}\n`);
    return DONE;
  },
});

const VECTORS_EXAMPLE = 'demandfit rubric vectors --format json';

/** The vectors of a set, with the name and the text of their file. @throws UsageError where it has none. */
function openVectorFile(folder: string | undefined, host: Host) {
  const files = folder === undefined ? host.shippedRubricFiles() : host.rubricFiles(folder);
  const vectors = files === null ? null : readGoldenCases(files);
  const file = `${folder?.replace(/[\\/]+$/, '') ?? 'rubrics'}/${GOLDEN_CASES_FILE}`;
  if (files === null || vectors === null)
    throw new UsageError(
      `${file} does not exist, so there are no golden cases to run`,
      'demandfit rubric copy our-rubric',
    );
  return { vectors, file, text: readRubricText(files, GOLDEN_CASES_FILE) ?? '' };
}

function findMissingExamples(
  vectors: readonly LocatedGoldenCase[],
  file: string,
  stems: readonly string[],
): readonly Problem[] {
  return vectors
    .filter(({ vector }) => !stems.includes(vector.example))
    .map(({ vector: { example }, at }) => ({
      code: 'reference/unknown-example',
      file,
      at,
      what: `no description \`${example}\` among the files read`,
      why: 'A golden case without a description would always pass.',
      fix: `Pass ${example}.yaml or a folder that contains it, or remove the golden case.`,
      suggestion: findNearest(example, stems),
      related: null,
    }));
}

/** What the built-in set makes of the same files; those that it cannot read are left out, without complaint. */
async function readWithBuiltInRubric(args: readonly string[], host: Host): Promise<RubricReading> {
  const rubric = host.builtInRubric();
  return { rubric, descriptions: await readExamples(args, rubric, host, createProblemLog()) };
}

/** `demandfit rubric vectors`: fails where an expectation does. */
const rubricVectorsAction = defineCommand({
  args: [PROJECTS],
  options: [RUBRIC, ...buildOutputOptions(listFormats('golden-cases'))],
  examples: [
    'demandfit rubric vectors',
    'demandfit rubric vectors --rubric our-rubric',
    'demandfit rubric vectors --rubric our-rubric examples --format json',
  ],

  async run(args, options, host) {
    const prepared = await prepareCommand(listFormats('golden-cases'), options, VECTORS_EXAMPLE, host);
    if (!prepared.ok) return prepared.result;
    const { format, destination, render, rubric, head } = prepared;
    const folder = options.rubric;
    const { vectors, file, text } = openVectorFile(folder, host);
    if (args.includes('-'))
      throw new UsageError(
        'golden cases refer to files by name, so standard input (-) cannot be used',
        VECTORS_EXAMPLE,
      );
    const problemLog = createProblemLog();
    const { problems } = problemLog;
    const used = { rubric, descriptions: await readExamples(args, rubric, host, problemLog) };
    problems.push(...findMissingExamples(vectors, file, used.descriptions.map(toExampleName)));
    problemLog.texts.set(file, text);
    const builtIn = folder === undefined ? null : await readWithBuiltInRubric(args, host);
    const run = runGoldenCases(
      vectors.map(({ vector }) => vector),
      used,
      builtIn,
    );
    if (run.checks.length > 0 || format.isData)
      deliver(await render({ ...head, vectors: run }), destination, host, problemLog.files);
    await reportProblems(problemLog, options, host);
    return { kind: 'vectors', problems, vectors: run };
  },
});

const ACTIONS = [
  {
    id: 'check',
    summary: 'Find weaknesses of a rubric from how projects score',
    load: async () => rubricCheckAction,
  },
  {
    id: 'vectors',
    summary: 'Run the golden cases of a rubric against the examples',
    load: async () => rubricVectorsAction,
  },
  { id: 'copy', summary: 'Write the built-in set to a new folder', load: async () => rubricCopyAction },
] as const;

/** `demandfit rubric`: what whoever edits a rubric needs. */
export const rubricCommand = defineCommand({
  args: [{ name: '<action>', about: ACTIONS.map(({ id }) => id).join(', '), values: ACTIONS.map(({ id }) => id) }],
  options: [],
  actions: ACTIONS,
  examples: [
    COPY_EXAMPLE,
    'demandfit rubric check --rubric our-rubric',
    'demandfit rubric vectors --rubric our-rubric',
  ],

  /** An action that there is never comes here. */
  async run([action = '']) {
    pickById(ACTIONS, action, 'action', 'demandfit rubric check --rubric our-rubric');
    return DONE;
  },
});

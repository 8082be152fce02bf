import { type RubricReading, runGoldenCases, toExampleName } from '../../../analysis/rubric/golden-cases.ts';
import { findNearest } from '../../../input/problems/find-nearest.ts';
import { GOLDEN_CASES_FILE, type LocatedGoldenCase, readGoldenCases } from '../../../input/rubric/golden-cases.ts';
import { readRubricText } from '../../../input/rubric/rubric-files.ts';
import type { Problem } from '../../../model/diagnostic.ts';
import { createRenderContext } from '../../../report/format.ts';
import { listFormats } from '../../../report/registry.ts';
import { deliver } from '../../deliver.ts';
import type { Host } from '../../host.ts';
import { UsageError } from '../../line/exit.ts';
import { prepareCommand } from '../../prepare-command.ts';
import { createProblemLog } from '../../read-descriptions.ts';
import { reportProblems } from '../../report-problems.ts';
import type { RubricAction } from './action.ts';
import { readExamples } from './read-examples.ts';

const EXAMPLE = 'demandfit rubric vectors --format json';

/** The vectors of a set, with the name and the text of their file. @throws UsageError where it has none. */
function openVectorFile(folder: string | undefined, host: Host) {
  const files = host.rubricFiles(folder ?? host.shipped('rubrics'));
  const vectors = files === null ? null : readGoldenCases(files);
  const file = `${folder?.replace(/[\\/]+$/, '') ?? 'rubrics'}/${GOLDEN_CASES_FILE}`;
  if (files === null || vectors === null)
    throw new UsageError(`there is no ${file}, so that nothing is expected`, 'demandfit rubric copy our-rubric');
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
      what: `there is no description \`${example}\` among what was read`,
      why: 'An expectation that is held against nothing would pass whatever happens.',
      fix: `Name a file called ${example}.yaml, or a folder that has it; or take the vector out.`,
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
export const runRubricVectors: RubricAction = async (args, options, host) => {
  const prepared = await prepareCommand(listFormats('golden-cases'), options, EXAMPLE, host);
  if (!prepared.ok) return prepared.result;
  const { format, look, rubric, head } = prepared;
  const folder = options.rubric;
  const { vectors, file, text } = openVectorFile(folder, host);
  if (args.includes('-')) throw new UsageError('a vector names a file, and standard input (-) has no name', EXAMPLE);
  const trouble = createProblemLog();
  const { problems } = trouble;
  const used = { rubric, descriptions: await readExamples(args, rubric, host, trouble) };
  problems.push(...findMissingExamples(vectors, file, used.descriptions.map(toExampleName)));
  trouble.texts.set(file, text);
  const builtIn = folder === undefined ? null : await readWithBuiltInRubric(args, host);
  const run = runGoldenCases(
    vectors.map(({ vector }) => vector),
    used,
    builtIn,
  );
  if (run.checks.length > 0 || format.isData)
    deliver(
      await format.render({ ...head, vectors: run }, createRenderContext(look)),
      options.output,
      host,
      trouble.files,
    );
  await reportProblems(problems, options, host, trouble.texts);
  return { kind: 'vectors', problems, vectors: run };
};

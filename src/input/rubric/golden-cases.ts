import type { Span } from '../../model/diagnostic.ts';
import { type GoldenCase, goldenCasesFile } from '../../model/golden-case.ts';
import type { Rubric } from '../../model/rubric.ts';
import { NOT_RATEABLE } from '../../model/verdict.ts';
import { readBySchema } from '../problems/schema-problems.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { checkIdExists, FILES, type FileInconsistency } from './consistency/inconsistency.ts';
import { type RubricFiles, readRubricText } from './rubric-files.ts';

/** The file of a set that holds its vectors. */
export const GOLDEN_CASES_FILE = FILES.vectors;

/** A vector with the place of its example's name in the file. */
export interface LocatedGoldenCase {
  readonly vector: GoldenCase;
  readonly at: Span | null;
}

/** What the vectors say that the rest of the set contradicts, and examples that have two. */
export function* checkGoldenCases(
  vectors: readonly GoldenCase[],
  rubric: Pick<Rubric, 'bands' | 'diagnoses'>,
): Generator<FileInconsistency> {
  const file = FILES.vectors;
  const verdicts = [...rubric.bands.map(({ id }) => id), NOT_RATEABLE];
  const causes = rubric.diagnoses.map(({ id }) => id);
  const examples = vectors.map(({ example }) => example);
  for (const [i, { example, verdict, cause }] of vectors.entries()) {
    yield* checkIdExists(file, `/vectors/${i}/verdict`, 'verdict', verdict, verdicts);
    yield* checkIdExists(file, `/vectors/${i}/cause`, 'diagnosis', cause, causes);
    if (examples.indexOf(example) < i)
      yield {
        file,
        at: `/vectors/${i}/example`,
        what: `duplicate example \`${example}\``,
        why: 'Two expectations of one example can contradict each other.',
        fix: 'Remove one of the two.',
      };
  }
}

/**
 * The vectors of a set that loads, in the order of the file; null where it has none. @throws Error where the file has
 * problems, which loading the set reports.
 */
export function readGoldenCases(files: Pick<RubricFiles, 'read'>): readonly LocatedGoldenCase[] | null {
  const text = readRubricText(files, FILES.vectors);
  if (text === null) return null;
  const read = readYaml(text, { file: FILES.vectors });
  const data = read.ok ? readBySchema(goldenCasesFile, read.value, FILES.vectors) : read;
  if (!read.ok || !data.ok) throw new Error(`${FILES.vectors} has problems`);
  return data.value.vectors.map((vector, i) => ({ vector, at: read.value.span(`/vectors/${i}/example`) }));
}

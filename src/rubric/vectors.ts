import type { Span } from '../model/problem.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Vector } from '../model/vector.ts';
import { NOT_RATEABLE } from '../model/verdict.ts';
import { readYaml } from '../read/yaml.ts';
import { dangling, type Fault, FILES } from './fault.ts';
import { type RubricFiles, textIn } from './rubric-files.ts';
import { vectorsFile } from './schema.ts';

/** The file of a set that holds its vectors. */
export const VECTORS = FILES.vectors;

/** A vector with the place of its example's name in the file. */
export interface PlacedVector {
  readonly vector: Vector;
  readonly at: Span | null;
}

/** What the vectors say that the rest of the set contradicts, and examples that have two. */
export function vectorFaults(
  vectors: readonly Vector[],
  rubric: Pick<Rubric, 'bands' | 'diagnoses'>,
): readonly Fault[] {
  const file = FILES.vectors;
  const verdicts = [...rubric.bands.map(({ id }) => id), NOT_RATEABLE];
  const causes = rubric.diagnoses.map(({ id }) => id);
  const examples = vectors.map(({ example }) => example);
  return vectors.flatMap(({ example, verdict, cause }, i) => [
    ...dangling(file, `/vectors/${i}/verdict`, 'verdict', verdict, verdicts),
    ...dangling(file, `/vectors/${i}/cause`, 'diagnosis', cause, causes),
    ...(examples.indexOf(example) === i
      ? []
      : [
          {
            file,
            pointer: `/vectors/${i}/example`,
            what: `the example \`${example}\` stands twice`,
            why: 'Two expectations of one example can contradict each other.',
            fix: 'Take one of the two out.',
          },
        ]),
  ]);
}

/**
 * The vectors of a set that loads, in the order of the file; null where it has none. @throws Error where the file has
 * problems, which loading the set tells.
 */
export function vectorsOf(files: Pick<RubricFiles, 'read'>): readonly PlacedVector[] | null {
  const text = textIn(files, FILES.vectors);
  if (text === null) return null;
  const read = readYaml(text, { file: FILES.vectors });
  if (!read.ok) throw new Error(`${FILES.vectors} is no YAML`);
  const { vectors } = vectorsFile.parse(read.value.value);
  return vectors.map((vector, i) => ({ vector, at: read.value.span(`/vectors/${i}/example`) }));
}

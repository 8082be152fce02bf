import type { Description } from '../../../model/description.ts';
import type { Rubric } from '../../../model/rubric.ts';
import type { Host } from '../../host.ts';
import { type ProblemLog, readDescriptions } from '../../read-descriptions.ts';

/**
 * The projects that a rubric is held against: those of the path arguments, else the shipped examples, which are then named
 * `examples/...` wherever the package lies. References are left out: they get no verdict. What is wrong with others is put
 * into `trouble`.
 */
export async function readExamples(
  args: readonly string[],
  rubric: Rubric,
  host: Host,
  trouble: ProblemLog,
): Promise<readonly Description[]> {
  const folder = host.shipped('examples');
  const found: Description[] = [];
  const paths = args.length === 0 ? [folder] : args;
  for await (const description of readDescriptions(paths, {}, rubric, host, trouble))
    if (!description.reference) found.push(description);
  if (args.length > 0) return found;
  return found.map(({ file, ...rest }) => ({
    ...rest,
    file: file === null ? null : `examples/${file.slice(folder.length + 1)}`,
  }));
}

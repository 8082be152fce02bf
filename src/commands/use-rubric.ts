import type { Problem } from '../model/problem.ts';
import type { RubricInfo } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import type { RubricFiles } from '../rubric/rubric-files.ts';
import { UsageError } from './exit.ts';
import type { Host } from './host.ts';

/** A rubric with what a report says of it. */
export interface UsedRubric {
  readonly rubric: Rubric;
  readonly info: RubricInfo;
}

/** A rubric to use, or what is wrong with it and the texts that show it. */
export type RubricOutcome =
  | { readonly ok: true; readonly value: UsedRubric }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly texts: ReadonlyMap<string, string> };

function infoOf(rubric: Rubric, origin: string): RubricInfo {
  return { id: rubric.id, version: rubric.version, title: rubric.title, origin };
}

/** The built-in rubric, or the checked set in the folder given with --rubric; `given` are its files where they are not on the disk. */
export async function useRubric(
  folder: string | undefined,
  host: Host,
  option = '--rubric',
  given?: RubricFiles | null,
): Promise<RubricOutcome> {
  if (folder === undefined) {
    const rubric = host.builtInRubric();
    return { ok: true, value: { rubric, info: infoOf(rubric, 'built-in') } };
  }
  const files = given === undefined ? host.rubricFiles(folder) : given;
  if (files === null)
    throw new UsageError(
      `${option}: there is no folder ${folder}`,
      'demandfit score --rubric ./our-rubric project.yaml',
    );
  const { loadRubric } = await import('../rubric/load.ts');
  const texts = new Map<string, string>();
  const display = (name: string) => (name === '.' ? folder : `${folder.replace(/[\\/]+$/, '')}/${name}`);
  const read = (name: string) => {
    const text = files.read(name);
    if (text?.ok === true) texts.set(display(name), text.value);
    return text;
  };
  const shipped = host.rubricFiles(host.shipped('rubrics'));
  const known = shipped && { files: shipped, rubric: host.builtInRubric() };
  const loaded = loadRubric({ list: files.list, read }, display, known);
  return loaded.ok
    ? { ok: true, value: { rubric: loaded.value, info: infoOf(loaded.value, folder) } }
    : { ...loaded, texts };
}

import type { Outcome } from '../model/problem.ts';
import type { RubricInfo } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { UsageError } from './exit.ts';
import type { Host } from './host.ts';

/** A rubric with what a report says of it. */
export interface UsedRubric {
  readonly rubric: Rubric;
  readonly info: RubricInfo;
}

function infoOf(rubric: Rubric, origin: string): RubricInfo {
  return { id: rubric.id, version: rubric.version, title: rubric.title, origin };
}

/** The built-in rubric, or the checked set in the folder given with --rubric. */
export async function useRubric(folder: string | undefined, host: Host): Promise<Outcome<UsedRubric>> {
  if (folder === undefined) {
    const rubric = host.builtInRubric();
    return { ok: true, value: { rubric, info: infoOf(rubric, 'built-in') } };
  }
  const files = host.rubricFiles(folder);
  if (files === null)
    throw new UsageError(
      `--rubric: there is no folder ${folder}`,
      'demandfit score --rubric ./our-rubric project.yaml',
    );
  const { loadRubric } = await import('../rubric/load.ts');
  const loaded = loadRubric(files, (name) => `${folder.replace(/[\\/]+$/, '')}/${name}`);
  return loaded.ok ? { ok: true, value: { rubric: loaded.value, info: infoOf(loaded.value, folder) } } : loaded;
}

import type { Config } from '../../../check/config/read-config.ts';
import type { Problem } from '../../../model/diagnostic.ts';
import { getValueAt } from '../../../model/pointer.ts';
import type { Rubric } from '../../../model/rubric.ts';
import type { Host } from '../../host.ts';
import { type SelectedRubric, selectRubric } from '../../select-rubric.ts';
import { UsageError } from '../../usage-error.ts';
import { findConfig, readTextAt, refuseBase, resolveBeside } from './find-config.ts';
import { CHECK_EXAMPLE, type CheckOptions } from './signature.ts';

/** The config and the rubric of a check, or the problems that keep it from beginning and the texts that show them. */
export type PreparedCheck =
  | ({ readonly ok: true; readonly config: Config | null } & SelectedRubric)
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly texts: ReadonlyMap<string, string> };

/** Ids of a config that the rubric does not have; most runs have no config, and load none of this. */
async function findUnknownIds(config: Omit<Config, 'data'>, rubric: Rubric): Promise<readonly Problem[]> {
  return (await import('../../../check/config/read-config.ts')).findUnknownIds(config, rubric);
}

/** A revision that does not exist has no config, and the check would pass by the usual settings. */
async function refuseUnknownRevision(revision: string, host: Host): Promise<void> {
  if (revision.trim() === '')
    throw new UsageError(
      '--base names no revision: it is empty, perhaps because the event of the pipeline has no base',
      `${CHECK_EXAMPLE} --base origin/main`,
    );
  const folder = await host.gitFolder(revision, '.');
  if (!folder.ok) refuseBase(revision, folder);
}

/** The files of a folder in the base revision; null where it has no such folder. @throws UsageError where git cannot tell. */
async function readFolderAt(revision: string, folder: string, host: Host) {
  const found = await host.gitFolder(revision, folder);
  if (found.ok) return found.files;
  return found.cause === 'no-file' ? null : refuseBase(revision, found);
}

/** The rubric set of the command line, else that of the config: from the base revision where there is one. */
async function selectCheckRubric(options: CheckOptions, config: Omit<Config, 'data'> | null, host: Host) {
  const given = options.rubric;
  const named = getValueAt(config?.places.value, ['rubric']);
  const folder =
    given ?? (config === null || typeof named !== 'string' ? undefined : resolveBeside(config.file, named));
  if (folder === undefined) return selectRubric(undefined, host);
  const revision = options.base;
  const files = revision === undefined ? host.rubricFiles(folder) : await readFolderAt(revision, folder, host);
  const option = given === undefined ? `${config?.file}: rubric` : '--rubric';
  return selectRubric(folder, host, revision === undefined ? option : `${option} at ${revision}`, files);
}

/** What a check needs before it reads a description. @throws UsageError for names that lead nowhere. */
export async function prepareCheck(options: CheckOptions, host: Host): Promise<PreparedCheck> {
  const [named, revision] = [options.config, options.base];
  const isBare = options.noConfig;
  if (isBare && named !== undefined)
    throw new UsageError('--config and --no-config cannot be combined', `${CHECK_EXAMPLE} --no-config`);
  if (revision !== undefined) await refuseUnknownRevision(revision, host);
  const found = isBare ? null : await findConfig(named, revision, host);
  if (found === undefined)
    throw new UsageError(`--config: there is no file ${named}`, `${CHECK_EXAMPLE} --config demandfit.config.yaml`);
  const texts = new Map<string, string>();
  const keep = async (file: string) => {
    const text = await readTextAt(file, revision, host);
    if (text?.ok === true) texts.set(file, text.value);
  };
  if (found !== null && !found.ok) {
    const { partial } = found;
    for (const { file } of found.problems) await keep(file);
    // All that is wrong with a config at once, not one at a time.
    const used = partial === null ? null : await selectCheckRubric(options, partial, host);
    const unknown = partial === null || !used?.ok ? [] : await findUnknownIds(partial, used.value.rubric);
    return { ok: false, problems: [...found.problems, ...unknown], texts };
  }
  const config = found === null ? null : found.value;
  const used = await selectCheckRubric(options, config, host);
  if (!used.ok) return used;
  const problems = config === null ? [] : await findUnknownIds(config, used.value.rubric);
  if (config === null || problems.length === 0) return { ok: true, config, ...used.value };
  await keep(config.file);
  return { ok: false, problems, texts };
}

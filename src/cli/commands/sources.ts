import { listSources } from '../../analysis/sources/list-sources.ts';
import { STDIN } from '../../input/text/expand-paths.ts';
import type { Description } from '../../model/description.ts';
import type { Rubric } from '../../model/rubric.ts';
import { NO_LOCK, NOT_SEEN, narrowLock, toLockKey } from '../../model/sight.ts';
import { listFormats } from '../../report/registry.ts';
import { defineCommand } from '../command.ts';
import { deliver } from '../deliver.ts';
import type { Host } from '../host.ts';
import { buildOutputOptions, PATHS, RUBRIC } from '../line/common-options.ts';
import { pickById } from '../line/read-options.ts';
import { prepareCommand } from '../prepare-command.ts';
import { createProblemLog, type ProblemLog, readDescriptions } from '../read-descriptions.ts';
import { createLockReader, nameLock } from '../read-lock.ts';
import { reportProblems } from '../report-problems.ts';
import { UsageError } from '../usage-error.ts';
import type { LockedFolder } from './sources/refresh-sources.ts';

const FORMATS = listFormats('sources');

const EXAMPLE = 'demandfit sources project.yaml';

/** The descriptions by the lock file next to them. */
async function groupByLock(
  descriptions: readonly Description[],
  rubric: Rubric,
  host: Host,
): Promise<readonly LockedFolder[]> {
  const locks = createLockReader(host, rubric);
  const files = [...new Set(descriptions.map(({ file }) => nameLock(file ?? '')))];
  return Promise.all(
    files.map(async (file) => {
      const read = await locks.read(file);
      const lock = read.ok ? read.value : null;
      return { file, lock, shown: lock, descriptions: descriptions.filter((one) => nameLock(one.file ?? '') === file) };
    }),
  );
}

/** The addresses of sources by id; none where the description cannot be read. @throws UsageError for an id that is not a source with an address. */
function findPinnedAddresses(
  ids: readonly string[],
  [description, another]: readonly Description[],
): readonly string[] {
  if (another !== undefined)
    throw new UsageError('--pin takes one description, as an id is that of a source in it', `${EXAMPLE} --pin prices`);
  if (description === undefined) return [];
  const known = description.sources.flatMap(({ id, url }) => (url === null ? [] : [{ id, url }]));
  return ids.map((id) => toLockKey(pickById(known, id, 'source with an address', EXAMPLE).url));
}

/** The lock in which a person has looked at these pages today. */
function pinPages({ lock }: LockedFolder, addresses: readonly string[], by: string | undefined, host: Host) {
  const { lockVersion, sources } = lock ?? NO_LOCK;
  const pinned = addresses.map((address) => {
    const seen = sources[address] ?? NOT_SEEN;
    return [address, { ...seen, pin: { day: host.today(), by: by ?? null, hash: seen.page?.hash ?? null } }] as const;
  });
  return { lockVersion, sources: { ...sources, ...Object.fromEntries(pinned) } };
}

async function readAll(
  args: readonly string[],
  options: { readonly refresh: boolean; readonly pin: readonly string[] },
  rubric: Parameters<typeof readDescriptions>[2],
  host: Host,
  problemLog: ProblemLog,
): Promise<readonly Description[]> {
  if (args.includes(STDIN) && (options.refresh || options.pin.length > 0))
    throw new UsageError('--refresh and --pin need files, as the lock file is written next to them', EXAMPLE);
  const descriptions: Description[] = [];
  for await (const description of readDescriptions(args, { example: EXAMPLE }, rubric, host, problemLog))
    descriptions.push(description);
  return descriptions;
}

/** `demandfit sources`: what is cited and what was seen of it; with `--refresh` it opens the pages. */
export const sourcesCommand = defineCommand({
  args: [PATHS],
  options: [
    {
      name: 'refresh',
      value: null,
      about: 'connect to the network, open the pages, and record in demandfit.lock.json what they say',
    },
    { name: 'pin', value: 'id', isMany: true, about: 'record that a person has looked at this source; repeatable' },
    { name: 'by', value: 'name', about: 'who has looked at it' },
    RUBRIC,
    ...buildOutputOptions(FORMATS),
  ],
  examples: [
    EXAMPLE,
    'demandfit sources pitches/ --refresh',
    "demandfit sources project.yaml --pin prices --pin docs --by 'Ada Example'",
  ],

  async run(args, options, host) {
    const prepared = await prepareCommand(FORMATS, options, EXAMPLE, host);
    if (!prepared.ok) return prepared.result;
    const { render, rubric, head, destination, format } = prepared;
    if (options.by !== undefined && options.pin.length === 0)
      throw new UsageError('--by requires --pin', `${EXAMPLE} --pin prices --by 'Ada Example'`);
    const problemLog = createProblemLog();
    const descriptions = await readAll(args, options, rubric, host, problemLog);
    const pinned = options.pin.length === 0 ? [] : findPinnedAddresses(options.pin, descriptions);
    const folders = await groupByLock(descriptions, rubric, host);
    let isComplete = true;
    if (options.refresh && descriptions.length > 0) {
      const { refreshSources } = await import('./sources/refresh-sources.ts');
      isComplete = await refreshSources(folders, rubric, host);
    }
    const [folder] = folders;
    if (pinned.length > 0 && folder !== undefined) {
      const { saveLock } = await import('./sources/refresh-sources.ts');
      saveLock(folder, pinPages(folder, pinned, options.by, host), host);
    }
    const lists = folders.flatMap(({ shown, descriptions: all }) =>
      all.map((one) =>
        // What was read of local documents is kept.
        listSources(shown === null ? one : { ...one, lock: { ...one.lock, ...narrowLock(shown, one) } }, rubric),
      ),
    );
    const { problems } = problemLog;
    if (lists.length > 0 || format.isData)
      deliver(await render({ ...head, lists, problems }), destination, host, problemLog.files);
    const result = await reportProblems(problemLog, options, host);
    return isComplete ? result : { kind: 'stopped' };
  },
});

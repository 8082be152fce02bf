import { listCitedQuotes } from '../../../analysis/sources/list-sources.ts';
import { serializeLock } from '../../../input/lock/lock-file.ts';
import type { Description } from '../../../model/description.ts';
import type { Lock, SeenQuote } from '../../../model/lock.ts';
import type { Rubric } from '../../../model/rubric.ts';
import { NO_LOCK, toLockKey } from '../../../model/sight.ts';
import { escapeForTerminal } from '../../../report/writers/escape-for-terminal.ts';
import { PageFetcher } from '../../../sources/fetch-page.ts';
import { refreshLock } from '../../../sources/refresh.ts';
import { explainWriteError, tellWritten, writeFile } from '../../deliver.ts';
import type { Host } from '../../host.ts';
import { startProgress } from '../../progress.ts';
import { UsageError } from '../../usage-error.ts';

/** A lock file with the descriptions next to it. */
export interface LockedFolder {
  readonly file: string;
  /** As it is on the disk; null where there is none yet. */
  lock: Lock | null;
  /** With what was seen and not written, as no server could be reached. */
  shown: Lock | null;
  readonly descriptions: readonly Description[];
}

/** The quotes to look for, by the address of a page or of its archived copy. */
function listWantedPages(descriptions: readonly Description[], rubric: Rubric) {
  const wanted = new Map<string, Pick<SeenQuote, 'text' | 'prefix' | 'suffix'>[]>();
  for (const description of descriptions) {
    const cited = listCitedQuotes(description, rubric);
    for (const { id, url, archive = null } of description.sources)
      for (const address of [url, archive]) {
        if (address === null) continue;
        const key = toLockKey(address);
        wanted.set(key, [...(wanted.get(key) ?? []), ...(cited.get(id)?.quotes ?? [])]);
      }
  }
  return wanted;
}

/** Writes a lock file. @throws UsageError when the system forbids it. */
export function saveLock(folder: LockedFolder, lock: Lock, host: Host): void {
  const { file } = folder;
  try {
    writeFile(file, serializeLock(lock), host);
  } catch (error) {
    throw new UsageError(`cannot write ${file} (${explainWriteError(error)})`, 'demandfit sources project.yaml');
  }
  folder.lock = lock;
  folder.shown = lock;
  tellWritten(file, 'lock file', host);
}

/** Opens what is cited, and writes what was seen into the lock files. @returns false where it was interrupted. */
export async function refreshSources(folders: readonly LockedFolder[], rubric: Rubric, host: Host): Promise<boolean> {
  const wanted = new Map(folders.map((folder) => [folder, listWantedPages(folder.descriptions, rubric)]));
  const addresses = [...wanted.values()].flatMap((pages) => [...pages.keys()]);
  const hosts = new Set(addresses.map((address) => new URL(address).host));
  const say = (line: string) => host.stderr.write(`${escapeForTerminal(line)}\n`);
  if (addresses.length === 0) {
    say('No source has an address: nothing to open.');
    return true;
  }
  const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
  say(
    `Connecting to ${counted(hosts.size, 'host', 'hosts')} to open ${counted(addresses.length, 'page', 'pages')}, one a second on each host.`,
  );
  const signal = host.terminated();
  const fetcher = new PageFetcher(await host.connect(), `demandfit/${host.version}`, signal);
  const progress = startProgress(host, 'opened');
  let isSaved = false;
  const context = { rubric, today: host.today(), digest: host.digest };
  for (const [folder, pages] of wanted) {
    if (signal.aborted) break;
    const before = folder.lock ?? NO_LOCK;
    const lock = await refreshLock(before, pages, { fetcher, signal, onStep: () => progress.step() }, context);
    progress.end();
    folder.shown = lock;
    if (!fetcher.hasAnswers) continue;
    if (serializeLock(lock) !== serializeLock(before)) {
      saveLock(folder, lock, host);
      isSaved = true;
    } else if (!signal.aborted) say(`${folder.file} is up to date.`);
  }
  progress.end();
  if (signal.aborted)
    say(`Interrupted; ${isSaved ? 'what had been seen by then was recorded' : 'no lock file was changed'}.`);
  else if (!fetcher.hasAnswers)
    say('Could not tell what these pages say, as no server could be reached; no lock file was changed.');
  return !signal.aborted;
}

import { explainUnreadable, MAX_DOCUMENT_BYTES, readFileBeside } from '../input/text/read-text.ts';
import type { Description } from '../model/description.ts';
import type { Outcome, Problem } from '../model/diagnostic.ts';
import type { Lock } from '../model/lock.ts';
import type { Rubric } from '../model/rubric.ts';
import { LOCK_NAME, NO_LOCK, narrowLock } from '../model/sight.ts';
import type { Host } from './host.ts';
import type { CitedFiles, ReadBytes } from './read-cited-files.ts';

/** The name of the lock file next to a file, or next to one of a git revision as `REV:path`. */
export function nameLock(file: string): string {
  return file.replace(/[^/\\:]*$/, LOCK_NAME);
}

async function readLockAt(name: string, read: ReadBytes): Promise<Outcome<Lock | null>> {
  try {
    const bytes = await read(name);
    if (bytes === null) return { ok: true, value: null };
    return (await import('../input/lock/lock-file.ts')).readLock(new TextDecoder().decode(bytes), name);
  } catch (error) {
    return { ok: false, problems: [explainUnreadable(name, error)] };
  }
}

/** Reads what is known of the sources of descriptions: the lock file next to them, once for each folder, and local documents. */
export interface LockReader {
  read(file: string): Promise<Outcome<Lock | null>>;
  /** The description with what is known of its sources; null where its lock cannot be read, which is put into `problems` once. */
  add(description: Description, file: string, problems: Problem[]): Promise<Description | null>;
  /** The local documents of a description that `add` returned. */
  filesOf(description: Description): CitedFiles;
}

/** @param source default: the disk. */
export function createLockReader(host: Host, rubric: Rubric, source?: ReadBytes): LockReader {
  const known = new Map<string, Promise<Outcome<Lock | null>>>();
  const cited = new WeakMap<Description, CitedFiles>();
  const fromDisk: ReadBytes = async (name) => readFileBeside(name, MAX_DOCUMENT_BYTES + 1, host.disk);
  const readBytes = source ?? fromDisk;
  const read = (file: string) => {
    const name = nameLock(file);
    const held = known.get(name) ?? readLockAt(name, readBytes);
    known.set(name, held);
    return held;
  };
  return {
    read,
    async add(description, file, problems) {
      const lock = await read(file);
      if (!lock.ok) {
        problems.push(...lock.problems.filter((problem) => !problems.includes(problem)));
        return null;
      }
      const locked = lock.value === null ? description : { ...description, lock: narrowLock(lock.value, description) };
      if (description.sources.every((one) => one.file == null)) return locked;
      const { readCitedFiles, seeFiles } = await import('./read-cited-files.ts');
      const files = await readCitedFiles(description, file, readBytes, host);
      const seen = { ...locked, lock: { ...(locked.lock ?? NO_LOCK), files: seeFiles(description, files, rubric) } };
      cited.set(seen, files);
      return seen;
    },
    filesOf: (description) => cited.get(description) ?? new Map(),
  };
}

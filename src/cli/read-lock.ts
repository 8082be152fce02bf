import { explainUnreadable, MAX_DOCUMENT_BYTES } from '../input/text/read-text.ts';
import type { Description } from '../model/description.ts';
import type { Outcome, Problem } from '../model/diagnostic.ts';
import type { Lock } from '../model/lock.ts';
import { LOCK_NAME, narrowLock } from '../model/sight.ts';
import type { Host } from './host.ts';

/** The name of the lock file next to a file, or next to one of a git revision as `REV:path`. */
export function nameLock(file: string): string {
  return file.replace(/[^/\\:]*$/, LOCK_NAME);
}

/** The bytes of a lock file, null where there is none. @throws Error when the system denies access. */
type LockSource = (name: string) => Promise<Uint8Array | null>;

async function readLockAt(name: string, read: LockSource): Promise<Outcome<Lock | null>> {
  try {
    const bytes = await read(name);
    if (bytes === null) return { ok: true, value: null };
    return (await import('../input/lock/lock-file.ts')).readLock(new TextDecoder().decode(bytes), name);
  } catch (error) {
    return { ok: false, problems: [explainUnreadable(name, error)] };
  }
}

/** Reads the lock file next to a description, once for each folder. */
export interface LockReader {
  read(file: string): Promise<Outcome<Lock | null>>;
  /** The description with the lock next to it; null where that cannot be read, which is put into `problems` once. */
  add(description: Description, file: string, problems: Problem[]): Promise<Description | null>;
}

/** @param source default: the disk. */
export function createLockReader(host: Host, source?: LockSource): LockReader {
  const known = new Map<string, Promise<Outcome<Lock | null>>>();
  const fromDisk: LockSource = async (name) =>
    host.disk.stat(name)?.kind === 'file' ? host.disk.readFile(name, MAX_DOCUMENT_BYTES) : null;
  const read = (file: string) => {
    const name = nameLock(file);
    const held = known.get(name) ?? readLockAt(name, source ?? fromDisk);
    known.set(name, held);
    return held;
  };
  return {
    read,
    async add(description, file, problems) {
      const lock = await read(file);
      if (lock.ok)
        return lock.value === null ? description : { ...description, lock: narrowLock(lock.value, description) };
      problems.push(...lock.problems.filter((problem) => !problems.includes(problem)));
      return null;
    },
  };
}

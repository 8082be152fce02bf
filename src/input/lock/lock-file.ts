import type { Outcome } from '../../model/diagnostic.ts';
import { type Lock, lockFile } from '../../model/lock.ts';
import { accept, REFUSED } from '../../model/schema/accept.ts';
import { readBySchema } from '../problems/schema-problems.ts';
import { readYaml } from '../yaml/read-yaml.ts';

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads a lock file, or reports what is wrong with it. */
export function readLock(text: string, file: string): Outcome<Lock> {
  const accepted = accept(lockFile, parse(text));
  if (accepted !== REFUSED) return { ok: true, value: accepted };
  const read = readYaml(text, { file });
  return read.ok ? readBySchema(lockFile, read.value, file) : read;
}

/** The text of a lock file: JSON, its addresses in the order of code units. */
export function serializeLock({ lockVersion, sources }: Lock): string {
  const sorted = Object.entries(sources).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ lockVersion, sources: Object.fromEntries(sorted) }, null, 2)}\n`;
}

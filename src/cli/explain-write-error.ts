import { getErrorCode } from '../input/text/read-text.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'what its path goes through is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'the system does not let this user write there',
  EPERM: 'the system does not let this user write there',
  EROFS: 'what it lies on takes no writing',
  ENOSPC: 'the disk is full',
};

/** Why the system let a file not be written, in words; the name of a file that stands in for it meanwhile is left out. */
export function explainWriteError(error: unknown): string {
  const code = getErrorCode(error);
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

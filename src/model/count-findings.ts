import type { CheckedFile, CheckResult, FileFinding } from './check.ts';

/** How many findings count, by severity, and how many don't, by why. */
export function countFindings(
  files: readonly CheckedFile[],
  others: readonly FileFinding[] = [],
): CheckResult['counts'] {
  const counts = { error: 0, warn: 0, note: 0, comment: 0, baseline: 0 };
  for (const { severity, setAside } of [...files.flatMap(({ findings }) => findings), ...others])
    counts[setAside?.by ?? severity] += 1;
  return counts;
}

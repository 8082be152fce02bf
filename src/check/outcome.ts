import type { CheckedFile, CheckFailure, CheckResult } from '../model/check.ts';

/** What makes a check fail. */
export interface FailureThresholds {
  /** The least severity that fails it; `never` leaves only files that can't be read. */
  readonly failSeverity: 'warn' | 'error' | 'never';
  /** So many warnings are let pass; null for any number. */
  readonly maxWarnings: number | null;
}

/** How many findings count, and how many do not and why. */
export function countFindings(files: readonly CheckedFile[]): CheckResult['counts'] {
  const all = files.flatMap(({ findings }) => findings);
  const counted = all.filter(({ setAside }) => setAside === null);
  return {
    error: counted.filter(({ severity }) => severity === 'error').length,
    warn: counted.filter(({ severity }) => severity === 'warn').length,
    comment: all.filter(({ setAside }) => setAside?.by === 'comment').length,
    baseline: all.filter(({ setAside }) => setAside?.by === 'baseline').length,
  };
}

/** Why a check fails; none where it passes. @param unreadable files that are no descriptions. */
export function findFailures(
  counts: CheckResult['counts'],
  unreadable: number,
  dials: FailureThresholds,
): readonly CheckFailure[] {
  const { failSeverity, maxWarnings } = dials;
  const least = failSeverity === 'warn' ? 0 : maxWarnings;
  return [
    ...(unreadable > 0 ? [{ kind: 'unreadable' as const, count: unreadable }] : []),
    ...(failSeverity !== 'never' && counts.error > 0 ? [{ kind: 'errors' as const, count: counts.error }] : []),
    ...(failSeverity !== 'never' && least !== null && counts.warn > least
      ? [{ kind: 'warnings' as const, count: counts.warn, most: least }]
      : []),
  ];
}

import type { CheckFailure, CheckResult } from '../model/check.ts';

/** What makes a check fail. */
export interface FailureThresholds {
  /** The least severity that fails it; `never` leaves only files that can't be read. */
  readonly failSeverity: 'warn' | 'error' | 'never';
  /** More warnings than this fail it; null for any number. */
  readonly maxWarnings: number | null;
}

/** Why a check fails; none where it passes. @param unreadable files that are not descriptions. */
export function findFailures(
  counts: CheckResult['counts'],
  unreadable: number,
  { failSeverity, maxWarnings }: FailureThresholds,
): readonly CheckFailure[] {
  const least = failSeverity === 'warn' ? 0 : maxWarnings;
  return [
    ...(unreadable > 0 ? [{ kind: 'unreadable' as const, count: unreadable }] : []),
    ...(failSeverity !== 'never' && counts.error > 0 ? [{ kind: 'errors' as const, count: counts.error }] : []),
    ...(failSeverity !== 'never' && least !== null && counts.warn > least
      ? [{ kind: 'warnings' as const, count: counts.warn, most: least }]
      : []),
  ];
}

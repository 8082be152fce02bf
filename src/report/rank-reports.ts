import { BOUNDS } from '../model/level.ts';
import type { Report } from '../model/report.ts';

function compareByFit(a: Report, b: Report): number {
  if (a.fit === null || b.fit === null) return Number(a.fit === null) - Number(b.fit === null);
  for (const bound of BOUNDS) {
    if (a.fit[bound] !== b.fit[bound]) return b.fit[bound] - a.fit[bound];
  }
  return 0;
}

/** Highest supported index first, then claimed, then possible, then by name; projects outside come last. Equals keep their order. */
export function rankReports(reports: readonly Report[]): readonly Report[] {
  return [...reports].sort((a, b) => {
    const [x, y] = [a.project.name, b.project.name];
    return compareByFit(a, b) || (x < y ? -1 : x > y ? 1 : 0);
  });
}

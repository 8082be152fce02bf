import type { Report } from '../../model/report.ts';
import { partsOf } from '../explanation.ts';
import type { TerminalScreen } from './page.ts';
import { partLines } from './parts.ts';

/** How sure the verdict is, in full, and what would change it. */
export function explanationLines(report: Report, page: TerminalScreen): string[] {
  return partLines(partsOf(report), page);
}

import type { Report } from '../../../../model/report.ts';
import type { TerminalScreen } from '../../../writers/terminal/screen.ts';
import { partLines } from '../../../writers/terminal/sections.ts';
import { partsOf } from '../explanation.ts';

/** How sure the verdict is, in full, and what would change it. */
export function explanationLines(report: Report, page: TerminalScreen): string[] {
  return partLines(partsOf(report), page);
}

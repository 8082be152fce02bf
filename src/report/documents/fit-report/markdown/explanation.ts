import type { Report } from '../../../../model/report.ts';
import { partBlocks } from '../../../writers/markdown/sections.ts';
import { partsOf } from '../explanation.ts';

/** How sure the verdict is, in full, and what would change it. */
export function explanation(report: Report, level: number): string[] {
  return partBlocks(partsOf(report), level + 1);
}

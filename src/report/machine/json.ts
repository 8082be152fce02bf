import type { ReportJson } from '../../model/report.ts';
import { toSafeJson } from '../writers/safe-json.ts';

/** The report file as it is. */
export function renderJson(file: ReportJson): string {
  return toSafeJson(file);
}

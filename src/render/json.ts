import type { ReportFile } from '../model/report.ts';
import { safeJson } from './safe-json.ts';

/** The report file as it is. */
export function renderJson(file: ReportFile): string {
  return safeJson(file);
}

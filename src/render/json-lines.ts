import type { ReportFile } from '../model/report.ts';
import type { Format, ReportLine } from './format.ts';
import { safeJsonLine } from './safe-json.ts';

/** Every report and problem of a file as a line of its own. */
function linesOf({ reports, problems, ...head }: ReportFile): readonly ReportLine[] {
  return [...reports.map((report) => ({ ...head, report })), ...problems.map((problem) => ({ ...head, problem }))];
}

/** JSON Lines (https://jsonlines.org): one object a report or problem, for files without number. */
export const jsonLines: Format = {
  id: 'jsonl',
  title: 'One line of data a project, written as it is scored',
  extension: 'jsonl',
  isData: true,
  isPage: false,
  line: safeJsonLine,
  render: (file) => linesOf(file).map(safeJsonLine).join(''),
};

import type { ReportJson } from '../../model/report.ts';
import type { ReportFormat, ReportLine } from '../format.ts';
import { toSafeJsonLine } from '../writers/safe-json.ts';

/** Every report and problem of a file as a line of its own. */
function listReportLines({ reports, problems, ...head }: ReportJson): readonly ReportLine[] {
  return [...reports.map((report) => ({ ...head, report })), ...problems.map((problem) => ({ ...head, problem }))];
}

/** JSON Lines (https://jsonlines.org): one object a report or problem, for files without number. */
export const jsonLines: ReportFormat = {
  id: 'jsonl',
  title: 'One line of data a project, written as it is scored',
  extension: 'jsonl',
  isData: true,
  isPage: false,
  line: toSafeJsonLine,
  render: (file) => listReportLines(file).map(toSafeJsonLine).join(''),
};

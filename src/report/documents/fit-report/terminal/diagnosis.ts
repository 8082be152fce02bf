import type { DiagnosisReport, Report } from '../../../../model/report.ts';
import { heading, indented, labelled, type TerminalScreen } from '../../../writers/terminal/screen.ts';

/** The cause with its route, and the trigger to watch. */
export function diagnosisOverview(report: Report, page: TerminalScreen): string[] {
  const { diagnosis, fit } = report;
  if (fit === null) return [];
  const cause =
    diagnosis === null
      ? []
      : [
          ...labelled(
            'Diagnosis',
            [{ text: diagnosis.title, style: page.paint.bold }, `; route: ${diagnosis.route}`],
            page,
            2,
            12,
          ),
          ...labelled('Watch', [diagnosis.trigger], page, 2, 12),
        ];
  return cause;
}

function causeLines({ title, means, route, advice, trigger }: DiagnosisReport, page: TerminalScreen): string[] {
  return [
    ...indented([{ text: title, style: page.paint.bold }], page),
    ...indented([means], page, 4),
    ...labelled(route, [advice], page, 4),
    ...labelled('watch', [trigger], page, 4),
  ];
}

/** What the diagnosis means and advises, and the further causes that hold. */
export function diagnosisDetails({ diagnosis, otherCauses }: Report, page: TerminalScreen): string[] {
  return [
    ...(diagnosis === null ? [] : [...heading('Diagnosis', page), ...causeLines(diagnosis, page)]),
    ...(otherCauses.length === 0 ? [] : heading('What else holds it back', page)),
    ...otherCauses.flatMap((cause) => causeLines(cause, page)),
  ];
}

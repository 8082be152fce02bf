import type { Report } from '../../../../model/report.ts';
import { formatFinePercent } from '../../../wording/figures.ts';
import { describeUnknown, listUnknowns, type UnknownCriterionReport } from '../../../wording/sentences.ts';
import { heading, indented, labelled, type TerminalScreen } from '../../../writers/terminal/screen.ts';

function unknownLines(criterion: UnknownCriterionReport, page: TerminalScreen): string[] {
  const { title, share, note, effort } = criterion;
  const facts = `; ${describeUnknown(criterion)}; to find out: ${effort.find_out}`;
  return [
    ...labelled(formatFinePercent(share).padStart(6), [{ text: title, style: page.paint.bold }, facts], page, 2, 8),
    ...(note === null ? [] : indented([`note: ${note}`], page, 10)),
  ];
}

/** The open questions with what each is worth and what finding out takes. */
export function unknownsSection(report: Report, page: TerminalScreen): string[] {
  const unknowns = listUnknowns(report);
  if (unknowns.length === 0) return [];
  return [
    ...heading('Unknown, by share of the index', page),
    ...unknowns.flatMap((criterion) => unknownLines(criterion, page)),
  ];
}

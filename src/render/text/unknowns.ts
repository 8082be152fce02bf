import type { Report } from '../../model/report.ts';
import { finePercent } from '../figures.ts';
import { silence, type Unknown, unknownsOf } from '../sentences.ts';
import { heading, indented, labelled, type Page } from './page.ts';

function unknownLines(criterion: Unknown, page: Page): string[] {
  const { title, share, note, effort } = criterion;
  const facts = `; ${silence(criterion)}; to find out: ${effort.find_out}`;
  return [
    ...labelled(finePercent(share).padStart(6), [{ text: title, style: page.paint.bold }, facts], page, 2, 8),
    ...(note === null ? [] : indented([`note: ${note}`], page, 10)),
  ];
}

/** The open questions with what each is worth and what finding out takes. */
export function unknownsSection(report: Report, page: Page): string[] {
  const unknowns = unknownsOf(report);
  if (unknowns.length === 0) return [];
  return [
    ...heading('Unknown, by share of the index', page),
    ...unknowns.flatMap((criterion) => unknownLines(criterion, page)),
  ];
}

import type { CriterionReport, Report } from '../../model/report.ts';
import { finePercent } from '../figures.ts';
import { heading, indented, labelled, type Page } from './page.ts';

export type Unknown = Extract<CriterionReport, { status: 'unknown' }>;

/** What is unknown, the largest share of the index first, then by id. */
export function unknownsOf({ dimensions }: Report): readonly Unknown[] {
  return dimensions
    .flatMap(({ criteria }) => criteria)
    .filter((criterion) => criterion.status === 'unknown')
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** `looked for and not found`, or that the description is silent. */
export function silence({ stated }: Unknown): string {
  return stated ? 'looked for, not found' : 'the description is silent';
}

function unknownLines(criterion: Unknown, page: Page): string[] {
  const { title, share, question, note, effort } = criterion;
  const facts = `; ${silence(criterion)}; finding out takes ${effort.find_out}`;
  return [
    ...labelled(finePercent(share).padStart(6), [{ text: title, style: page.paint.bold }, facts], page, 2, 8),
    ...indented([question], page, 10),
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

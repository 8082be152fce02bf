import type { DocumentPlace } from '../../model/document.ts';
import type { DocumentQuote, PriceReading, QuestionQuote } from '../../model/reading.ts';
import { formatMultiple, formatRatio } from './figures.ts';

/*
 * Sentences about a reading, which contain text of the documents: the writers escape them.
 */

/** A longer quote is cut where it is shown. */
const LONGEST_QUOTE = 300;

/** A quote in quotation marks, cut at a word where it is long. */
export function showQuote({ text }: Pick<DocumentQuote, 'text'>): string {
  if (text.length <= LONGEST_QUOTE) return `"${text}"`;
  const at = text.lastIndexOf(' ', LONGEST_QUOTE);
  return `"${text.slice(0, at > 0 ? at : LONGEST_QUOTE)} …"`;
}

/** `line 45`, `p. 4`, `slide 3`, with the file where there are several. @param isOnly for the place in the only document. */
export function describePlace({ file, line, sheet, section }: DocumentPlace, isOnly: boolean): string {
  const at =
    sheet !== null
      ? `${sheet.kind === 'page' ? 'p.' : 'slide'} ${sheet.number}`
      : line !== null
        ? `line ${line}`
        : (section ?? '');
  return [isOnly ? '' : file, at].filter((part) => part !== '').join(' ');
}

const OWNERS: Readonly<Record<QuestionQuote['whose'], string>> = {
  project: '',
  rival: 'rival',
  market: 'market',
  plan: 'planned',
  unsaid: '',
};

/** The place of a statement, and whose it is where it is not the project's: `line 45, rival`. */
export function describeOrigin({ place, whose }: QuestionQuote, isOnly: boolean): string {
  return [describePlace(place, isOnly), OWNERS[whose]].filter((part) => part !== '').join(', ');
}

/** A price of the documents beside the register. */
export function describePriceReading({ quote, value, unit, registered, ratio, needed }: PriceReading): string {
  const own = `${value} ${unit}`;
  if (registered === null) return `${showQuote(quote)}: ${own}`;
  const since = registered.asOf === null ? '' : ` since ${registered.asOf}`;
  if (ratio === null || needed === null)
    return `quotes ${registered.name} at ${own}; the register has ${registered.value}${since}`;
  return `${own}; the cheapest like it is ${registered.name} at ${registered.value}: ${formatRatio(ratio)}, and ${formatMultiple(needed)} is needed`;
}

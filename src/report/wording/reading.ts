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

/** What a file is called where a place in it is shown. */
export type NameFile = (file: string) => string;

/** A file without its folders. */
export const toBaseName = (file: string) => file.split(/[\\/]/).at(-1) ?? file;

/** Names files as briefly as tells them apart: not at all where there is one, and without their folders where that is enough. */
export function nameFiles(files: readonly string[]): NameFile {
  if (files.length < 2) return () => '';
  return new Set(files.map(toBaseName)).size < new Set(files).size ? (file) => file : toBaseName;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Names several files by letters, and by numbers behind the last one, for where room is short; one is not named in a place. */
export function letterFiles(files: readonly string[]): NameFile {
  if (files.length < 2) return () => '';
  return (file) => LETTERS[files.indexOf(file)] ?? `#${files.indexOf(file) + 1}`;
}

/** `line 45`, `p. 4`, `slide 3`, behind the name of the file. */
export function describePlace({ file, line, sheet, section }: DocumentPlace, nameFile: NameFile): string {
  const at =
    sheet !== null
      ? `${sheet.kind === 'page' ? 'p.' : 'slide'} ${sheet.number}`
      : line !== null
        ? `line ${line}`
        : (section ?? '');
  return [nameFile(file), at].filter((part) => part !== '').join(' ');
}

const OWNERS: Readonly<Record<QuestionQuote['whose'], string>> = {
  project: '',
  rival: 'rival',
  market: 'market',
  plan: 'planned',
  unsaid: '',
};

/** The place of a statement, and whose it is where it is not the project's: `line 45, rival`. */
export function describeOrigin({ place, whose }: QuestionQuote, nameFile: NameFile): string {
  return [describePlace(place, nameFile), OWNERS[whose]].filter((part) => part !== '').join(', ');
}

/** A sum as a price list has it: `6.88`, `2.40`, `0.0005`. */
function formatPrice(value: number): string {
  return Number.isInteger(value) || value < 0.1 ? String(value) : value.toFixed(Math.max(2, countDecimals(value)));
}

function countDecimals(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

/** `6.88`, with the unit where it is another than the document's. */
function formatRegistered({ value, unit }: NonNullable<PriceReading['registered']>, told: string): string {
  return `${formatPrice(value)}${unit === told ? '' : ` ${unit}`}`;
}

/** `quotes AWS at 3.93 USD per H100-hour; the register has 6.88 since 2026-11-09`. */
function describeOtherPrice({ party, value, unit, alternative, registered }: PriceReading): string {
  const quoted = `quotes ${party ?? 'a rival'} at ${formatPrice(value)} ${unit}`;
  const since = registered === null || registered.asOf === null ? '' : ` since ${registered.asOf}`;
  if (registered !== null) return `${quoted}; the register has ${formatRegistered(registered, unit)}${since}`;
  return alternative === null ? quoted : `${quoted}; the register has no price for it`;
}

/** A price in the documents, compared with the register. */
export function describePriceReading(price: PriceReading): string {
  const { quote, value, unit, registered, ratio, needed } = price;
  const own = `${formatPrice(value)} ${unit}`;
  if (quote.whose === 'rival') return describeOtherPrice(price);
  if (quote.whose === 'market') return `puts the market at ${own}`;
  if (quote.whose === 'plan') return `plans to charge ${own}`;
  if (registered === null || ratio === null) return `charges ${own}; the register has nothing comparable`;
  // The details of an alternative are in the register.
  const name = registered.name.split(', ')[0] ?? registered.name;
  const multiple = needed === null ? '' : `, and up to ${formatMultiple(needed)} is needed`;
  return `charges ${own}; the cheapest comparable is ${name} at ${formatRegistered(registered, unit)}: ${formatRatio(ratio)}${multiple}`;
}

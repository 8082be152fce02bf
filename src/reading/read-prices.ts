import type { PriceReading } from '../model/reading.ts';
import type { DocumentProse } from './document-prose.ts';
import type { ReadingContext } from './reading-context.ts';

/** The prices of the documents beside the register of alternatives. */
export function readPrices(_proses: readonly DocumentProse[], _context: ReadingContext): readonly PriceReading[] {
  return [];
}

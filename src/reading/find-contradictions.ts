import type { ContradictionReading } from '../model/reading.ts';
import type { DocumentProse } from './document-prose.ts';
import type { ReadingContext } from './reading-context.ts';

/** Figures of the documents for one thing that contradict each other. */
export function findContradictions(
  _proses: readonly DocumentProse[],
  _context: ReadingContext,
): readonly ContradictionReading[] {
  return [];
}

import type { Document, ErrorCode, YAMLError } from 'yaml';
import { type TextDiagnostic, TextPlaces } from '../text/text-places.ts';
import { explainError } from './explain-error.ts';

/** Errors after which the parser still knows where it is. */
const RECOVERABLE: readonly ErrorCode[] = [
  'BAD_COLLECTION_TYPE',
  'MULTIPLE_DOCS',
  'NON_STRING_KEY',
  'TAG_RESOLVE_FAILED',
];

/** Faults after which nothing that the parser says of the rest can be trusted. */
const UNRECOVERABLE: readonly string[] = [
  'yaml/merge-conflict',
  'yaml/stray-bracket',
  'yaml/too-deep',
  'yaml/unclosed-bracket',
  'yaml/unclosed-quote',
];

/** Where the entries of the outermost mapping begin: lines whose first letter is that of a key. */
function findRegionStarts(text: string): readonly number[] {
  return [...text.matchAll(/^[^\s#\]}-]/gm)].map(({ index }) => index);
}

/** The number of entries that begin at or before the offset. */
function findRegion(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The first fault of each entry of the outermost mapping, as one slip makes the parser stumble over and over until it
 * meets the next one. The errors come in the order of the text, those of one place as the parser found them, which is
 * the innermost first. `spares` tells whether what was read at an offset can be trusted all the same.
 */
export function explainFirstErrors(
  errors: readonly YAMLError[],
  text: string,
  doc: Document.Parsed,
): { faults: readonly TextDiagnostic[]; spares: (offset: number) => boolean } {
  const places = new TextPlaces(text);
  const starts = findRegionStarts(text);
  const damaged = new Set<number>();
  let end = Number.POSITIVE_INFINITY;
  const spares = (offset: number) => offset < end && !damaged.has(findRegion(starts, offset));
  const damage = (from: number, to: number) => {
    for (let region = findRegion(starts, from); region <= findRegion(starts, to); region += 1) damaged.add(region);
  };

  const faults: TextDiagnostic[] = [];
  for (const error of errors) {
    const [from, to] = error.pos;
    if (!spares(from)) continue;
    const fault = explainError(error, text, places, doc);
    faults.push(fault);
    if (RECOVERABLE.includes(error.code)) continue;
    damage(from, Math.max(from, to - 1));
    damage(fault.at.from, fault.at.from);
    if (UNRECOVERABLE.includes(fault.code)) end = fault.at.from;
  }
  return { faults, spares };
}

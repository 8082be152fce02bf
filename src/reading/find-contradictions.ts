import type { ContradictionReading, PriceReading } from '../model/reading.ts';
import { agrees } from '../prose/stated-figure.ts';
import { listMeasurements, type Measurement } from './contradictions/list-measurements.ts';
import { findPriceContradictions } from './contradictions/price-contradictions.ts';
import type { DocumentProse } from './document-prose.ts';
import type { ReadingContext } from './reading-context.ts';

/** At most this many figures for one thing are compared with each other, to bound the time for a document full of them. */
const MOST_ALIKE = 200;

/** A measurement with the file that it is in. */
interface FiledMeasurement extends Measurement {
  readonly file: number;
}

/** True where a reader would take one of two figures to be wrong: they differ by more than rounding. */
function contradicts(a: FiledMeasurement, b: FiledMeasurement, { rubric: { grammar } }: ReadingContext): boolean {
  if (a.file === b.file && a.beside === b.beside) return false;
  const far = Math.abs(a.figure.value - b.figure.value);
  // Of 99.9% and 97% the rest differs much.
  const sizeOf = ({ figure: { of, value } }: FiledMeasurement) =>
    of === 'percent' ? Math.min(value, 100 - value) : value;
  const isSlight = far <= grammar.agreement.money * Math.max(sizeOf(a), sizeOf(b));
  return !isSlight && !agrees(a.figure, b.figure, grammar.agreement) && !agrees(b.figure, a.figure, grammar.agreement);
}

/** The measurements of one thing, without those of a table that has several of it, as of a list of tiers. */
function dropTiers(alike: readonly FiledMeasurement[]): readonly FiledMeasurement[] {
  return alike.filter(
    (one) =>
      !alike.some(
        (other) => other.file === one.file && other.beside === one.beside && other.figure.value !== one.figure.value,
      ),
  );
}

/** Figures of the documents for one thing that contradict each other after conversion of units. */
export function findContradictions(
  proses: readonly DocumentProse[],
  prices: readonly PriceReading[],
  context: ReadingContext,
): readonly ContradictionReading[] {
  const byKey = new Map<string, FiledMeasurement[]>();
  for (const [file, prose] of proses.entries())
    for (const one of listMeasurements(prose, context)) {
      const alike = byKey.get(one.key) ?? [];
      if (alike.length < MOST_ALIKE) alike.push({ ...one, file });
      byKey.set(one.key, alike);
    }
  const measured = [...byKey.values()].flatMap((alike) => {
    const kept = dropTiers(alike);
    const [first] = kept;
    const other = kept.find((one) => first !== undefined && contradicts(first, one, context));
    if (first === undefined || other === undefined) return [];
    return [{ of: first.of, statements: [first, other].map(({ said, quote }) => ({ ...quote, said })) }];
  });
  return [...findPriceContradictions(proses, prices.slice(0, MOST_ALIKE), context), ...measured];
}

import type { Level } from '../model/level.ts';
import { LEVELS } from '../model/level.ts';
import type { Criterion } from '../model/rubric.ts';
import { about, defaulted, filled, list, orNull, text } from '../shape/shape.ts';

/** Ids of listed sources. */
export const sourceIds = defaulted(list(filled), []);

/** The fields that every answer may have beside what it says. */
export const supportFields = {
  sources: about(sourceIds, { description: 'Ids of the sources that carry this answer.' }),
  disputed_by: about(sourceIds, { description: 'Ids of sources that speak against it. Printed, not scored.' }),
  note: about(orNull(text), { description: 'A remark for the reader.' }),
};

/** `supportFields` of an answer that cites nothing. */
export const unsupported = { sources: [] as readonly string[], disputed_by: [] as readonly string[], note: null };

/** The short form of an answer: what it says, without a source. */
export function bareAnswer<T>(answer: T) {
  return { answer, ...unsupported };
}

/** The level whose threshold a test reaches, trying the highest first; level 0 when it reaches none. */
export function levelByThreshold(criterion: Criterion, reaches: (threshold: number) => boolean): Level {
  const reached = [...LEVELS].reverse().find((level) => {
    const threshold = criterion.levels[level]?.at_least;
    return typeof threshold === 'number' && reaches(threshold);
  });
  return reached ?? 0;
}

/** The levels that figures from `least` to `most`, both included, reach by the thresholds. */
export function levelsWithin(criterion: Criterion, least: number, most: number): readonly Level[] {
  const sign = isLowerHarder(criterion) ? -1 : 1;
  const [low, high] = sign === 1 ? [least, most] : [-most, -least];
  const thresholds = criterion.levels.map(({ at_least: t }) => (t === null ? Number.NEGATIVE_INFINITY : sign * t));
  return LEVELS.filter((level) => {
    const from = Math.max(low, thresholds[level] ?? Number.NEGATIVE_INFINITY);
    return from <= high && from < (thresholds[level + 1] ?? Number.POSITIVE_INFINITY);
  });
}

/** True where a lower figure is the better one; a comparison's ratio is turned round already. */
function isLowerHarder(criterion: Criterion): boolean {
  return criterion.kind === 'number' && criterion.better === 'lower';
}

/** The fault in the thresholds of a `number` or `comparison`, or null: levels 1 to 4 need one each, in strict order. */
export function thresholdFault(criterion: Criterion): string | null {
  const [zero, ...rest] = criterion.levels.map((level) => level.at_least);
  if (zero !== null) return 'level 0 takes no `at_least`: it is what remains under level 1';
  if (rest.some((threshold) => threshold === null)) return 'levels 1 to 4 each need an `at_least`';
  const sign = isLowerHarder(criterion) ? -1 : 1;
  const ordered = rest.every((t, i) => i === 0 || sign * (t ?? 0) > sign * (rest[i - 1] ?? 0));
  return ordered ? null : 'the thresholds of levels 1 to 4 must get strictly harder to reach';
}

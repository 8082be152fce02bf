import { type Citation, cite } from '../model/description.ts';
import type { Inconsistency } from '../model/diagnostic.ts';
import { LEVELS, type Level } from '../model/level.ts';
import type { Criterion } from '../model/rubric.ts';
import * as s from '../model/schema/schema.ts';

const citationSchema: s.Schema<Citation> = s.anyOf(
  s.transform(s.nonEmptyText, cite),
  s.mapping({
    id: s.annotate(s.nonEmptyText, { description: 'Id of the source.' }),
    quote: s.annotate(s.orNull(s.trimmedText), {
      description: 'The words that the answer rests on, exactly as the source has them; `...` for what is left out.',
      examples: ['from $2.65 per hour'],
    }),
    prefix: s.annotate(s.orNull(s.trimmedText), {
      description: 'The words right before the quote, if it occurs more than once.',
    }),
    suffix: s.annotate(s.orNull(s.trimmedText), {
      description: 'The words right after the quote, if it occurs more than once.',
    }),
    page: s.annotate(s.orNull(s.wholeNumber(1)), { description: 'Page or slide of the quote.' }),
  }),
);

/** Sources that are listed, by id or with a quote. */
export const citationsSchema: s.Schema<readonly Citation[]> = s.withDefault(s.list(citationSchema), []);

/** The fields that every answer may have besides what it says. */
export const supportFields = {
  sources: s.annotate(citationsSchema, { description: 'Sources that support this answer: ids, or ids with a quote.' }),
  disputed_by: s.annotate(citationsSchema, { description: 'Sources that contradict it. Reported, not scored.' }),
  note: s.annotate(s.orNull(s.anyText), { description: 'A note for the reader.' }),
};

/** The short form of an answer: what it says, without a source. */
export function buildBareAnswer<T>(answer: T) {
  return { answer, sources: [] as readonly Citation[], disputed_by: [] as readonly Citation[], note: null };
}

/** The level whose threshold a test reaches, trying the highest first; level 0 when it reaches none. */
export function findThresholdLevel(criterion: Criterion, reaches: (threshold: number) => boolean): Level {
  const reached = [...LEVELS].reverse().find((level) => {
    const threshold = criterion.levels[level]?.at_least;
    return typeof threshold === 'number' && reaches(threshold);
  });
  return reached ?? 0;
}

/** The levels that figures from `least` to `most`, both included, reach by the thresholds. */
export function listReachableLevels(criterion: Criterion, least: number, most: number): readonly Level[] {
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
export function findThresholdFault(criterion: Criterion): Inconsistency<string> | null {
  const thresholds = criterion.levels.map((level) => level.at_least);
  if (thresholds[0] !== null)
    return {
      at: '/levels/0/at_least',
      what: 'level 0 takes no `at_least`',
      why: 'Level 0 is everything short of level 1.',
      fix: 'Remove the line.',
    };
  const bare = thresholds.indexOf(null, 1);
  if (bare !== -1)
    return {
      at: `/levels/${bare}`,
      what: 'levels 1 to 4 each need an `at_least`',
      why: 'A level without a threshold could never be reached.',
      fix: `Give level ${bare} the least figure that reaches it.`,
    };
  const sign = isLowerHarder(criterion) ? -1 : 1;
  const easy = thresholds.findIndex((t, i) => i > 1 && sign * (t ?? 0) <= sign * (thresholds[i - 1] ?? 0));
  if (easy === -1) return null;
  return {
    at: `/levels/${easy}/at_least`,
    what: 'the thresholds of levels 1 to 4 must get strictly harder to reach',
    why: `What reaches level ${easy - 1} would reach level ${easy} too.`,
    fix: `Give level ${easy} a figure ${sign === 1 ? 'above' : 'below'} ${thresholds[easy - 1]}, which level ${easy - 1} has, or change that one.`,
  };
}

import { compareRationals, type Rational, toRational } from '../model/rational.ts';
import type { Band, Rubric } from '../model/rubric.ts';
import { NOT_RATEABLE } from '../model/verdict.ts';

export interface Verdict {
  /** A band's id or `not-rateable`. */
  readonly id: string;
  readonly title: string;
  readonly means: string;
}

/** The band that an index, 0 to 100, falls in: the highest whose threshold it reaches, compared exactly. */
export function findBand(index: Rational, rubric: Rubric): Band {
  const band =
    [...rubric.bands].reverse().find((entry) => compareRationals(index, toRational(entry.from)) >= 0) ??
    rubric.bands[0];
  if (band === undefined) throw new Error('the rubric has no bands');
  return band;
}

/**
 * The band of the capped supported index; not rateable where coverage is under the floor and the possible index lies in
 * another band, since then what is missing decides.
 */
export function computeVerdict(supported: Rational, possible: Rational, coverage: Rational, rubric: Rubric): Verdict {
  const band = findBand(supported, rubric);
  const isThin = compareRationals(coverage, toRational(rubric.coverage_floor)) < 0;
  if (!isThin || findBand(possible, rubric).id === band.id)
    return { id: band.id, title: band.title, means: band.means };
  return {
    id: NOT_RATEABLE,
    title: 'Not rateable',
    means: 'Too few answers have a source, and what is missing decides the verdict.',
  };
}

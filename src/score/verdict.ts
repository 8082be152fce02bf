import { type Bounds, mapBounds } from '../model/level.ts';
import { compareRationals, floorRational, type Rational, toRational } from '../model/rational.ts';
import type { Basis, FitShares, OpenQuestion } from '../model/report.ts';
import type { Band, Rubric } from '../model/rubric.ts';
import { NOT_RATEABLE } from '../model/verdict.ts';

export interface Verdict {
  /** A band's id or `not-rateable`. */
  readonly id: string;
  readonly title: string;
  readonly basis: Basis;
}

/** The band that an index, 0 to 100, falls in: the highest whose threshold it reaches, compared exactly. */
export function findBand(index: Rational, rubric: Rubric): Band {
  const band =
    [...rubric.bands].reverse().find((entry) => compareRationals(index, toRational(entry.from)) >= 0) ??
    rubric.bands[0];
  if (band === undefined) throw new Error('the rubric has no bands');
  return band;
}

const BASIS_WORDS = { settled: 'settled', 'so-far': 'so far' } as const;

/**
 * The band of the capped supported index, settled where the possible index lies in the same band; not rateable where coverage is
 * under the floor and it does not, since then what is missing decides.
 */
export function computeVerdict(supported: Rational, possible: Rational, coverage: Rational, rubric: Rubric): Verdict {
  const band = findBand(supported, rubric);
  const basis = findBand(possible, rubric).id === band.id ? 'settled' : 'so-far';
  const isThin = compareRationals(coverage, toRational(rubric.coverage_floor)) < 0;
  if (isThin && basis === 'so-far') return { id: NOT_RATEABLE, title: 'Not rateable', basis: NOT_RATEABLE };
  return { id: band.id, title: `${band.title}, ${BASIS_WORDS[basis]}`, basis };
}

/** The four shares of the 100 points in whole points: the differences of the three values as they are printed, rounded down. */
export function computeShares(index: Bounds<Rational>): FitShares {
  const { supported, claimed, possible } = mapBounds((bound) => floorRational(index[bound]));
  return { shown: supported, claimedOnly: claimed - supported, open: possible - claimed, ruledOut: 100 - possible };
}

/** `12 of 100 points are claimed only and 54 are open`. */
function describeOpenShares({ claimedOnly, open }: FitShares): string {
  const are = (points: number) => (points === 1 ? 'is' : 'are');
  if (claimedOnly === 0) return `${open} of 100 points ${are(open)} open`;
  const more = open === 0 ? '' : ` and ${open} ${are(open)} open`;
  return `${claimedOnly} of 100 points ${are(claimedOnly)} claimed only${more}`;
}

function describeFirstStep(first: OpenQuestion | undefined): string {
  if (first === undefined) return '';
  const title = first.title.replace(/^[A-Z](?![A-Z])/, (letter) => letter.toLowerCase());
  return ` ${first.kind === 'show' ? 'Show' : 'Find out'} first: ${title}.`;
}

/** The verdict in one sentence; where something is open, a second one names what to look for first. */
export function describeVerdict(
  supported: Rational,
  { basis }: Verdict,
  shares: FitShares,
  [first]: readonly OpenQuestion[],
  isUnanswered: boolean,
  rubric: Rubric,
): string {
  const band = findBand(supported, rubric);
  switch (basis) {
    case 'settled':
      return `${band.settled}, and nothing still open would change that.`;
    case 'so-far':
      return `${band.so_far}; ${describeOpenShares(shares)}.${describeFirstStep(first)}`;
    case 'not-rateable':
      return `${isUnanswered ? 'No question is answered yet' : 'Too little is known that distinguishes this project from others'}; ${describeOpenShares(shares)}.${describeFirstStep(first)}`;
  }
}

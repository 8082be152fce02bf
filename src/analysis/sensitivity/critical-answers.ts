import { compareRationals, toRational } from '../../model/rational.ts';
import type { Rubric } from '../../model/rubric.ts';
import type { CriticalAnswers } from '../../model/sensitivity.ts';
import { NOT_RATEABLE } from '../../model/verdict.ts';
import { findBand } from '../../score/verdict.ts';
import { computeCappedIndex } from './certainty.ts';
import { type AnswerPosition, buildExtremeScenario, type Scenario, type ScoreState } from './score-state.ts';

/** Sets of one size that are tried one by one; 25 answers have 12,650 sets of four. */
const MAX_SETS = 20_000;

/** An answer that turns out false counts as the lowest level and shows no ratio. */
function falsifyAnswers(at: Scenario, places: readonly number[]): Scenario {
  return at.map(
    (position, place): AnswerPosition =>
      places.includes(place) ? { level: 0, reach: position.reach.map(() => 0) } : position,
  );
}

/** Every set of `size` of the places, in order; none where they are too many to try. */
function listSubsets(places: readonly number[], size: number): readonly (readonly number[])[] {
  let sets: readonly (readonly number[])[] = [[]];
  for (let drawn = 0; drawn < size; drawn += 1) {
    sets = sets.flatMap((set) =>
      places.filter((place) => place > (set.at(-1) ?? -1)).map((place): readonly number[] => [...set, place]),
    );
    if (sets.length > MAX_SETS) return [];
  }
  return sets;
}

/** The places of answers that carry something, those that carry most points first, ties in the rubric's order. */
function rankByContribution(state: ScoreState, supported: Scenario): readonly number[] {
  const lost = (place: number) => computeCappedIndex({ ...state, gates: [] }, falsifyAnswers(supported, [place]));
  const carrying = supported.flatMap(({ level, reach }, place) =>
    level > 0 || reach.some((steps) => steps > 0) ? [{ place, without: lost(place) }] : [],
  );
  return carrying.sort((a, b) => compareRationals(a.without, b.without) || a.place - b.place).map(({ place }) => place);
}

/**
 * The fewest answers whose falsity, all at once, brings the headline's band down. Sets are tried by size, so the answer is exact up to
 * the size that can be tried; beyond it is the number of answers that lose enough points, most first, which is exact but for gates
 * that pass on more than four answers in the place of one another. @param states at least one, the headline's first: the
 * headline falls when any of them does.
 */
export function findCriticalAnswers(states: readonly ScoreState[], rubric: Rubric): CriticalAnswers {
  const [headline] = states;
  if (headline === undefined) return { status: 'none', reason: 'There is no fit to lower.' };
  if (headline.score.verdict.id === NOT_RATEABLE)
    return { status: 'none', reason: 'There is no verdict to test: too few answers have a source.' };
  const band = findBand(headline.score.index.supported, rubric);
  if (rubric.bands.indexOf(band) === 0)
    return { status: 'none', reason: `There is no band below ${band.title.toLowerCase()}.` };
  const from = toRational(band.from);
  const entries = states.map((state) => ({ state, supported: buildExtremeScenario(state, 'worst') }));
  const idsOf = (state: ScoreState, places: readonly number[]) =>
    places.map((place) => state.factors[place]?.criterion.id ?? '');
  const falls = (ids: readonly string[]) =>
    entries.some(({ state, supported }) => {
      const places = state.factors.flatMap(({ criterion }, place) => (ids.includes(criterion.id) ? [place] : []));
      return compareRationals(computeCappedIndex(state, falsifyAnswers(supported, places)), from) < 0;
    });
  const order = rankByContribution(headline, buildExtremeScenario(headline, 'worst'));
  const most = order.findIndex((_, at) => falls(idsOf(headline, order.slice(0, at + 1)))) + 1;
  const carrying = [...order].sort((a, b) => a - b);
  for (let size = 1; size <= most; size += 1) {
    const sets = listSubsets(carrying, size).map((places) => idsOf(headline, places));
    if (sets.length === 0) break;
    const falling = sets.filter(falls);
    if (falling.length > 0) return { status: 'found', size, sets: falling, complete: true };
  }
  const largest = order.slice(0, most).sort((a, b) => a - b);
  return { status: 'found', size: most, sets: [idsOf(headline, largest)], complete: false };
}

import type { Classifier } from '../model/classifier.ts';
import { rememberByObject } from '../model/remember.ts';
import type { RankedTrack } from '../model/report.ts';
import { computeExponential } from './exponential.ts';
import type { Feature } from './features.ts';
import type { Lookup, LookupRow } from './lookup-table.ts';

/** The name under which a text that belongs to no track is ranked. */
export const OUTSIDE = 'outside';

/** The label of texts that say nothing of an offer; it is never ranked. */
export const NO_OFFER = 'no-offer';

/** A feature with what it adds to the score of each label. */
export interface WeightedFeature extends Pick<Feature, 'places' | 'lacks'> {
  readonly points: readonly number[];
}

/** The length that a text counts as having, where the squares of its values, in hundredths of a size, come to `squares`. */
export function computeSmoothedNorm(squares: number, doubt: number): number {
  return Math.sqrt(squares + (100 * doubt) ** 2);
}

const toNumbers = rememberByObject((row: LookupRow): readonly number[] => row.map(Number));

/** The features that were learnt, scaled so that a long text says no more than a short one, and a very short one less. */
export function weighFeatures(
  found: ReadonlyMap<string, Feature>,
  learntOf: Lookup,
  doubt: number,
): readonly WeightedFeature[] {
  const known: (Feature & { readonly weights: readonly number[] })[] = [];
  let squares = 0;
  for (const [name, feature] of found) {
    const learnt = learntOf(name);
    if (learnt === null) continue;
    const [size = 0, ...weights] = toNumbers(learnt);
    const value = size * feature.value;
    squares += value * value;
    known.push({ ...feature, value, weights });
  }
  // What a text lacks says something only together with what it has.
  if (known.every(({ lacks }) => lacks !== null)) return [];
  const scale = 1 / (100 * computeSmoothedNorm(squares, doubt));
  return known.map(({ value, weights, places, lacks }) => ({
    places,
    lacks,
    points: weights.map((weight) => weight * value * scale),
  }));
}

/** The score of each label, in the classifier's order. */
export function scoreLabels(
  weighed: readonly WeightedFeature[],
  { bias }: Pick<Classifier, 'bias'>,
): readonly number[] {
  const scores = bias.map((start) => start / 100);
  for (const { points } of weighed) {
    for (const [index, add] of points.entries()) scores[index] = (scores[index] ?? 0) + add;
  }
  return scores;
}

/** Whether the score of a text without an offer is the highest; a classifier need not know such texts. */
export function lacksOffer(scores: readonly number[], { labels }: Pick<Classifier, 'labels'>): boolean {
  const score = scores[labels.indexOf(NO_OFFER)];
  return score !== undefined && scores.every((other) => other <= score);
}

/** The scores of a text that sells something: what would otherwise point to no offer then points to outside. */
export function countSilenceAsOutside(
  scores: readonly number[],
  { labels }: Pick<Classifier, 'labels'>,
): readonly number[] {
  const silence = scores[labels.indexOf(NO_OFFER)] ?? Number.NEGATIVE_INFINITY;
  return scores.map((score, index) => (labels[index] === OUTSIDE ? Math.max(score, silence) : score));
}

/** Shares of the tracks and outside by softmax, best first, ties in order of id; they sum to 1. */
export function rankTracks(
  scores: readonly number[],
  { labels, temperature }: Pick<Classifier, 'labels' | 'temperature'>,
): readonly RankedTrack[] {
  const rankable = labels.flatMap((track, index) => (track === NO_OFFER ? [] : [{ track, score: scores[index] ?? 0 }]));
  const top = Math.max(...rankable.map(({ score }) => score));
  const powers = rankable.map(({ score }) => computeExponential((score - top) / temperature));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return rankable
    .map(({ track }, index) => ({ track, share: (powers[index] ?? 0) / total }))
    .sort((a, b) => b.share - a.share || (a.track < b.track ? -1 : 1));
}

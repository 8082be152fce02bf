import type { DimensionWeight, Rubric, Track, Weights } from '../model/rubric.ts';

/** What keeps weights from weighing the dimensions of a rubric, as the end of a sentence; null where nothing does. */
export function findWeightsFault(given: Weights, { dimensions }: Pick<Rubric, 'dimensions'>): string | null {
  const ids = dimensions.map(({ id }) => id);
  const strange = Object.keys(given).find((id) => !ids.includes(id));
  if (strange !== undefined) return `name ${strange}, which is no dimension of the rubric`;
  const missing = ids.find((id) => !Object.hasOwn(given, id));
  if (missing !== undefined) return `leave out ${missing}`;
  const points = Object.entries(given);
  const [odd] = points.find(([, weight]) => !Number.isInteger(weight) || weight < 0) ?? [];
  if (odd !== undefined) return `give ${odd} no whole number of points`;
  const sum = points.reduce((total, [, weight]) => total + weight, 0);
  return sum === 100 ? null : `sum to ${sum}, not to 100`;
}

/** The track with the caller's weights in the place of its own. @param given without a fault. */
export function overrideWeights(track: Track, given: Weights): Track {
  const weights = Object.entries(track.weights).map(([id, own]): [string, DimensionWeight] => {
    const weight = given[id] ?? 0;
    return [id, { ...own, weight, reason: `Set by the caller; the track gives it ${own.weight}. ${own.reason}` }];
  });
  return { ...track, weights: Object.fromEntries(weights) };
}

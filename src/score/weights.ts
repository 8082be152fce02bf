import type { DimensionWeight, Track, Weights } from '../model/rubric.ts';

/** The track with the caller's weights in the place of its own; a dimension that they do not name counts nothing. */
export function reweighed(track: Track, given: Weights): Track {
  const weights = Object.entries(track.weights).map(([id, own]): [string, DimensionWeight] => {
    const weight = given[id] ?? 0;
    return [id, { ...own, weight, reason: `Set by the caller; the track gives it ${own.weight}. ${own.reason}` }];
  });
  return { ...track, weights: Object.fromEntries(weights) };
}

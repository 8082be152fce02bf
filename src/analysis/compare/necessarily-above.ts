import { compareRationals } from '../../model/rational.ts';
import type { Contender } from './contender.ts';

/**
 * True where by one map some weights that both share leave `above`, all of it open at its worst, at or under `below` at its
 * best. With the values a and b before gates and the caps c and d that is min(c, a) <= min(d, b): c <= d and c <= b, or
 * a <= d and a <= b. The first asks for the greatest b. The second asks for the least of a - b where a <= d, which is linear
 * over the space cut by one more plane, so it lies at a corner, or where an edge crosses that plane.
 */
function canFallBehind(above: Contender, below: Contender, map: number): boolean {
  const a = above.byMap[map]?.worst ?? [];
  const b = below.byMap[map]?.best ?? [];
  const [held, cap] = [above.caps.worst, below.caps.best];
  if (held !== null && (cap === null || held <= cap) && b.some((value) => value >= held)) return true;
  if (a.some((value, at) => value <= (b[at] ?? 0n) && (cap === null || value <= cap))) return true;
  if (cap === null) return false;
  return above.corners.edges.some(([one, other]) => {
    const [low, high] = (a[one] ?? 0n) <= (a[other] ?? 0n) ? [one, other] : [other, one];
    const [under, over] = [a[low] ?? 0n, a[high] ?? 0n];
    if (under >= cap || over <= cap) return false;
    const lead = (at: number) => (a[at] ?? 0n) - (b[at] ?? 0n);
    return lead(low) * (over - cap) + lead(high) * (cap - under) <= 0n;
  });
}

/**
 * True where `above` has the greater index after gates for every admissible weighting, every map of levels to marks, one for
 * both, and every completion of both; a tie is not above. Exact. On one track both are weighed alike, so what counts is the
 * difference at the same weights; on different tracks each is weighed on its own. Marks never fall as levels rise and raising a
 * level never unpasses a gate, so one stands at its worst and the other at its best. The necessary relation of robust ordinal
 * regression (Greco, Mousseau and
 * Slowinski 2008, "Ordinal regression revisited", EJOR 191). Where a track is still open, it holds on each.
 */
export function isNecessarilyAbove(above: Contender, below: Contender): boolean {
  const on = (contender: Contender) => [contender, ...contender.onOtherTracks];
  return on(above).every((one) => on(below).every((other) => isAboveOnTracks(one, other)));
}

function isAboveOnTracks(above: Contender, below: Contender): boolean {
  if (compareRationals(above.score.index.supported, below.score.index.possible) <= 0) return false;
  const isApart = above.byMap.every(({ lowest }, map) => {
    const highest = below.byMap[map]?.highest;
    return highest !== undefined && compareRationals(lowest, highest) > 0;
  });
  if (isApart || above.score.track.id !== below.score.track.id) return isApart;
  return above.byMap.every((_, map) => !canFallBehind(above, below, map));
}

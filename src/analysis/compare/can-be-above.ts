import { compareRationals } from '../../model/rational.ts';
import type { Contender } from './contender.ts';

/**
 * True where by one map some weights that both share put `ahead`, all of it open at its best, over `behind` at its worst. With the
 * values a and b of behind and ahead before gates and the caps c and d that is min(c, a) < min(d, b): c < d and c < b, or
 * a < d and a < b. The first asks for the greatest b. The second asks for the least of a - b where a <= d, at a corner or
 * where an edge crosses that plane; where it is under 0 at a = d, it is so beside it as well, unless no weights leave a under d.
 */
function canPass(ahead: Contender, behind: Contender, map: number): boolean {
  const a = behind.byMap[map]?.worst ?? [];
  const b = ahead.byMap[map]?.best ?? [];
  const [held, cap] = [behind.caps.worst, ahead.caps.best];
  if (held !== null && (cap === null || held < cap) && b.some((value) => value > held)) return true;
  if (cap !== null && !a.some((value) => value < cap)) return false;
  if (a.some((value, at) => value < (b[at] ?? 0n) && (cap === null || value <= cap))) return true;
  if (cap === null) return false;
  return behind.corners.edges.some(([one, other]) => {
    const [low, high] = (a[one] ?? 0n) <= (a[other] ?? 0n) ? [one, other] : [other, one];
    const [under, over] = [a[low] ?? 0n, a[high] ?? 0n];
    if (under >= cap || over <= cap) return false;
    const lead = (at: number) => (a[at] ?? 0n) - (b[at] ?? 0n);
    return lead(low) * (over - cap) + lead(high) * (cap - under) < 0n;
  });
}

function canPassOnTracks(ahead: Contender, behind: Contender): boolean {
  const isOneTrack = ahead.score.track.id === behind.score.track.id;
  return ahead.byMap.some(({ highest }, map) => {
    const lowest = behind.byMap[map]?.lowest;
    if (lowest === undefined || compareRationals(lowest, highest) >= 0) return false;
    return !isOneTrack || canPass(ahead, behind, map);
  });
}

/**
 * True where `ahead` has the greater index after gates for some admissible weighting, map of levels to marks and completion of
 * both; a tie is not above. Exact, as `isNecessarilyAbove` is, and for the same reasons: the possible relation beside that one.
 */
export function canBeAbove(ahead: Contender, behind: Contender): boolean {
  const on = (contender: Contender) => [contender, ...contender.onOtherTracks];
  return on(ahead).some((one) => on(behind).some((other) => canPassOnTracks(one, other)));
}

import { BOUNDS } from '../model/level.ts';
import { compareRationals } from '../model/rational.ts';
import type { ShownRatio } from './criterion-kind.ts';

/** True where two comparisons show the same ratio at every bound, or neither shows one. */
export function hasSameShownRatio(a: ShownRatio | null, b: ShownRatio | null): boolean {
  return BOUNDS.every((bound) => {
    const [x, y] = [a?.bounds[bound] ?? null, b?.bounds[bound] ?? null];
    if (x === null || y === null) return x === y;
    return x.below === y.below && compareRationals(x.value, y.value) === 0;
  });
}

import type { CompiledSignal } from './knowledge.ts';
import type { Stretch } from './trie.ts';

/** What one signal adds, and the first place in the text that shows it. */
export interface Weighed {
  readonly points: number;
  readonly at: Stretch;
}

export interface Scale {
  readonly window: number;
  readonly saturation: number;
}

/** The signals that occur, in their order, with diminishing points for repetition: the nth find adds less than the one before. */
export function weighSignals(
  signals: readonly CompiledSignal[],
  found: readonly (readonly Stretch[])[],
  scale: Scale,
): readonly Weighed[] {
  return signals.flatMap(({ left, right, weight }) => {
    const one = found[left] ?? [];
    const places = right === null ? one : findNear(one, found[right] ?? [], scale.window);
    const at = places[0];
    if (at === undefined) return [];
    const times = (places.length * (scale.saturation + 1)) / (places.length + scale.saturation);
    return [{ points: weight * times, at }];
  });
}

export function sumPoints(weighed: readonly Weighed[]): number {
  return weighed.reduce((sum, { points }) => sum + points, 0);
}

/** For each stretch of `lefts` the one that covers it and the first of `rights` within the window; linear in both. */
function findNear(lefts: readonly Stretch[], rights: readonly Stretch[], window: number): readonly Stretch[] {
  const near: Stretch[] = [];
  let first = 0;
  for (const left of lefts) {
    while ((rights[first]?.to ?? Number.POSITIVE_INFINITY) + window < left.from) first += 1;
    for (let index = first; index < rights.length; index += 1) {
      const right = rights[index];
      if (right === undefined || right.from > left.to + window) break;
      // One word is not a pair: `payment agent` holds both, `payment` alone in both groups does not.
      if (right.from >= left.to || right.to <= left.from) {
        near.push({ from: Math.min(left.from, right.from), to: Math.max(left.to, right.to) });
        break;
      }
    }
  }
  return near;
}

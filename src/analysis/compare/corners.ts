import type { WeightSpace } from '../sensitivity/weight-space.ts';

/** The corners of a space of weights, and its edges as places of two corners each. */
export interface Corners {
  readonly points: readonly (readonly number[])[];
  readonly edges: readonly (readonly [number, number])[];
}

/** Each way to put the coordinates other than two at one of their bounds. */
function* enumerateBounds(count: number): Generator<(place: number) => boolean> {
  for (let mask = 0; mask < 2 ** count; mask += 1) yield (place) => Math.floor(mask / 2 ** place) % 2 === 1;
}

/**
 * The space is a box cut by one plane, so at a corner all weights but one are at a bound and along an edge all but two: every
 * edge is found by trying those, and its ends are the corners. Their number doubles with each dimension; five have 80 edges at most.
 */
export function findCorners({ least, most, sum }: WeightSpace): Corners {
  if (least.length === 1) return { points: [[sum]], edges: [] };
  const points: (readonly number[])[] = [];
  const edges: (readonly [number, number])[] = [];
  const known = new Map<string, number>();
  const placeOf = (weights: readonly number[]): number => {
    const key = weights.join();
    const place = known.get(key) ?? points.push(weights) - 1;
    known.set(key, place);
    return place;
  };
  for (let p = 0; p < least.length; p += 1) {
    for (let q = p + 1; q < least.length; q += 1) {
      for (const isAtMost of enumerateBounds(least.length - 2)) {
        const place = (at: number) => at - Number(at > p) - Number(at > q);
        const held = least.map((low, at) => (at === p || at === q ? 0 : isAtMost(place(at)) ? (most[at] ?? low) : low));
        const rest = sum - held.reduce((total, weight) => total + weight, 0);
        const from = Math.max(least[p] ?? 0, rest - (most[q] ?? 0));
        const to = Math.min(most[p] ?? 0, rest - (least[q] ?? 0));
        if (from > to) continue;
        const endAt = (weight: number) =>
          placeOf(held.map((other, at) => (at === p ? weight : at === q ? rest - weight : other)));
        const [start, end] = [endAt(from), endAt(to)];
        if (start !== end) edges.push([start, end]);
      }
    }
  }
  return { points, edges };
}

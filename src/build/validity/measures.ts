// Measures of agreement, between a ranking and readings and between ratings.

/** Pairs that a ranking puts in the same order as all readings. */
export interface PairAgreement {
  readonly agreeing: number;
  readonly pairs: number;
}

function listPairs(count: number): readonly (readonly [number, number])[] {
  return Array.from({ length: count }, (_, i) => Array.from({ length: i }, (_, j) => [i, j] as const)).flat();
}

/**
 * Of the pairs that every reader puts at least `apart` points from each other in the same direction, those that the figures
 * put in that order. Equal figures do not agree.
 * @param readings of each of the things, one by each reader, in the order of `figures`.
 */
export function countAgreeingPairs(
  figures: readonly number[],
  readings: readonly (readonly number[])[],
  apart: number,
): PairAgreement {
  const clear = listPairs(figures.length).flatMap(([i, j]) => {
    const gaps = (readings[i] ?? []).map((reading, reader) => reading - (readings[j]?.[reader] ?? Number.NaN));
    const isClear = gaps.length > 0 && (gaps.every((gap) => gap >= apart) || gaps.every((gap) => gap <= -apart));
    return isClear ? [Math.sign(gaps[0] ?? 0) * ((figures[i] ?? 0) - (figures[j] ?? 0))] : [];
  });
  return { agreeing: clear.filter((gap) => gap > 0).length, pairs: clear.length };
}

/** Kendall's tau-b, which allows for ties; null where one of the two has nothing but ties. */
export function computeTau(a: readonly number[], b: readonly number[]): number | null {
  const signs = listPairs(a.length).map(([i, j]) => [
    Math.sign((a[i] ?? 0) - (a[j] ?? 0)),
    Math.sign((b[i] ?? 0) - (b[j] ?? 0)),
  ]);
  const sumOf = (of: (x: number, y: number) => number) => signs.reduce((total, [x = 0, y = 0]) => total + of(x, y), 0);
  const root = Math.sqrt(sumOf((x) => x * x) * sumOf((_, y) => y * y));
  return root === 0 ? null : sumOf((x, y) => x * y) / root;
}

/**
 * Krippendorff's alpha for ordinal values, whole numbers from 0: 1 is full agreement, 0 what chance gives; null where all
 * values are the same.
 * @param units the values that each thing was given; a thing with fewer than two does not count.
 */
export function computeAlpha(units: readonly (readonly number[])[]): number | null {
  const rated = units.filter((values) => values.length > 1);
  const all = rated.flat();
  const counts = Array.from(
    { length: Math.max(0, ...all) + 1 },
    (_, value) => all.filter((one) => one === value).length,
  );
  const distance = (a: number, b: number) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const between = counts.slice(low, high + 1).reduce((total, count) => total + count, 0);
    return (between - ((counts[low] ?? 0) + (counts[high] ?? 0)) / 2) ** 2;
  };
  const sumDistances = (values: readonly number[]) =>
    values.reduce((total, a) => total + values.reduce((sum, b) => sum + distance(a, b), 0), 0);
  const observed = rated.reduce((total, values) => total + sumDistances(values) / (values.length - 1), 0);
  const expected = sumDistances(all) / (all.length - 1);
  return expected > 0 ? 1 - observed / expected : null;
}

/** A written level of a criterion, 0 (worst) to 4 (best). */
export type Level = 0 | 1 | 2 | 3 | 4;

export const LEVELS: readonly Level[] = [0, 1, 2, 3, 4];
export const LOWEST: Level = 0;
export const HIGHEST: Level = 4;

/** The three values that every figure comes in: what the evidence carries, what the description says, what is still possible. */
export interface Bounds<T> {
  readonly supported: T;
  readonly claimed: T;
  readonly possible: T;
}

export type Bound = keyof Bounds<unknown>;

export const BOUNDS: readonly Bound[] = ['supported', 'claimed', 'possible'];

/** Applies `of` to each of the three names in turn. */
export function mapBounds<T>(of: (bound: Bound) => T): Bounds<T> {
  return { supported: of('supported'), claimed: of('claimed'), possible: of('possible') };
}

/** The lower of two levels. */
export function minLevel(a: Level, b: Level): Level {
  return a < b ? a : b;
}

/** The higher of two levels. */
export function maxLevel(a: Level, b: Level): Level {
  return a > b ? a : b;
}

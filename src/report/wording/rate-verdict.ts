import type { Emphasis } from '../document.ts';

/**
 * How good a verdict is by the rank of its band; `strong` where it is not one of the bands.
 * @param bands ids of the bands, lowest first.
 */
export function rateVerdict(verdict: string | null, bands: readonly string[]): Emphasis {
  const rank = verdict === null ? -1 : bands.indexOf(verdict);
  if (rank === -1) return 'strong';
  if (rank === bands.length - 1) return 'good';
  return rank === 0 ? 'bad' : rank === bands.length - 2 ? 'fair' : 'poor';
}

import type { Weights } from '../model/rubric.ts';

/** Whole points that sum to `total`, in proportion to `shares`; equal parts where all are 0. The largest remainders are rounded up, earlier ones first. */
function apportionPoints(shares: readonly number[], total: number): readonly number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((share) => (sum === 0 ? total / shares.length : (share * total) / sum));
  const left = total - exact.reduce((a, b) => a + Math.floor(b), 0);
  const raised = [...exact.keys()]
    .sort((a, b) => ((exact[b] ?? 0) % 1) - ((exact[a] ?? 0) % 1) || a - b)
    .slice(0, left);
  return exact.map((value, at) => Math.floor(value) + (raised.includes(at) ? 1 : 0));
}

/** The weights with one of them at `value`, 0 to 100, and the others in proportion, so that all sum to 100. */
export function rebalanceWeights(weights: Weights, id: string, value: number): Weights {
  const points = Math.min(Math.max(Math.round(value), 0), 100);
  const others = Object.entries(weights).filter(([key]) => key !== id);
  const rest = apportionPoints(
    others.map(([, weight]) => weight),
    100 - points,
  );
  const moved = new Map(others.map(([key], at) => [key, rest[at] ?? 0]));
  return Object.fromEntries(Object.keys(weights).map((key) => [key, moved.get(key) ?? points]));
}

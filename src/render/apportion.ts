import type { Figure } from '../model/change.ts';

/** Ten times a figure as the whole number under it, and what is left over, as a fraction `n / d` in [0, 1). */
function tenthsOf({ exact }: Figure): { readonly whole: number; readonly n: bigint; readonly d: bigint } {
  const [top = '0', bottom = '1'] = exact.split('/');
  const [scaled, d] = [BigInt(top) * 10n, BigInt(bottom)];
  const n = ((scaled % d) + d) % d;
  return { whole: Number((scaled - n) / d), n, d };
}

/**
 * The figures in whole tenths of a point that sum to `total`, also in tenths and less than one from their exact sum or
 * one above it: the largest remainders are rounded up, the first of equal ones before. A figure of 0 stays 0.
 */
export function apportion(figures: readonly Figure[], total: number): readonly number[] {
  const tenths = figures.map(tenthsOf);
  const left = total - tenths.reduce((sum, { whole }) => sum + whole, 0);
  const order = [...tenths.keys()]
    .filter((at) => figures[at]?.exact !== '0')
    .sort((a, b) => {
      const [one, two] = [tenths[a], tenths[b]];
      if (one === undefined || two === undefined) return 0;
      const difference = two.n * one.d - one.n * two.d;
      if (difference === 0n) return a - b;
      return difference > 0n ? 1 : -1;
    });
  const raised = new Set(order.slice(0, left));
  return tenths.map(({ whole }, at) => whole + (raised.has(at) ? 1 : 0));
}

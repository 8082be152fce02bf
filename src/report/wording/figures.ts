import { toRational } from '../../model/rational.ts';
import type { Ratio } from '../../model/report.ts';

/** The decimal of `value`, cut down to `decimals` places; exact on what JavaScript prints, so 0.29 x 100 is 29. */
function formatFloored(value: number, decimals: number, times = 1n): string {
  const { n, d } = toRational(value);
  const scaled = n * times * 10n ** BigInt(decimals);
  const down = scaled / d - (scaled % d < 0n ? 1n : 0n);
  const sign = down < 0n ? '-' : '';
  const digits = String(down < 0n ? -down : down).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

/** Points or marks, 0 to 100, rounded down to a whole number: 44.99 is `44`. */
export function formatPoints(value: number): string {
  return formatFloored(value, 0);
}

/** `1 finding`, `7 findings`. */
export function formatCount(count: number | string, noun: string): string {
  return `${count} ${noun}${String(count) === '1' ? '' : 's'}`;
}

/** Points gained or lost, of which a reader adds up several: `24`, and under ten with one decimal, `1.8`; rounded down. */
export function formatPointsChange(value: number): string {
  return value < 10 ? formatFloored(value, 1).replace(/\.0$/, '') : formatFloored(value, 0);
}

/** A share, 0 to 1, in whole per cent, rounded down. */
export function formatPercent(share: number): string {
  return `${formatFloored(share, 0, 100n)}%`;
}

/** A share, 0 to 1, in per cent with one decimal, rounded down. */
export function formatFinePercent(share: number): string {
  return `${formatFloored(share, 1, 100n)}%`;
}

/** What a word added to a track, with its sign and two decimals, rounded down. */
export function formatContribution(weight: number): string {
  const text = formatFloored(weight, 2);
  return text.startsWith('-') ? text : `+${text}`;
}

/** A multiple that the rubric states, as it is: `3.0x`, `1.75x`. */
export function formatMultiple(value: number): string {
  return Number.isInteger(value) ? `${value}.0x` : `${value}x`;
}

/** Beyond this a ratio is a slip of the pen, and its digits say nothing. */
const LARGEST_SHOWN_RATIO = 1_000_000;

/** A measured ratio, rounded down to two decimals without an idle zero: `1.61x`, `1.6x`. */
export function formatRatio(value: number): string {
  if (value >= LARGEST_SHOWN_RATIO) return `over ${LARGEST_SHOWN_RATIO}x`;
  return value < 0.01 ? 'under 0.01x' : `${formatFloored(value, 2).replace(/0$/, '')}x`;
}

/** A ratio as the gate reads it; one that evidence caps is `just under` the rubric's own threshold. */
export function formatShownRatio(shown: Ratio): string {
  return shown.below ? `just under ${formatMultiple(shown.value)}` : formatRatio(shown.value);
}

/** A figure to reach, in three digits, rounded so that it still reaches it: down where lower is better, else up. */
export function roundFigure(value: number, isLower: boolean): string {
  const step = 10 ** (Math.floor(Math.log10(value)) - 2);
  const whole = isLower ? Math.floor(value / step + 1e-9) : Math.ceil(value / step - 1e-9);
  return String(Number((whole * step).toPrecision(3)));
}

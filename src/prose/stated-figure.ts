import type { MemoGrammar } from '../model/grammar.ts';
import type { PassageSpan } from './passage.ts';

/** What a figure is divided by, such as the year of `USD per year` or the 1,000 records of a price. */
export interface Divisor {
  /** What is measured, such as `time`, or a word as it stands. */
  readonly of: string;
  /** How many of its base. */
  readonly times: number;
}

/** A figure with its unit, as a text states it. */
export interface StatedFigure extends PassageSpan {
  readonly said: string;
  /** What is measured: a currency, `percent`, `multiple`, `bytes`, `count`, or `number` where only a magnitude is told. */
  readonly of: string;
  /** For `count`: what is counted, as it stands. */
  readonly what: string;
  /** In the base of what is measured, before it is divided by anything. */
  readonly value: number;
  /** Half of the last place that is stated, in the same base. */
  readonly slack: number;
  readonly per: readonly Divisor[];
  readonly hedge: 'about' | 'over' | 'under' | null;
  /** True where it is a part of somebody else's price: "a tenth of what Amazon charges". */
  readonly isPart: boolean;
  /** True for what ordinary prose is full of, such as "a third of the day": it only counts where it contradicts an answer. */
  readonly isLoose: boolean;
}

/** The share by which a figure may differ that is told by another span or unit. */
const CONVERTED_TOLERANCE = 0.01;

/** The share by which two computed figures may differ and be the same. */
const EXACT_TOLERANCE = 1e-9;

/** Values of two figures in one unit, or null where their units differ. What only one of them is divided by is left out. */
export function alignUnits(
  a: StatedFigure,
  b: StatedFigure,
): { readonly a: number; readonly b: number; readonly scale: number } | null {
  if (a.of !== b.of && a.of !== 'number' && b.of !== 'number') return null;
  if (a.of === 'count' && b.of === 'count' && a.what !== b.what) return null;
  const shared = (other: StatedFigure) => (divisor: Divisor) => other.per.some(({ of }) => of === divisor.of);
  const divide = (figure: StatedFigure, other: StatedFigure) =>
    figure.per.filter(shared(other)).reduce((value, { times }) => value / times, 1);
  const [scale, otherScale] = [divide(a, b), divide(b, a)];
  return { a: a.value * scale, b: b.value * otherScale, scale };
}

/** True where both are divided by the same things, so that a difference is one of value. */
export function hasSameUnit(a: StatedFigure, b: StatedFigure): boolean {
  const key = ({ per }: StatedFigure) =>
    per
      .map(({ of }) => of)
      .sort()
      .join(' ');
  const isMoreExact = a.per.every(({ of }) => b.per.some((other) => other.of === of));
  return a.of === b.of && a.what === b.what && (key(a) === key(b) || (a.of !== 'count' && isMoreExact));
}

/** True where what `told` says is borne out by `known`, within the rounding and the hedge of the words. */
export function agrees(told: StatedFigure, known: StatedFigure, limits: MemoGrammar['agreement']): boolean {
  const both = alignUnits(told, known);
  if (both === null) return false;
  const slack = told.slack * both.scale + EXACT_TOLERANCE * Math.abs(both.a);
  const far = Math.abs(both.a - both.b);
  // A sum of a month that stands for one of a year is rounded again.
  const isConverted = told.per.some(({ of, times }) =>
    known.per.some((other) => other.of === of && other.times !== times),
  );
  if (far <= (isConverted ? Math.max(slack, CONVERTED_TOLERANCE * Math.abs(both.b)) : slack)) return true;
  switch (told.hedge) {
    case 'about':
      return far <= limits.about * Math.abs(both.b) && countDigits(told) <= limits.round_digits;
    case 'over':
      return both.b > both.a && both.b <= limits.over * both.a;
    case 'under':
      return both.b < both.a && both.a <= limits.over * both.b;
    default:
      return false;
  }
}

/** The digits before the noughts at the end: "about 2,000" is rounded, "about 2,137" is not. */
function countDigits({ value, slack }: StatedFigure): number {
  return String(Math.round(value / (2 * slack))).replace(/0+$/, '').length;
}

import type { FigurePatterns } from '../../prose/figure-patterns.ts';
import type { StatedFigure } from '../../prose/stated-figure.ts';

/** A number near a figure of the text, or one of the answers. */
export interface Operand {
  readonly value: number;
  /** What is measured; null for a bare number. */
  readonly of: string | null;
}

const BARE = /(?<![\p{L}\p{N}.,/:-])\d{1,9}(?:,\d{3})*(?:\.\d+)?(?![\p{L}\p{N}/:])(?!\.\d)/gu;
const WORD = /\p{L}+/gu;

/** The bare numbers of a text, digits and words. */
export function listBareNumbers(text: string, { numbers }: Pick<FigurePatterns, 'numbers'>): readonly number[] {
  const digits = Array.from(text.matchAll(BARE), ([said]) => Number(said.replaceAll(',', '')));
  const words = Array.from(text.toLowerCase().matchAll(WORD), ([word]) => numbers.get(word));
  return [...digits, ...words.filter((value) => value !== undefined)];
}

export function toOperand({ value, of }: StatedFigure): Operand {
  return { value, of };
}

const BYTES = 'bytes';

/** True for what is told for many at once: money and bytes, and not how long something takes. */
const isSummed = (of: string) => of === BYTES || /^[A-Z]{3}$/.test(of);

/** What two operands make in the unit of a figure: sums and differences of its own unit, products, shares and ratios. */
function* combine(of: string, x: Operand, y: Operand): Generator<number> {
  const isRatio = x.of === y.of && x.of !== 'percent';
  if (of === 'percent') {
    const ratio = x.value / y.value;
    if (isRatio) yield* [100 * ratio, 100 * (1 - ratio), 100 * (ratio - 1)];
  } else if (of === 'multiple') {
    if (isRatio) yield x.value / y.value;
  } else if (x.of === of) {
    if (y.of === of) yield* [x.value + y.value, x.value - y.value];
    else if (y.of === 'percent') yield* [(x.value * y.value) / 100, x.value * (1 - y.value / 100)];
    else if (isSummed(of) && (y.of === null || y.of === 'count' || y.of === BYTES) && y.value > 1)
      yield* [x.value * y.value, (x.value * y.value) / TERA];
  }
}

/** A price by the terabyte, with terabytes. */
const TERA = 1e12;

/** True where the figure follows from numbers near it. */
export function isComputed(figure: StatedFigure, given: readonly Operand[]): boolean {
  const operands = [...new Map(given.map((operand) => [`${operand.value} ${operand.of}`, operand])).values()];
  const share = figure.hedge === null ? 0.005 : 0.08;
  const slack =
    figure.of === 'percent'
      ? Math.max(figure.slack, figure.hedge === null ? 0 : 2)
      : Math.max(figure.slack, Math.abs(figure.value) * share);
  const fits = (value: number) => Math.abs(value - figure.value) <= slack;
  if (figure.of === 'percent' && operands.some(({ of, value }) => of === 'percent' && fits(100 - value))) return true;
  return operands.some((x) =>
    operands.some((y) => {
      if (x === y) return false;
      // What adds nothing makes nothing new.
      const isNew = (value: number) =>
        [x, y].every((side) => side.of !== figure.of || Math.abs(value - side.value) > slack);
      for (const value of combine(figure.of, x, y)) if (fits(value) && isNew(value)) return true;
      return false;
    }),
  );
}

import { BOUNDS, type Bounds, mapBounds } from '../../../../model/level.ts';
import type { DimensionReport, Report } from '../../../../model/report.ts';
import { formatPoints } from '../../../wording/figures.ts';
import { pad, widthOf, wrap } from '../../../writers/terminal/flow.ts';
import type { TerminalScreen } from '../../../writers/terminal/screen.ts';

const WIDEST_BAR = 40;
const WIDEST_TITLE = 24;

/** A bar of `cells` columns for values from 0 to `of`: what is supported, what claimed adds, what possible adds. */
export function bar(values: Bounds<number>, of: number, cells: number, { glyphs, paint }: TerminalScreen): string {
  const upTo = (value: number) => Math.max(0, Math.min(cells, Math.floor((value / of) * cells)));
  const [solid, medium, light] = [upTo(values.supported), upTo(values.claimed), upTo(values.possible)];
  return [
    paint.cyan(glyphs.supported.repeat(solid)),
    glyphs.claimed.repeat(Math.max(0, medium - solid)),
    paint.dim(glyphs.possible.repeat(Math.max(0, light - Math.max(solid, medium)))),
    glyphs.empty.repeat(cells - Math.max(solid, medium, light)),
  ].join('');
}

/** What the signs of the bars stand for, under the bars where there is room. */
function legend(indent: number, { glyphs, paint, width }: TerminalScreen): string {
  const text = [`${glyphs.supported} supported`, `${glyphs.claimed} claimed`, `${glyphs.possible} possible`].join('  ');
  return ' '.repeat(Math.min(indent, width - text.length)) + paint.dim(text);
}

/** The three values with each in a column of its own, so that they stand below those of other dimensions. */
function aligned(values: Bounds<number>, digits: Bounds<number>, { glyphs }: TerminalScreen): string {
  return BOUNDS.map((bound) => formatPoints(values[bound]).padStart(digits[bound])).join(` ${glyphs.atMost} `);
}

function row(
  dimension: DimensionReport,
  column: number,
  cells: number,
  digits: Bounds<number>,
  page: TerminalScreen,
): string[] {
  const [first = '', ...more] = wrap([dimension.title], column);
  const figures = aligned(dimension, digits, page);
  const weight = page.paint.dim(`weight ${formatPoints(dimension.weight).padStart(2)}`);
  return [
    `  ${pad(first, column)}  ${bar(dimension, 100, cells, page)}  ${figures}  ${weight}`,
    ...more.map((line) => `  ${line}`),
  ];
}

/** One bar a dimension with its three values and its weight, and a legend. */
export function dimensionLines({ dimensions }: Report, page: TerminalScreen): string[] {
  if (dimensions.length === 0) return [];
  const titles = dimensions.flatMap(({ title }) => wrap([title], WIDEST_TITLE)).map(widthOf);
  const column = Math.max(...titles);
  const digits = mapBounds((bound) => Math.max(...dimensions.map((entry) => formatPoints(entry[bound]).length)));
  const rest = `  ${aligned({ supported: 0, claimed: 0, possible: 0 }, digits, page)}  weight 100`;
  const cells = Math.min(WIDEST_BAR, page.width - column - 4 - rest.length);
  return [
    '',
    ...dimensions.flatMap((dimension) => row(dimension, column, cells, digits, page)),
    legend(column + 4, page),
  ];
}

import { BOUNDS, type Bounds, mapBounds } from '../../../model/level.ts';
import type { FitShares } from '../../../model/report.ts';
import type { Bar } from '../../document.ts';
import { formatPoints } from '../../wording/figures.ts';
import { plain, wrap } from './flow.ts';
import type { TerminalScreen } from './screen.ts';
import { measureWidth, pad } from './width.ts';

const WIDEST_BAR = 40;
const WIDEST_TITLE = 24;

/** A bar of `cells` columns for values from 0 to `of`: what is supported, what claimed adds, what possible adds. */
export function drawBar(values: Bounds<number>, of: number, cells: number, { glyphs, paint }: TerminalScreen): string {
  const upTo = (value: number) => Math.max(0, Math.min(cells, Math.floor((value / of) * cells)));
  const [solid, medium, light] = [upTo(values.supported), upTo(values.claimed), upTo(values.possible)];
  return [
    paint.cyan(glyphs.supported.repeat(solid)),
    glyphs.claimed.repeat(Math.max(0, medium - solid)),
    paint.dim(glyphs.possible.repeat(Math.max(0, light - Math.max(solid, medium)))),
    glyphs.empty.repeat(cells - Math.max(solid, medium, light)),
  ].join('');
}

/** What the signs of the bars mean, under the bars where there is room. */
function writeLegend(indent: number, { glyphs, paint, width }: TerminalScreen): string {
  const text = [`${glyphs.supported} supported`, `${glyphs.claimed} claimed`, `${glyphs.possible} possible`].join('  ');
  return ' '.repeat(Math.min(indent, width - text.length)) + paint.dim(text);
}

const LEAST_SHARES_BAR = 12;

/** The four shares of the 100 points as one bar with its legend next to it, or below it where there is no room. */
export function writeShares(shares: FitShares, { glyphs, paint, width }: TerminalScreen): readonly string[] {
  const { shown, claimedOnly, open, ruledOut } = shares;
  const parts = [
    [shown, glyphs.supported, 'shown', paint.cyan],
    [claimedOnly, glyphs.claimed, 'claimed only', plain],
    [open, glyphs.possible, 'open', plain],
    [ruledOut, glyphs.dot, 'ruled out', paint.dim],
  ] as const;
  const legend = parts.map(([points, glyph, title]) => `${glyph} ${points} ${title}`).join('  ');
  const beside = width - legend.length - 6;
  const cells = beside < LEAST_SHARES_BAR ? Math.min(WIDEST_BAR, width - 4) : Math.min(WIDEST_BAR, beside);
  let [end, drawn] = [0, 0];
  const bar = parts
    .map(([points, glyph, , style]) => {
      end += points;
      const upTo = Math.round((end / 100) * cells);
      const text = glyph.repeat(upTo - drawn);
      drawn = upTo;
      return style(text);
    })
    .join('');
  return beside < LEAST_SHARES_BAR ? [`  ${bar}`, `  ${legend}`] : [`  ${bar}  ${legend}`];
}

/** One bar a line, with its three values each in a column of its own and what is next to them. */
export function writeBars(bars: readonly Bar[], screen: TerminalScreen, hasLegend = true): readonly string[] {
  if (bars.length === 0) return [];
  const column = Math.max(...bars.flatMap(({ title }) => wrap([title], WIDEST_TITLE)).map(measureWidth));
  const digits = mapBounds((bound) => Math.max(...bars.map(({ values }) => formatPoints(values[bound]).length)));
  const align = (values: Bounds<number>) =>
    BOUNDS.map((bound) => formatPoints(values[bound]).padStart(digits[bound])).join(` ${screen.glyphs.atMost} `);
  const besides = Math.max(...bars.map(({ beside }) => measureWidth(beside)));
  const figures = measureWidth(align({ supported: 0, claimed: 0, possible: 0 }));
  const cells = Math.min(WIDEST_BAR, screen.width - column - figures - besides - 9);
  return [
    ...bars.flatMap(({ title, values, beside }) => {
      const [first = '', ...more] = wrap([title], column);
      const shown = `${drawBar(values, 100, cells, screen)}  ${align(values)}  ${screen.paint.dim(beside.padStart(besides))}`;
      return [`  ${pad(first, column)}  ${shown}`.trimEnd(), ...more.map((line) => `  ${line}`)];
    }),
    ...(hasLegend ? [writeLegend(column + 4, screen)] : []),
  ];
}

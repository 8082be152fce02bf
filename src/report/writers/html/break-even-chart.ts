import { BOUNDS, type Bound } from '../../../model/level.ts';
import type { Ratio } from '../../../model/report.ts';
import type { BreakEvenChart } from '../../document.ts';
import { formatMultiple, formatShownRatio } from '../../wording/figures.ts';
import { type Html, html } from './html.ts';

/** The drawing is 360 wide, so that its letters keep their size on a narrow screen. */
const LEFT = 40;
const RIGHT = 350;
const TOP = 24;
const BOTTOM = 214;
const LEVELS = [0, 1, 2, 3, 4] as const;
const GRID = [0.5, 1, 2, 5, 10, 20] as const;
const LEAST = 0.4;
const MOST = 25;

/** Each ease level has a fifth of the width. */
const WIDTH = (RIGHT - LEFT) / LEVELS.length;

function across(ease: number): number {
  return LEFT + ease * WIDTH;
}

/** Multiples are on a logarithmic scale; what lies beyond its ends is drawn at the end. */
function up(value: number): number {
  const held = Math.min(Math.max(value, LEAST), MOST);
  return BOTTOM - ((Math.log(held) - Math.log(LEAST)) / (Math.log(MOST) - Math.log(LEAST))) * (BOTTOM - TOP);
}

function fixed(value: number): string {
  return value.toFixed(1);
}

function grid(): readonly Html[] {
  return [
    ...GRID.map(
      (value) =>
        html`<line class="${value === 1 ? 'equal' : 'grid'}" x1="${LEFT}" x2="${RIGHT}" y1="${fixed(up(value))}" y2="${fixed(up(value))}"/><text class="scale" x="${LEFT - 4}" y="${fixed(up(value) + 3.5)}" text-anchor="end">${value}x</text>`,
    ),
    ...LEVELS.map(
      (level) =>
        html`<text class="scale" x="${fixed(across(level + 0.5))}" y="${BOTTOM + 14}" text-anchor="middle">${level}</text>`,
    ),
    html`<text class="scale" x="${(LEFT + RIGHT) / 2}" y="${BOTTOM + 29}" text-anchor="middle">Ease of switching, 0 hard to 4 easy</text>`,
  ];
}

function line(needed: readonly (readonly [number, number])[]): Html {
  const parts = needed.map(([level, step], index) => {
    const from = fixed(across(level));
    const to = fixed(across(level + 1));
    return `${index === 0 ? 'M' : 'L'}${from} ${fixed(up(step))}L${to} ${fixed(up(step))}`;
  });
  const labels = needed.map(
    ([level, step]) =>
      html`<text class="needed" x="${fixed(across(level + 1) - 3)}" y="${fixed(up(step) - 4)}" text-anchor="end">${formatMultiple(step)}</text>`,
  );
  return html`<path class="needed" d="${parts.join('')}"/>${labels}`;
}

/** As much of a name as the drawing has room for. */
function short(name: string): string {
  const letters = [...name];
  return letters.length > 34 ? `${letters.slice(0, 33).join('')}…` : name;
}

interface Mark {
  readonly bound: Bound;
  readonly x: number;
  readonly y: number;
  readonly shown: Ratio;
}

/** Where the project is at each of the three values; equal ones side by side. */
function marksOf({ ease, shown }: BreakEvenChart): readonly Mark[] {
  return BOUNDS.flatMap((bound, index) => {
    const at = shown[bound];
    if (at === null) return [];
    return [{ bound, x: across(ease[bound] + 0.25 + index * 0.25), y: up(at.value), shown: at }];
  });
}

function shape({ bound, x, y, shown }: Mark): Html {
  const drop = shown.below
    ? html`<path class="below" d="M${fixed(x)} ${fixed(y + 6)}v11m-3.5 -4l3.5 4l3.5 -4"/>`
    : shown.value > MOST
      ? html`<path class="below" d="M${fixed(x)} ${fixed(y - 7)}v-9m-3.5 4l3.5 -4l3.5 4"/>`
      : null;
  switch (bound) {
    case 'supported':
      return html`<circle class="supported" cx="${fixed(x)}" cy="${fixed(y)}" r="6"/>${drop}`;
    case 'claimed':
      return html`<rect class="claimed" x="${fixed(x - 5)}" y="${fixed(y - 5)}" width="10" height="10"/>${drop}`;
    case 'possible':
      return html`<path class="possible" d="M${fixed(x)} ${fixed(y - 7)}l7 7l-7 7l-7 -7z"/>${drop}`;
  }
}

/** The alternatives on the scale of the one that decides, which is at 1x. */
function standings({ against, others }: BreakEvenChart): readonly Html[] {
  if (against === null) return [];
  return [
    html`<text class="scale" x="${RIGHT - 3}" y="${fixed(up(1) + 12)}" text-anchor="end">${short(against)}</text>`,
    ...others.map(({ name, multiple }) => {
      const y = up(multiple);
      return html`<line class="stand-line" x1="${LEFT}" x2="${RIGHT}" y1="${fixed(y)}" y2="${fixed(y)}"/><text class="stand" x="${LEFT + 3}" y="${fixed(y - 4)}">${short(name)}</text>`;
    }),
  ];
}

function key(breakEven: BreakEvenChart): Html {
  const shapes: Readonly<Record<Bound, Html>> = {
    supported: html`<circle class="supported" cx="8" cy="8" r="6"/>`,
    claimed: html`<rect class="claimed" x="3" y="3" width="10" height="10"/>`,
    possible: html`<path class="possible" d="M8 1l7 7l-7 7l-7 -7z"/>`,
  };
  const items = BOUNDS.map((bound) => {
    const at = breakEven.shown[bound];
    const says = at === null ? (bound === 'possible' ? 'not known' : 'nothing shown') : formatShownRatio(at);
    return html`<li><svg class="key" aria-hidden="true" viewBox="0 0 16 16">${shapes[bound]}</svg> ${bound}: ${says}</li>`;
  });
  return html`<ul class="legend" aria-label="What the marks show">${items}<li><svg class="key" aria-hidden="true" viewBox="0 0 16 16"><path class="needed" d="M0 8h16"/></svg> break-even: the multiple needed</li></ul>`;
}

/** The break-even line over the ease of switching, with the project at each of its three values. */
export function drawBreakEven(chart: BreakEvenChart, alternative: string): Html {
  return html`
<figure class="chart">
<svg class="break-even" role="img" aria-label="${alternative}" viewBox="0 0 360 248">${grid()}${standings(chart)}${line(chart.needed)}${marksOf(chart).map(shape)}</svg>
<figcaption>${key(chart)}</figcaption>
</figure>`;
}

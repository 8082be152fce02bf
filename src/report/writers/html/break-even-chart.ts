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

function toWidth(ease: number): number {
  return LEFT + ease * WIDTH;
}

/** Multiples are on a logarithmic scale; what lies beyond its ends is drawn at the end. */
function toHeight(value: number): number {
  const held = Math.min(Math.max(value, LEAST), MOST);
  return BOTTOM - ((Math.log(held) - Math.log(LEAST)) / (Math.log(MOST) - Math.log(LEAST))) * (BOTTOM - TOP);
}

function formatFixed(value: number): string {
  return value.toFixed(1);
}

function drawGrid(): readonly Html[] {
  return [
    ...GRID.map(
      (value) =>
        html`<line class="${value === 1 ? 'equal' : 'grid'}" x1="${LEFT}" x2="${RIGHT}" y1="${formatFixed(toHeight(value))}" y2="${formatFixed(toHeight(value))}"/><text class="scale" x="${LEFT - 4}" y="${formatFixed(toHeight(value) + 3.5)}" text-anchor="end">${value}x</text>`,
    ),
    ...LEVELS.map(
      (level) =>
        html`<text class="scale" x="${formatFixed(toWidth(level + 0.5))}" y="${BOTTOM + 14}" text-anchor="middle">${level}</text>`,
    ),
    html`<text class="scale" x="${(LEFT + RIGHT) / 2}" y="${BOTTOM + 29}" text-anchor="middle">Ease of switching, 0 hard to 4 easy</text>`,
  ];
}

function drawNeededLine(needed: readonly (readonly [number, number])[]): Html {
  const parts = needed.map(([level, step], index) => {
    const from = formatFixed(toWidth(level));
    const to = formatFixed(toWidth(level + 1));
    return `${index === 0 ? 'M' : 'L'}${from} ${formatFixed(toHeight(step))}L${to} ${formatFixed(toHeight(step))}`;
  });
  const labels = needed.map(
    ([level, step]) =>
      html`<text class="needed" x="${formatFixed(toWidth(level + 1) - 3)}" y="${formatFixed(toHeight(step) - 4)}" text-anchor="end">${formatMultiple(step)}</text>`,
  );
  return html`<path class="needed" d="${parts.join('')}"/>${labels}`;
}

/** As much of a name as the drawing has room for. */
function shortenName(name: string): string {
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
function locateMarks({ ease, shown }: BreakEvenChart): readonly Mark[] {
  return BOUNDS.flatMap((bound, index) => {
    const at = shown[bound];
    if (at === null) return [];
    return [{ bound, x: toWidth(ease[bound] + 0.25 + index * 0.25), y: toHeight(at.value), shown: at }];
  });
}

function drawMark({ bound, x, y, shown }: Mark): Html {
  const drop = shown.below
    ? html`<path class="below" d="M${formatFixed(x)} ${formatFixed(y + 6)}v11m-3.5 -4l3.5 4l3.5 -4"/>`
    : shown.value > MOST
      ? html`<path class="below" d="M${formatFixed(x)} ${formatFixed(y - 7)}v-9m-3.5 4l3.5 -4l3.5 4"/>`
      : null;
  switch (bound) {
    case 'supported':
      return html`<circle class="supported" cx="${formatFixed(x)}" cy="${formatFixed(y)}" r="6"/>${drop}`;
    case 'claimed':
      return html`<rect class="claimed" x="${formatFixed(x - 5)}" y="${formatFixed(y - 5)}" width="10" height="10"/>${drop}`;
    case 'possible':
      return html`<path class="possible" d="M${formatFixed(x)} ${formatFixed(y - 7)}l7 7l-7 7l-7 -7z"/>${drop}`;
  }
}

/** The alternatives on the scale of the one that decides, which is at 1x. */
function drawAlternatives({ against, others }: BreakEvenChart): readonly Html[] {
  if (against === null) return [];
  return [
    html`<text class="scale" x="${RIGHT - 3}" y="${formatFixed(toHeight(1) + 12)}" text-anchor="end">${shortenName(against)}</text>`,
    ...others.map(({ name, multiple }) => {
      const y = toHeight(multiple);
      return html`<line class="stand-line" x1="${LEFT}" x2="${RIGHT}" y1="${formatFixed(y)}" y2="${formatFixed(y)}"/><text class="stand" x="${LEFT + 3}" y="${formatFixed(y - 4)}">${shortenName(name)}</text>`;
    }),
  ];
}

function drawKey(breakEven: BreakEvenChart): Html {
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
<svg class="break-even" role="img" aria-label="${alternative}" viewBox="0 0 360 248">${drawGrid()}${drawAlternatives(chart)}${drawNeededLine(chart.needed)}${locateMarks(chart).map(drawMark)}</svg>
<figcaption>${drawKey(chart)}</figcaption>
</figure>`;
}

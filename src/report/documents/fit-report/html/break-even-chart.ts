import { BOUNDS, type Bound } from '../../../../model/level.ts';
import type { AlternativeReport, BreakEvenReport, ComparisonReport, Ratio, Report } from '../../../../model/report.ts';
import { formatMultiple, formatRatio, formatShownRatio } from '../../../wording/figures.ts';
import { describeBreakEven } from '../../../wording/gate-sentences.ts';
import { type Html, html } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';

type ChartedBreakEven = Extract<BreakEvenReport, { status: 'compared' }>;

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

/** Multiples stand on a logarithmic scale; what lies beyond its ends stands at the end. */
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

/** The multiple needed at each ease: what the rubric asks, else only what the report knows of it. */
function neededAt(
  { ease, needed }: ChartedBreakEven,
  { steps }: SectionContext,
): readonly (readonly [number, number])[] {
  if (steps.length > 0) return steps.map((step, level) => [level, step] as const);
  return BOUNDS.map((bound) => [ease[bound], needed[bound]] as const);
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

/** An alternative beside the project. */
interface ChartedAlternative {
  readonly yardstick: AlternativeReport;
  /** The project's multiple of it. */
  readonly times: number;
  readonly says: string;
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

/** Where the project stands at each of the three values; equal ones side by side. */
function marksOf({ ease, shown }: ChartedBreakEven): readonly Mark[] {
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

function comparisonOf(breakEven: ChartedBreakEven, { dimensions }: Report): ComparisonReport | null {
  const found = dimensions.flatMap(({ criteria }) => criteria).find(({ id }) => id === breakEven.criterion);
  return found?.status === 'answered' ? found.comparison : null;
}

/** The alternatives that the author and the register name, each once, with the project's multiple of it. */
function alternativesOf({ author, best, ratio: own, bestRatio }: ComparisonReport): readonly ChartedAlternative[] {
  const chosen = { yardstick: author, times: own, says: 'which the author chose' };
  if (best === null || bestRatio === null) return [chosen];
  const registered = { yardstick: best, times: bestRatio, says: 'the best registered alternative' };
  return author.id === best.id ? [registered] : [chosen, registered];
}

function listOfAlternatives(compared: ComparisonReport): readonly Html[] {
  const { project, unit, better } = compared;
  return [
    html`<li>The project: ${project} ${unit}; ${better} is better.</li>`,
    alternativesOf(compared).map(
      ({ yardstick: { name, value, unit: theirs }, times, says }) =>
        html`<li>${name}, ${says}: ${value} ${theirs}; against it the project shows ${formatRatio(times)}.</li>`,
    ),
  ].flat();
}

/** The alternatives on the scale of the one that decides, which stands at 1x. */
function standings(breakEven: ChartedBreakEven, compared: ComparisonReport | null): readonly Html[] {
  const { against } = breakEven;
  if (against === null) return [];
  const own = html`<text class="scale" x="${RIGHT - 3}" y="${fixed(up(1) + 12)}" text-anchor="end">${short(against.name)}</text>`;
  const all = compared === null ? [] : alternativesOf(compared);
  const decides = all.find(({ yardstick }) => yardstick.name === against.name);
  if (decides === undefined) return [own];
  const others = all
    .filter((entry) => entry !== decides)
    .map(({ yardstick, times }) => {
      const y = up(decides.times / times);
      return html`<line class="stand-line" x1="${LEFT}" x2="${RIGHT}" y1="${fixed(y)}" y2="${fixed(y)}"/><text class="stand" x="${LEFT + 3}" y="${fixed(y - 4)}">${short(yardstick.name)}</text>`;
    });
  return [own, ...others];
}

function key(breakEven: ChartedBreakEven): Html {
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
export function breakEvenChart(breakEven: ChartedBreakEven, report: Report, context: SectionContext): Html {
  const needed = neededAt(breakEven, context);
  const compared = comparisonOf(breakEven, report);
  const label = `Edge against ease of switching. Supported: ${describeBreakEven(breakEven)}. Claimed: ${describeBreakEven(breakEven, 'claimed')}. Possible: ${describeBreakEven(breakEven, 'possible')}.`;
  return html`
<figure class="chart">
<svg class="break-even" role="img" aria-label="${label}" viewBox="0 0 360 248">${grid()}${standings(breakEven, compared)}${line(needed)}${marksOf(breakEven).map(shape)}</svg>
<figcaption>${key(breakEven)}
<ul class="aside">${compared === null ? null : listOfAlternatives(compared)}</ul></figcaption>
</figure>`;
}

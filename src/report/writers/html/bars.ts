import { BOUNDS, type Bound, type Bounds } from '../../../model/level.ts';
import type { GateStatus } from '../../../model/report.ts';
import type { BandStart } from '../../document.ts';
import { formatPoints } from '../../wording/figures.ts';
import { type Content, type Html, html, NOTHING } from './html.ts';

/** `supported 31, claimed 48, possible 77`. */
function formatNamedValues(values: Bounds<number>): string {
  return BOUNDS.map((bound) => `${bound} ${formatPoints(values[bound])}`).join(', ');
}

/** A length in a drawing of 1000 units, from 0 to 100 points. */
function toDrawingUnits(value: number): string {
  return (Math.min(Math.max(value, 0), 100) * 10).toFixed(1);
}

function drawStretch(name: string, from: number, to: number): Html {
  return html`<rect class="${name}" x="${toDrawingUnits(from)}" y="0" width="${toDrawingUnits(Math.max(to - from, 0))}" height="20"/>`;
}

function drawImage(name: string, label: string, content: Content): Html {
  return html`<svg class="${name}" role="img" aria-label="${label}" viewBox="0 0 1000 20" preserveAspectRatio="none">${content}</svg>`;
}

/** The three values of a figure, 0 to 100, with what is drawn over them. */
function drawValuesBar(name: string, title: string, values: Bounds<number>, over: Content): Html {
  const { supported, claimed, possible } = values;
  return drawImage(name, `${title}: ${formatNamedValues(values)}, of 100`, [
    html`<rect class="ground" x="0" y="0" width="1000" height="20"/>`,
    drawStretch('possible', claimed, possible),
    drawStretch('claimed', supported, claimed),
    drawStretch('supported', 0, supported),
    over,
  ]);
}

/** The three values of a figure, 0 to 100, as one bar. */
export function drawBoundsBar(title: string, values: Bounds<number>): Html {
  return drawValuesBar('bar', title, values, null);
}

/** A line where each band begins. */
function drawTicks(bands: readonly Pick<BandStart, 'from'>[]): Content {
  return bands.map(({ from }) =>
    from > 0 ? html`<rect class="tick" x="${toDrawingUnits(from)}" y="0" width="2" height="20"/>` : null,
  );
}

/** The bands by name, each below its own stretch of the scale: a drawing, since the page takes no styles of an element. */
export function drawBandScale({ bands }: { readonly bands: readonly BandStart[] }): Html {
  if (bands.length === 0) return NOTHING;
  const starts = [...bands].sort((a, b) => a.from - b.from);
  const label = starts.map(({ title, from }) => `${title} from ${formatPoints(from)}`).join(', ');
  const names = starts.map(({ title, from }, place) => {
    const width = (starts[place + 1]?.from ?? 100) - from;
    return html`<foreignObject x="${from}%" y="0" width="${width}%" height="100%"><p><span class="from">${formatPoints(from)}</span> ${title}</p></foreignObject>`;
  });
  return html`<svg class="bands" role="img" aria-label="Bands of the index: ${label}">${names}</svg>`;
}

/** The index as a bar with a line where each band begins. */
export function drawBandedBar(title: string, values: Bounds<number>, bands: readonly Pick<BandStart, 'from'>[]): Html {
  return drawValuesBar('bar index', title, values, drawTicks(bands));
}

/** What each of the three values says. */
export const BOUND_MEANINGS: Readonly<Record<Bound, string>> = {
  supported: 'what the cited evidence supports',
  claimed: 'what the description says',
  possible: 'if everything open turns out well',
};

const FILLS: Readonly<Record<Bound, string>> = {
  supported: 'shown by evidence',
  claimed: 'claimed only',
  possible: 'open',
};

/** The fill of a value in a bar. */
export function drawFill(bound: Bound): Html {
  return html`<svg class="key" aria-hidden="true" viewBox="0 0 20 20"><rect class="${bound}" width="20" height="20"/></svg>`;
}

/** What the three fills of a bar mean. */
export const LEGEND: Html = html`<ul class="legend" aria-label="What the bars show">${BOUNDS.map((bound) => html`<li>${drawFill(bound)} ${FILLS[bound]}</li>`)}</ul>`;

const LEVELS = [1, 2, 3, 4] as const;

/** Levels 0 to 4 as four squares. */
export function drawLevelPips(title: string, levels: Bounds<number>): Html {
  const squares = LEVELS.map((level) => {
    const name =
      level <= levels.supported
        ? 'supported'
        : level <= levels.claimed
          ? 'claimed'
          : level <= levels.possible
            ? 'possible'
            : 'ground';
    return html`<rect class="${name}" x="${(level - 1) * 13 + 1}" y="1" width="11" height="11"/>`;
  });
  const label = `${title}: level ${BOUNDS.map((bound) => `${bound} ${levels[bound]}`).join(', ')}, of 4`;
  return html`<svg class="pips" role="img" aria-label="${label}" viewBox="0 0 52 13">${squares}</svg>`;
}

const SIGNS = { passed: '✓', failed: '✗', 'not-shown-yet': '?', 'not-asked': '–' } as const satisfies Record<
  GateStatus,
  string
>;

/** The sign of a gate's status, for the eye alone: it is said in words next to it. */
export function drawGateSign({ status }: { readonly status: GateStatus }): Html {
  return html`<span class="sign ${status}" aria-hidden="true">${SIGNS[status]}</span>`;
}

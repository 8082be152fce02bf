import type { GateStatus } from '../../../model/report.ts';
import { type Flow, toOneLine, wrap } from './flow.ts';
import type { Paint, RenderOptions } from './paint.ts';
import { measureWidth } from './width.ts';

/** The signs of the terminal report. Each is one column wide, but for `atMost` in ASCII. */
export interface Glyphs {
  readonly supported: string;
  readonly claimed: string;
  readonly possible: string;
  readonly empty: string;
  readonly atMost: string;
  readonly rule: string;
  readonly dot: string;
  readonly gate: Readonly<Record<GateStatus, string>>;
}

const BLOCKS: Glyphs = {
  supported: '█',
  claimed: '▓',
  possible: '░',
  empty: ' ',
  atMost: '≤',
  rule: '─',
  dot: '·',
  gate: { passed: '✓', failed: '✗', 'not-shown-yet': '?', 'not-asked': '–' },
};

const ASCII: Glyphs = {
  supported: '#',
  claimed: '=',
  possible: '.',
  empty: ' ',
  atMost: '<=',
  rule: '-',
  dot: '-',
  gate: { passed: '+', failed: 'x', 'not-shown-yet': '?', 'not-asked': '-' },
};

function selectGlyphs(unicode: boolean): Glyphs {
  return unicode ? BLOCKS : ASCII;
}

/** What every line builder is given besides the report. */
export interface TerminalScreen {
  readonly width: number;
  readonly paint: Paint;
  readonly glyphs: Glyphs;
  readonly unicode: boolean;
  readonly links: boolean;
  /** Ids of bands, lowest first. */
  readonly bands: readonly string[];
  /** The words that start the program again. */
  readonly command: string;
}

const NARROWEST = 60;

export function createScreen({ width, unicode, ...looks }: RenderOptions): TerminalScreen {
  return { ...looks, width: Math.max(NARROWEST, Math.floor(width)), glyphs: selectGlyphs(unicode), unicode };
}

/** A heading with a blank line above it. */
export function writeHeading(text: string, page: TerminalScreen): string[] {
  return ['', ...wrap([{ text, style: page.paint.bold }], page.width)];
}

/** The widest column of labels. */
const WIDEST_LABEL = 24;

/** How wide a column these labels need, its gap included. */
export function computeLabelColumn(labels: readonly string[], least = 0): number {
  return Math.min(WIDEST_LABEL, Math.max(least, ...labels.map((label) => measureWidth(toOneLine(label)) + 2)));
}

/** A label in a column of its own with the text next to it; one that is too wide for a column begins the text. */
export function writeLabelled(label: string, flow: Flow, page: TerminalScreen, indent = 2, column = 11): string[] {
  const safe = toOneLine(label);
  if (measureWidth(safe) > WIDEST_LABEL)
    return wrap([{ text: safe, style: page.paint.dim }, ' ', ...flow], page.width, ' '.repeat(indent));
  const gap = ' '.repeat(Math.max(1, column - measureWidth(safe)));
  return wrap(flow, page.width, `${' '.repeat(indent)}${page.paint.dim(safe)}${gap}`);
}

/** Text at an indent. */
export function writeIndented(flow: Flow, page: TerminalScreen, indent = 2): string[] {
  return wrap(flow, page.width, ' '.repeat(indent));
}

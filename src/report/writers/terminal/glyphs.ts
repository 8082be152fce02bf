import type { GateStatus } from '../../../model/report.ts';

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
  gate: { passed: '✓', failed: '✗', open: '?', 'not-applicable': '–' },
};

const ASCII: Glyphs = {
  supported: '#',
  claimed: '=',
  possible: '.',
  empty: ' ',
  atMost: '<=',
  rule: '-',
  dot: '-',
  gate: { passed: '+', failed: 'x', open: '?', 'not-applicable': '-' },
};

export function glyphsFor(unicode: boolean): Glyphs {
  return unicode ? BLOCKS : ASCII;
}

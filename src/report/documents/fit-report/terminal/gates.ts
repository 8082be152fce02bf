import { BOUNDS } from '../../../../model/level.ts';
import type { BreakEvenReport, GateReport, GateStatus, Report } from '../../../../model/report.ts';
import { describeBreakEven, describeClaimedBreakEven, describeGateStatus } from '../../../wording/gate-sentences.ts';
import { pad, widthOf, wrap } from '../../../writers/terminal/flow.ts';
import type { Paint } from '../../../writers/terminal/paint.ts';
import { heading, indented, labelled, type TerminalScreen } from '../../../writers/terminal/screen.ts';

const COLOURS = {
  passed: 'green',
  failed: 'red',
  open: 'yellow',
  'not-applicable': 'dim',
} as const satisfies Record<GateStatus, keyof Paint>;

const WIDEST_TITLE = 34;

function gateLines(gate: GateReport, column: number, page: TerminalScreen): string[] {
  const colour = page.paint[COLOURS[gate.status]];
  const [first = '', ...more] = wrap([gate.title], column);
  const [phrase = '', ...below] = wrap([{ text: describeGateStatus(gate), style: colour }], page.width - column - 6);
  return [
    `  ${colour(page.glyphs.gate[gate.status])} ${pad(first, column)}  ${phrase}`,
    ...more.map((line) => `    ${line}`),
    ...below.map((line) => `${' '.repeat(column + 6)}${line}`),
  ];
}

/** One line a gate, and the break-even in a sentence. */
export function gateOverview({ gates, breakEven, fit }: Report, page: TerminalScreen): string[] {
  if (fit === null) return [];
  const column = Math.max(0, ...gates.flatMap(({ title }) => wrap([title], WIDEST_TITLE)).map(widthOf));
  const claimed = describeClaimedBreakEven(breakEven);
  const more = claimed === null ? '' : `; claimed: ${claimed}`;
  return [
    ...(gates.length === 0 ? [] : ['']),
    ...gates.flatMap((gate) => gateLines(gate, column, page)),
    ...labelled('Break-even', [{ text: describeBreakEven(breakEven), style: page.paint.bold }, more], page, 2, 12),
  ];
}

function passesLine({ passes }: GateReport): string | null {
  if (passes === null) return null;
  const word = (passed: boolean) => (passed ? 'passes' : 'fails');
  return `${word(passes.supported)} at supported, ${word(passes.claimed)} at claimed, ${word(passes.possible)} at possible`;
}

/** A line for each of the three values, or one where they are alike. */
function breakEvenLines(breakEven: BreakEvenReport, page: TerminalScreen): string[] {
  if (breakEven.status === 'not-applicable') return [];
  const said = BOUNDS.map((bound) => `ease ${breakEven.ease[bound]} of 4: ${describeBreakEven(breakEven, bound)}`);
  const [first = ''] = said;
  if (said.every((sentence) => sentence === first)) return labelled('all three', [first], page);
  return BOUNDS.flatMap((bound, index) => labelled(bound, [said[index] ?? ''], page));
}

/** What each gate's status means here, and the break-even at all three bounds. */
export function gateDetails({ gates, breakEven, fit }: Report, page: TerminalScreen): string[] {
  if (fit === null) return [];
  const lines = gates.flatMap((gate) => {
    const passes = passesLine(gate);
    return [
      ...indented([{ text: `${gate.title}:`, style: page.paint.bold }, ` ${describeGateStatus(gate)}`], page),
      ...indented([gate.says], page, 4),
      ...(passes === null ? [] : indented([{ text: passes, style: page.paint.dim }], page, 4)),
    ];
  });
  const even = breakEvenLines(breakEven, page);
  return [
    ...(lines.length === 0 ? [] : heading('Gates', page)),
    ...lines,
    ...(even.length === 0 ? [] : heading('Break-even', page)),
    ...even,
  ];
}

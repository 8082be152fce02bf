import type { Report } from '../../../../model/report.ts';
import { findUncappedFit } from '../../../wording/gate-sentences.ts';
import { toWords } from '../../../wording/to-words.ts';
import { wrap } from '../../../writers/terminal/flow.ts';
import type { Paint } from '../../../writers/terminal/paint.ts';
import { indented, interval, namedInterval, type TerminalScreen } from '../../../writers/terminal/screen.ts';

/** Bands of the built-in rubric; those of another one are printed without a colour. */
const COLOURS: Readonly<Record<string, keyof Paint>> = {
  'strong-fit': 'green',
  'conditional-fit': 'yellow',
  'weak-fit': 'yellow',
  mismatch: 'red',
};

/** The verdict with the three values, what it means, the verdict that is still possible and the figures without gates. */
export function verdictLines(report: Report, page: TerminalScreen): string[] {
  const { fit, verdict, verdictTitle, verdictMeans, verdictAtPossible } = report;
  const { paint, width } = page;
  const colour = COLOURS[verdict ?? ''];
  const style = (text: string) => paint.bold(colour === undefined ? text : paint[colour](text));
  const title = verdictTitle.toUpperCase();
  if (fit === null) return ['', ...wrap([{ text: title, style }], width), ...indented([verdictMeans], page)];
  const uncapped = findUncappedFit(fit);
  const atPossible = verdictAtPossible === null ? '' : ` At possible: ${toWords(verdictAtPossible)}.`;
  const without = uncapped === null ? '' : ` Without gates: ${interval(uncapped, page)}.`;
  return [
    '',
    ...wrap([{ text: `${title}:`, style }, ' ', { text: namedInterval(fit, page), style: paint.bold }], width),
    ...indented([verdictMeans, { text: atPossible + without, style: paint.dim }], page),
  ];
}

import type { Report } from '../../../../model/report.ts';
import { findUncappedFit } from '../../../wording/gate-sentences.ts';
import { toWords } from '../../../wording/to-words.ts';
import { wrap } from '../../../writers/terminal/flow.ts';
import type { Paint } from '../../../writers/terminal/paint.ts';
import { indented, interval, namedInterval, type TerminalScreen } from '../../../writers/terminal/screen.ts';

/** The colour of a verdict: the best band is green, the lowest red, any other yellow; null for what is not a band. */
function chooseColour(verdict: string | null, bands: readonly string[]): keyof Paint | null {
  const rank = verdict === null ? -1 : bands.indexOf(verdict);
  if (rank === -1) return null;
  return rank === 0 ? 'red' : rank === bands.length - 1 ? 'green' : 'yellow';
}

/** The verdict with the three values, what it means, the verdict that is still possible and the figures without gates. */
export function verdictLines(report: Report, page: TerminalScreen): string[] {
  const { fit, verdict, verdictTitle, verdictMeans, verdictAtPossible } = report;
  const { paint, width, bands } = page;
  const colour = chooseColour(verdict, bands);
  const style = (text: string) => paint.bold(colour === null ? text : paint[colour](text));
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

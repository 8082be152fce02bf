import type { FitReport, Report } from '../../model/report.ts';
import type { Paint } from '../paint.ts';
import { words } from '../sentences.ts';
import { wrap } from './flow.ts';
import { indented, interval, namedInterval, type Page } from './page.ts';

/** Bands of the built-in rubric; those of another one are printed without a colour. */
const COLOURS: Readonly<Record<string, keyof Paint>> = {
  'strong-fit': 'green',
  'conditional-fit': 'yellow',
  'weak-fit': 'yellow',
  mismatch: 'red',
};

function uncappedPhrase(fit: FitReport, page: Page): string {
  const { supported, claimed, possible, uncapped, uncappedClaimed, uncappedPossible } = fit;
  const isCapped = uncapped !== supported || uncappedClaimed !== claimed || uncappedPossible !== possible;
  const without = { supported: uncapped, claimed: uncappedClaimed, possible: uncappedPossible };
  return isCapped ? ` Without gates: ${interval(without, page)}.` : '';
}

/** The verdict with the three values, what it means, the verdict that is still possible and the figures without gates. */
export function verdictLines(report: Report, page: Page): string[] {
  const { fit, verdict, verdictTitle, verdictMeans, verdictAtPossible } = report;
  const { paint, width } = page;
  const colour = paint[COLOURS[verdict ?? ''] ?? 'bold'];
  const title = { text: verdictTitle.toUpperCase(), style: (text: string) => paint.bold(colour(text)) };
  if (fit === null) return ['', ...wrap([title], width), ...indented([verdictMeans], page)];
  const atPossible = verdictAtPossible === null ? '' : ` At possible: ${words(verdictAtPossible)}.`;
  return [
    '',
    ...wrap([title, '  ', { text: namedInterval(fit, page), style: paint.bold }], width),
    ...indented([verdictMeans, { text: atPossible, style: paint.dim }, { text: uncappedPhrase(fit, page), style: paint.dim }], page),
  ];
}

import type { Classification, Report } from '../../model/report.ts';
import { formatPercent, formatPoints } from './figures.ts';
import { describeHeardTrack, quoteWord, selectStrongestWords } from './sentences.ts';
import { toWords } from './to-words.ts';

/** The verdict in one line, while answers are still to come. */
export function describeInterimVerdict({ fit, verdict, verdictTitle, basis }: Report): string {
  if (fit === null) return `${verdictTitle}, no fit is given.`;
  const figures = `supported ${formatPoints(fit.supported)} ≤ claimed ${formatPoints(fit.claimed)} ≤ possible ${formatPoints(fit.possible)}`;
  return `${basis === 'settled' ? 'Settled as' : 'So far'} ${toWords(verdict ?? '')}: ${figures}.`;
}

/** The track that a summary or a whole text speaks for, and the words that decided. */
export function describeInferredTrack(classification: Classification, of: 'summary' | 'text'): string {
  const { track, between, ranked } = classification;
  const share = ranked[0] === undefined ? '' : `, share ${formatPercent(ranked[0].share)}`;
  const heard = between.length > 0 ? between : [track];
  const spoken = selectStrongestWords(classification).filter((word) => word.weight > 0 && heard.includes(word.track));
  const list = [...new Set(spoken.map(quoteWord))].slice(0, 6).join(', ');
  const by = list === '' ? '' : `; deciding words: ${list}`;
  return `The ${of} ${describeHeardTrack(classification)}${share}${by}.`;
}

import type { Classification, Report } from '../model/report.ts';
import { percent, points } from './figures.ts';
import { quotedWord, strongestWords } from './sentences.ts';
import { words } from './words.ts';

/** The verdict in one line, while answers are still to come. */
export function soFarSentence({ fit, verdict, verdictTitle, dimensions }: Report): string {
  const entries = dimensions.flatMap(({ criteria }) => criteria);
  const asked = entries.filter(({ status }) => status !== 'not-applicable').length;
  const answered = entries.filter(({ status }) => status === 'answered').length;
  const count = `${answered} of ${asked} answered`;
  if (fit === null) return `${verdictTitle}, no fit is given; ${count}.`;
  const figures = `supported ${points(fit.supported)} ≤ claimed ${points(fit.claimed)} ≤ possible ${points(fit.possible)}`;
  return `So far ${words(verdict ?? '')}: ${figures}; ${count}.`;
}

/** The track that a summary speaks for, and the words that decided. */
export function heardSentence(classification: Classification): string {
  const { status, track, model, between, ranked } = classification;
  const share = ranked[0] === undefined ? '' : `, share ${percent(ranked[0].share)}`;
  const heard = between.length > 0 ? between : [track];
  const spoken = strongestWords(classification).filter((word) => word.weight > 0 && heard.includes(word.track));
  const list = [...new Set(spoken.map(quotedWord))].slice(0, 6).join(', ');
  const by = list === '' ? '; the rubric knows none of the words' : `; the words that decided: ${list}`;
  if (status === 'decided')
    return `The summary speaks for ${track}${model === null ? '' : ` (${model})`}${share}${by}.`;
  if (status === 'undecided') return `The summary is undecided between ${between.join(' and ')}${share}${by}.`;
  return `The summary speaks for none of the tracks${share}${by}.`;
}

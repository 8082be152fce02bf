import type { Certainty, Extremes, Report, ReportFile } from '../model/report.ts';
import { points } from './figures.ts';
import { words } from './words.ts';

/** `weak fit, 21 to 34`, or `mismatch 16 to strong fit 84`. */
export function extremesPhrase({ worst, best }: Extremes): string {
  const [low, high] = [points(worst.index), points(best.index)];
  return worst.verdict === best.verdict
    ? `${words(worst.verdict)}, ${low} to ${high}`
    : `${words(worst.verdict)} ${low} to ${words(best.verdict)} ${high}`;
}

/** The set that the verdict is held against. */
export function spacePhrase({ weightBand, markMaps }: Certainty): string {
  return `each weight up to ${points(weightBand)}% up or down, ${markMaps.length} mark scales (${markMaps.join(', ')}) and every answer that is still open`;
}

/** Whether the verdict holds whatever a reader may hold against it, and if not, what leaves it open. */
export function certaintySentence(certainty: Certainty): string {
  const { certain, byJudgement, byFacts } = certainty;
  if (certain)
    return `certain: ${extremesPhrase(certainty)}, whatever the weights, the mark scale and the open answers`;
  const byJudgementAlone = byJudgement.worst.verdict !== byJudgement.best.verdict;
  const byFactsAlone = byFacts.worst.verdict !== byFacts.best.verdict;
  const judged = `weights and mark scale alone leave ${extremesPhrase(byJudgement)}`;
  const learnt = `the open answers alone leave ${extremesPhrase(byFacts)}`;
  const why = [...(byJudgementAlone ? [judged] : []), ...(byFactsAlone ? [learnt] : [])];
  const told = why.length === 0 ? ['only both together move it'] : why;
  return `not certain: ${extremesPhrase(certainty)}; ${told.join(', ')}`;
}

/** What of the rubric's judgement the reader set aside: weights and rules of their own; null where nothing. */
export function ownJudgement({ weights, dimensions }: Report, { rubric }: ReportFile): string | null {
  const titleOf = (id: string) => dimensions.find((entry) => entry.id === id)?.title ?? id;
  const own = Object.entries(weights ?? {}).map(([id, weight]) => `${titleOf(id)} ${points(weight)}`);
  const told = [
    ...(own.length === 0 ? [] : [`weights of the reader: ${own.join(', ')}`]),
    ...(rubric.origin === 'built-in' ? [] : [`rubric ${rubric.id} ${rubric.version} from ${rubric.origin}`]),
  ];
  return told.length === 0 ? null : told.join('; ');
}

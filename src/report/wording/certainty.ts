import type { Certainty, Extremes } from '../../model/report.ts';
import { NOT_RATEABLE } from '../../model/verdict.ts';
import { formatPoints } from './figures.ts';
import { toWords } from './to-words.ts';

/** `weak fit, 21 to 34`, or `mismatch 16 to strong fit 84`. */
export function formatExtremes({ worst, best }: Extremes): string {
  const [low, high] = [formatPoints(worst.index), formatPoints(best.index)];
  return worst.verdict === best.verdict
    ? `${toWords(worst.verdict)}, ${low} to ${high}`
    : `${toWords(worst.verdict)} ${low} to ${toWords(best.verdict)} ${high}`;
}

/** What the verdict is tested against. */
function describeUncertainty({ weightBand, markMaps }: Certainty): string {
  return `each weight varied by up to ${formatPoints(weightBand)}%, ${markMaps.length} value functions (${markMaps.join(', ')}) and all open answers`;
}

/** Whether the verdict is the same for every admissible reading and open answer: `not certain: mismatch 16 to strong fit 84`. */
export function describeCertainty(certainty: Certainty, verdict: string | null): string {
  if (verdict === NOT_RATEABLE) return `no verdict; the index alone: ${formatExtremes(certainty)}`;
  const { above, below } = certainty;
  const sure = above && below ? 'certain' : above ? 'cannot rise' : below ? 'cannot fall' : 'not certain';
  return `${sure}: ${formatExtremes(certainty)}`;
}

/** What alone leaves a verdict open, and what both leave open together. */
export function listCertaintyFacts(certainty: Certainty): readonly { readonly label: string; readonly says: string }[] {
  const { byJudgement, byFacts } = certainty;
  return [
    { label: 'judgement', says: `${formatExtremes(byJudgement)}, by weights and value function alone` },
    { label: 'facts', says: `${formatExtremes(byFacts)}, by open answers alone` },
    { label: 'both', says: `${formatExtremes(certainty)}: exact, over ${describeUncertainty(certainty)}` },
  ];
}

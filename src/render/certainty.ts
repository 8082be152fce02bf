import type { Certainty, Extremes } from '../model/report.ts';
import { NOT_RATEABLE } from '../model/verdict.ts';
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
function spacePhrase({ weightBand, markMaps }: Certainty): string {
  return `each weight up to ${points(weightBand)}% up or down, ${markMaps.length} mark scales (${markMaps.join(', ')}) and every answer that is still open`;
}

/** Whether the verdict holds whatever a reader may hold against it: `not certain: mismatch 16 to strong fit 84`. */
export function certaintySentence(certainty: Certainty, verdict: string | null): string {
  if (verdict === NOT_RATEABLE) return `no verdict; the index alone: ${extremesPhrase(certainty)}`;
  return `${certainty.certain ? 'certain' : 'not certain'}: ${extremesPhrase(certainty)}`;
}

/** What alone leaves a verdict open, and what both leave open together. */
export function certaintyFacts(certainty: Certainty): readonly { readonly label: string; readonly says: string }[] {
  const { byJudgement, byFacts } = certainty;
  return [
    { label: 'judgement', says: `${extremesPhrase(byJudgement)}, by weights and mark scale alone` },
    { label: 'facts', says: `${extremesPhrase(byFacts)}, by what is still open alone` },
    { label: 'both', says: `${extremesPhrase(certainty)}: exact, over ${spacePhrase(certainty)}` },
  ];
}

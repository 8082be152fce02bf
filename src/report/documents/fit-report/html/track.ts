import type { Report } from '../../../../model/report.ts';
import { formatPercent } from '../../../wording/figures.ts';
import { describeDecidingWord, selectStrongestWords } from '../../../wording/sentences.ts';
import { type Html, html, NOTHING } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { section } from './section.ts';

/** How the tracks rank by the summary, and the words that decided. */
export function track({ classification }: Report, context: SectionContext): Html {
  if (classification.status === 'skipped') return NOTHING;
  const ranked = classification.ranked.map((entry) => `${entry.track} ${formatPercent(entry.share)}`).join(', ');
  const words = selectStrongestWords(classification).map((word) => html`<li>${describeDecidingWord(word)}</li>`);
  return section(
    context,
    'track',
    'The track by the summary',
    html`
<p>Status: ${classification.status}. Ranking: ${ranked}.</p>
${words.length === 0 ? html`<p>No word of the summary is one that the rubric knows.</p>` : html`<ul class="words">${words}</ul>`}`,
  );
}

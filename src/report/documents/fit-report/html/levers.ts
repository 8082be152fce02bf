import type { Report } from '../../../../model/report.ts';
import { formatPointsGained, LEVER_WORDS } from '../../../wording/sentences.ts';
import { type Html, html, NOTHING, prose } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { section } from './section.ts';

/** The most that are told; all of them are in the data. */
const TOLD = 6;

/** What would raise the supported index most, before gates. */
export function levers({ levers: entries }: Report, context: SectionContext): Html {
  if (entries.length === 0) return NOTHING;
  const items = entries
    .slice(0, TOLD)
    .map(
      (lever) =>
        html`<li><span class="gain">${formatPointsGained(lever)}</span><div><p><strong>${lever.title}</strong>: ${LEVER_WORDS[lever.kind]} ${lever.effort}.</p><p class="aside">${prose(lever.how)}</p></div></li>`,
    );
  return section(
    context,
    'levers',
    'What would raise supported most',
    html`<p>In points of the index, before gates.</p><ul class="levers">${items}</ul>`,
  );
}

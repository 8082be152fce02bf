import { WHAT_IF_ID } from '../../../../model/page.ts';
import { type Html, html } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { section } from './section.ts';

/** The place that the page's program fills. */
export function whatIf(context: SectionContext): Html {
  return section(
    context,
    'what-if',
    'What if?',
    html`
<p>Change an answer, its evidence, a weight or the day: the same scoring that made this report runs in the page, and nothing leaves it. Verdict, profile, edge, gates, certainty, diagnosis and levers follow; the rest stays as the file has it.</p>
<div id="${WHAT_IF_ID}"><p class="aside">This part needs JavaScript. Everything else on the page does without.</p></div>`,
  );
}

import type { Report } from '../../../../model/report.ts';
import type { OutputItem, OutputSection } from '../../../output-section.ts';
import { formatPoints } from '../../../wording/figures.ts';
import { toWords } from '../../../wording/to-words.ts';
import { type Html, html, NOTHING, prose } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { calendarOf, changesOf } from '../explanation.ts';
import { heading, section } from './section.ts';

function told({ label, title, says }: OutputItem): Html {
  const gap = title === '' || says === '' ? '' : ': ';
  return html`<li>${label === '' ? null : html`<span class="gain">${label}</span>`}<div>${title === '' ? null : html`<strong>${title}</strong>`}${gap}${prose(says)}</div></li>`;
}

function block(context: SectionContext, { title, says, items }: OutputSection): Html {
  return html`
${heading(context, 2, title)}
${says.map((text) => html`<p>${text}</p>`)}
${items.length === 0 ? null : html`<ul class="levers">${items.map(told)}</ul>`}`;
}

/** What would change the verdict; nothing where it was not asked for. */
export function changes(report: Report, context: SectionContext): Html {
  const parts = changesOf(report);
  if (parts.length === 0) return NOTHING;
  return section(context, 'more', 'What would change it', html`${parts.map((part) => block(context, part))}`);
}

/** The verdict in the words of the days to come. */
function today({ verdict, verdictTitle, fit }: Report): string {
  return verdict === null || fit === null ? verdictTitle : `${toWords(verdict)} ${formatPoints(fit.supported)}`;
}

/** The days to come on which the verdict or a gate changes with no new fact. */
export function calendar(report: Report, context: SectionContext): Html {
  const part = calendarOf(report);
  if (part === null) return NOTHING;
  const items = part.items.map(({ title, says }) => {
    const [day = '', ...rest] = title.split(': ');
    return html`<li><p><time>${day}</time> <strong>${rest.join(': ')}</strong></p><p class="aside">${prose(says)}</p></li>`;
  });
  return section(
    context,
    'calendar',
    part.title,
    html`
${part.says.map((text) => html`<p>${text}</p>`)}
${items.length === 0 ? null : html`<ol class="timeline"><li><p><time>${report.asOf}</time> <strong>${today(report)}</strong></p><p class="aside">The day of this report.</p></li>${items}</ol>`}`,
  );
}

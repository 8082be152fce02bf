import type { DiagnosisReport, Report } from '../../../../model/report.ts';
import { OTHER_TRACK_REASONS } from '../../../wording/sentences.ts';
import { toWords } from '../../../wording/to-words.ts';
import { namedValues } from '../../../writers/html/bars.ts';
import { type Html, html, NOTHING } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { heading, section } from './section.ts';

function told({ title, means, route, advice, trigger }: DiagnosisReport): Html {
  return html`
<div class="cause">
<p><strong>${title}.</strong> ${means}</p>
<p><span class="route">Route: ${route}.</span> ${advice}</p>
<p>Watch: ${trigger}</p>
</div>`;
}

/** What holds the project back, and the outcome under other tracks. */
export function cause({ diagnosis, otherCauses, otherTracks }: Report, context: SectionContext): Html {
  if (diagnosis === null && otherTracks.length === 0) return NOTHING;
  const others = otherTracks.map(
    (other) =>
      html`<li><strong>${other.track}</strong>: ${toWords(other.verdict)}; ${namedValues(other)} (${OTHER_TRACK_REASONS[other.because]})</li>`,
  );
  return section(
    context,
    'cause',
    'Diagnosis',
    html`
${diagnosis === null ? null : told(diagnosis)}
${otherCauses.length === 0 ? null : html`${heading(context, 2, 'What else holds it back')}${otherCauses.map(told)}`}
${others.length === 0 ? null : html`${heading(context, 2, 'Under another track')}<ul>${others}</ul>`}`,
  );
}

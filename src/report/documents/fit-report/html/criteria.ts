import { HIGHEST } from '../../../../model/level.ts';
import type { CriterionReport, DimensionReport, Report } from '../../../../model/report.ts';
import { formatFinePercent } from '../../../wording/figures.ts';
import { describeComparison } from '../../../wording/gate-sentences.ts';
import { describeUnknown } from '../../../wording/sentences.ts';
import { levelPips } from '../../../writers/html/bars.ts';
import { type Html, html, NOTHING } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { itemList, lineLink, sourceList } from './evidence.ts';
import { heading, section } from './section.ts';

type Of<S extends CriterionReport['status']> = Extract<CriterionReport, { status: S }>;

function answeredBody(criterion: Of<'answered'>, context: SectionContext): Html {
  const { means, note, items, sources, disputedBy, comparison, levels, raise, effort, grade, cap } = criterion;
  return html`
<p>${means}${lineLink(context, criterion.at)}</p>
${comparison === null ? null : html`<ul>${describeComparison(comparison).map((text) => html`<li>${text}</li>`)}</ul>`}
${note === null ? null : html`<p class="note">Note: ${note}</p>`}
${itemList(items, context)}
${items.length > 0 ? null : sourceList(html`Evidence, of grade ${grade}, which carries level ${cap} at most here:`, sources, context)}
${items.length > 0 || sources.length > 0 ? null : html`<p class="of">No source is cited, so nothing is supported.</p>`}
${sourceList('Evidence against it, printed and not scored:', disputedBy, context)}
${levels.supported === HIGHEST ? null : html`<p class="aside">Lever: ${raise} Effort: ${effort.raise}.</p>`}`;
}

function unknownBody(criterion: Of<'unknown'>, context: SectionContext): Html {
  const { note, effort } = criterion;
  return html`
<p>Unknown: ${describeUnknown(criterion)}. Finding out takes ${effort.find_out}.${lineLink(context, criterion.at)}</p>
${note === null ? null : html`<p class="note">Note: ${note}</p>`}`;
}

function summaryOf(criterion: CriterionReport): Html {
  const title = html`<span class="title">${criterion.title}</span>`;
  if (criterion.status === 'not-applicable') return html`${title}<span class="said">not applicable</span>`;
  const said = criterion.status === 'unknown' ? 'unknown' : criterion.said;
  const grade = criterion.status === 'unknown' ? null : html`<span class="grade">${criterion.grade}</span>`;
  return html`${title}${levelPips(criterion.title, criterion.levels)}<span class="said">${said}</span>${grade}<span class="share">${formatFinePercent(criterion.share)} of the index</span>`;
}

function bodyOf(criterion: CriterionReport, context: SectionContext): Html {
  switch (criterion.status) {
    case 'not-applicable':
      return html`<p>${criterion.reason}${lineLink(context, criterion.at)}</p>`;
    case 'unknown':
      return unknownBody(criterion, context);
    case 'answered':
      return answeredBody(criterion, context);
  }
}

function block(dimension: DimensionReport, context: SectionContext): Html {
  const entries = dimension.criteria.map(
    (criterion) => html`
<details class="criterion ${criterion.status}"><summary>${summaryOf(criterion)}</summary>
<p class="question">${criterion.question}</p>
${bodyOf(criterion, context)}
</details>`,
  );
  return html`${heading(context, 2, dimension.title)}${entries}`;
}

/** Every criterion by dimension, with its evidence. */
export function criteria({ dimensions }: Report, context: SectionContext): Html {
  if (dimensions.length === 0) return NOTHING;
  return section(
    context,
    'criteria',
    'Every criterion with its evidence',
    html`<p>The squares are levels, 0 to 4. <span class="screen">Open a criterion for its evidence.</span></p>${dimensions.map((entry) => block(entry, context))}`,
  );
}

import { BOUNDS } from '../../../../model/level.ts';
import type { DimensionReport, Report } from '../../../../model/report.ts';
import { formatPoints } from '../../../wording/figures.ts';
import { boundsBar, LEGEND } from '../../../writers/html/bars.ts';
import { type Html, html, NOTHING } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { section } from './section.ts';

function row(dimension: DimensionReport): Html {
  const { title, weight, reason } = dimension;
  return html`
<tr>
<th scope="row"><span class="name">${title}</span> <span class="weight">weight ${formatPoints(weight)}</span>${boundsBar(title, dimension)}<span class="why">${reason}</span></th>
${BOUNDS.map((bound) => html`<td>${formatPoints(dimension[bound])}</td>`)}
</tr>`;
}

/** The five dimensions, each as a bar and in figures. */
export function profile(report: Report, context: SectionContext): Html {
  if (report.dimensions.length === 0) return NOTHING;
  return section(
    context,
    'profile',
    'Profile of the five dimensions',
    html`
${LEGEND}
<table class="profile">
<caption class="unseen">Marks of each dimension, 0 to 100</caption>
<thead><tr><th scope="col">Dimension</th>${BOUNDS.map((bound) => html`<th scope="col" class="number">${bound}</th>`)}</tr></thead>
<tbody>${report.dimensions.map(row)}</tbody>
</table>`,
  );
}

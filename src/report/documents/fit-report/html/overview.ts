import { BOUNDS } from '../../../../model/level.ts';
import type { Report, ReportJson } from '../../../../model/report.ts';
import { formatPoints } from '../../../wording/figures.ts';
import { boundsBar, LEGEND } from '../../../writers/html/bars.ts';
import { type Html, html } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { toneOf } from './verdict.ts';

function row(report: Report, context: SectionContext): Html {
  const { project, fit, verdict, verdictTitle, classification } = report;
  const figures = BOUNDS.map((bound) => html`<td class="number">${fit === null ? '–' : formatPoints(fit[bound])}</td>`);
  return html`
<tr>
<th scope="row"><a href="#${context.prefix}project">${project.name}</a> <span class="weight">${classification.scoredAs ?? 'outside'}</span>${fit === null ? null : boundsBar(project.name, fit)}</th>
<td><span class="band ${toneOf(verdict, context)}">${verdictTitle}</span></td>
${figures}
</tr>`;
}

/** The ranked table of several projects, each with the way to its part of the page. */
export function overview(entries: readonly { readonly report: Report; readonly context: SectionContext }[]): Html {
  return html`
<header><h1>Demand fit</h1><p>${entries.length} descriptions, the highest supported index first.</p></header>
${LEGEND}
<table class="profile ranking">
<caption class="unseen">Projects by rank</caption>
<thead><tr><th scope="col">Project</th><th scope="col">Verdict</th>${BOUNDS.map((bound) => html`<th scope="col" class="number">${bound}</th>`)}</tr></thead>
<tbody>${entries.map(({ report, context }) => row(report, context))}</tbody>
</table>`;
}

/** The files that could not be scored. */
export function notScored({ problems }: Pick<ReportJson, 'problems'>): Html | null {
  if (problems.length === 0) return null;
  const items = problems.map(({ file, at, code, what, fix }) => {
    const where = at === null ? file : `${file}:${at.line}:${at.column}`;
    return html`<li><strong>${where}</strong>: ${what} ${fix} <code>${code}</code></li>`;
  });
  return html`<section><h2>Not scored</h2><ul>${items}</ul></section>`;
}

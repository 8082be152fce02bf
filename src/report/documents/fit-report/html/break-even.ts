import { BOUNDS } from '../../../../model/level.ts';
import type { BreakEvenReport, Report } from '../../../../model/report.ts';
import { describeBreakEven } from '../../../wording/gate-sentences.ts';
import { type Html, html, NOTHING } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { breakEvenChart } from './break-even-chart.ts';
import { section } from './section.ts';

type ComparedBreakEven = Extract<BreakEvenReport, { status: 'compared' }>;

function table(breakEven: ComparedBreakEven): Html {
  const rows = BOUNDS.map(
    (bound) =>
      html`<tr><th scope="row">${bound}</th><td class="number">${breakEven.ease[bound]} of 4</td><td>${describeBreakEven(breakEven, bound)}</td></tr>`,
  );
  return html`
<table>
<caption class="unseen">Break-even at each of the three values</caption>
<thead><tr><th scope="col">At</th><th scope="col" class="number">Ease</th><th scope="col">Edge</th></tr></thead>
<tbody>${rows}</tbody>
</table>`;
}

/** The edge against the cost of switching: where the project stands, and where it would have to stand. */
export function breakEven(report: Report, context: SectionContext): Html {
  const { breakEven: even, fit } = report;
  if (fit === null) return NOTHING;
  const content =
    even.status === 'not-applicable'
      ? html`<p>Not applicable: ${even.reason}</p>`
      : html`
<p>A buyer switches only for a gain that pays for the switch: the harder the switch, the larger the multiple needed.</p>
${breakEvenChart(even, report, context)}
${table(even)}`;
  return section(context, 'break-even', 'The edge against the cost of switching', content);
}

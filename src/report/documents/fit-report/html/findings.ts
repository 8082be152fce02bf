import type { Report } from '../../../../model/report.ts';
import { describeFinding, groupFindings } from '../../../wording/finding-wording.ts';
import { type Html, html, NOTHING, prose } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { lineLink } from './evidence.ts';
import { section } from './section.ts';

/** What the checks found, in the report's order. */
export function findings({ findings: entries }: Report, context: SectionContext): Html {
  if (entries.length === 0) return NOTHING;
  const items = groupFindings(entries).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { why, fix } = describeFinding(first);
    const told = group.map(
      (finding) =>
        html`<p><strong>${prose(describeFinding(finding).what)}</strong>${lineLink(context, finding.at)}</p>`,
    );
    return [html`<li>${told}<p class="aside">${prose(`${why} ${fix}`)} <code>${first.id}</code></p></li>`];
  });
  return section(context, 'findings', 'Findings', html`<ul class="findings">${items}</ul>`);
}

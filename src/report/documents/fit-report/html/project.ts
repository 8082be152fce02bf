import type { Report, ReportJson } from '../../../../model/report.ts';
import { describeReportOverrides } from '../../../wording/provenance.ts';
import { describeRubric } from '../../../wording/sentences.ts';
import { type Html, html, NOTHING } from '../../../writers/html/html.ts';
import { linkTo } from '../../../writers/html/link.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { calendar, changes } from './changes.ts';
import { criteria } from './criteria.ts';
import { description } from './description.ts';
import { findings } from './findings.ts';
import { LIVE } from './live.ts';
import { heading, PARTS, type PageSectionId } from './section.ts';
import { track } from './track.ts';

function head(report: Report, file: ReportJson, context: SectionContext): Html {
  const { name, offer, website } = report.project;
  const own = describeReportOverrides([report], file);
  return html`
<header>
${heading(context, 0, name, `${context.prefix}name`)}
${offer === null ? null : html`<p class="offer">${offer}</p>`}
${website === null ? null : html`<p class="site">${linkTo(website, website)}</p>`}
${own === null ? null : html`<p class="own">By own judgement: ${own}.</p>`}
</header>`;
}

/** The parts of a project's page, in order; one that is empty is left out of the list of contents. */
function partsOf(
  report: Report,
  text: string | null,
  context: SectionContext,
  whatIf: Html,
): Readonly<Record<PageSectionId, Html>> {
  return {
    verdict: LIVE.verdict(report, context),
    profile: LIVE.profile(report, context),
    'break-even': LIVE['break-even'](report, context),
    gates: LIVE.gates(report, context),
    sure: LIVE.sure(report, context),
    cause: LIVE.cause(report, context),
    levers: LIVE.levers(report, context),
    calendar: calendar(report, context),
    'what-if': whatIf,
    more: changes(report, context),
    findings: findings(report, context),
    criteria: criteria(report, context),
    track: track(report, context),
    file: description(text, report.project.file, context),
  };
}

/** Everything that is said of one project. @param whatIf what stands where answers can be changed. */
export function project(
  report: Report,
  file: ReportJson,
  text: string | null,
  context: SectionContext,
  whatIf: Html = NOTHING,
): Html {
  const { prefix } = context;
  const parts = Object.entries(partsOf(report, text, context, whatIf)).filter(([, { markup }]) => markup !== '');
  const links = parts.map(([id]) => html`<li><a href="#${prefix}${id}">${PARTS[id as PageSectionId]}</a></li>`);
  const contents = context.level === 1 ? 'Contents' : `Contents of ${report.project.name}`;
  return html`
<article id="${prefix}project" aria-labelledby="${prefix}name">
${head(report, file, context)}
<nav class="contents" aria-label="${contents}"><ul>${links}</ul></nav>
${parts.map(([, part]) => part)}
<footer>
<p>Scope: ${report.scope}</p>
<p>${describeRubric(report, file)}.</p>
</footer>
</article>`;
}

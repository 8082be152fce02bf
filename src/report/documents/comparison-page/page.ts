import type { ComparisonJson, ProjectComparison } from '../../../model/comparison.ts';
import { RANKING_ID } from '../../../model/page.ts';
import { formatCount } from '../../wording/figures.ts';
import { describeProvenance } from '../../wording/provenance.ts';
import { type Html, html } from '../../writers/html/html.ts';
import { hashInline, writeHtmlPage } from '../../writers/html/page.ts';
import { writeHtmlBlocks } from '../../writers/html/write-html.ts';
import {
  describeName,
  describeOwnJudgement,
  describeRanking,
  describeReference,
  listDisagreements,
} from '../comparison.ts';
import { toProblemsSection } from '../fit-report/to-report-document.ts';
import { writeFilters } from './filters.ts';
import { buildRankingData } from './ranking-data.ts';
import { COMPARISON_STYLE, writeBandStyle } from './style.ts';
import { listGateTitles, writeProjectTable } from './table.ts';

/** What has no rank: references first, as the data of the page's program has them. */
function writeUnranked({ references, outside }: ProjectComparison): Html | null {
  const items = [
    ...references.map((entry) => html`<li><bdi>${describeReference(entry)}</bdi></li>`),
    ...outside.map((entry) => html`<li><bdi>${describeName(entry)}</bdi>, without a track</li>`),
  ];
  if (items.length === 0) return null;
  return html`
<section><h2>Without a rank</h2>
${references.length === 0 ? null : html`<p>References are what buyers have without a blockchain. They are scored without the break-even and not ranked; the details of each project compare it with those of its track.</p>`}
${outside.length === 0 ? null : html`<p>No track is known for projects without one: they declare none, and none fits what their summary says.</p>`}
<ul id="${RANKING_ID.unranked}">${items}</ul></section>`;
}

/**
 * A comparison as one page for a browser, which loads nothing: the whole ranking, with filters where scripts run.
 * @param program the script that makes the filters work.
 */
export async function renderComparisonPage(file: ComparisonJson, program: string): Promise<string> {
  const { comparison } = file;
  const own = describeOwnJudgement(file);
  const content = html`
<header><h1>Comparison by demand fit</h1>
${own === null ? null : html`<p class="own">${own}</p>`}
<details class="reading"><summary>${formatCount(comparison.ranked.length, 'project')} as of ${comparison.asOf}. How to read this page</summary>
<p>${describeRanking(comparison)} A range below a rank is that of "as shown".</p>
<p>Gates, from left to right: ${listGateTitles(comparison)}.</p></details></header>
${writeFilters(comparison)}
<noscript><p class="aside">Filters and other orders need JavaScript; the list is complete without it.</p></noscript>
<p id="${RANKING_ID.count}" class="count" role="status" aria-live="polite">${formatCount(comparison.ranked.length, 'project')}, by supported.</p>
${writeProjectTable(comparison)}
${writeUnranked(comparison)}
${writeHtmlBlocks(listDisagreements(comparison), { level: 1, prefix: '', hasAnchors: false })}
${writeHtmlBlocks(toProblemsSection(file), { level: 1, prefix: '', hasAnchors: false })}
<footer><p>Scope: ${comparison.scope}</p><p>${describeProvenance(file)}.</p></footer>`;
  const style = await hashInline(`${COMPARISON_STYLE}${writeBandStyle(comparison.bands)}`);
  const script = await hashInline(program);
  const runs = comparison.ranked.length === 0 ? null : { script, data: buildRankingData(comparison) };
  return writeHtmlPage('Comparison by demand fit', style, runs, content);
}

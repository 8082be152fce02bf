import type { ComparisonJson, DescriptionPair, ProjectComparison } from '../../../../model/comparison.ts';
import { RANKING_ID } from '../../../../model/ranking.ts';
import { describeProvenance } from '../../../wording/provenance.ts';
import { toWords } from '../../../wording/to-words.ts';
import { type Html, html } from '../../../writers/html/html.ts';
import { htmlDocument, type Inline } from '../../../writers/html/page.ts';
import { notScored } from '../../fit-report/html/overview.ts';
import { ownSays, rankNote } from '../parts.ts';
import { samePart } from '../same-project.ts';
import { named } from '../sides.ts';
import { filters } from './filters.ts';
import { rankingData } from './ranking-data.ts';
import { table } from './table.ts';

function sameBlock(same: DescriptionPair): Html {
  const { title, says, items } = samePart(same);
  const list = items.map((item) => html`<li><div><strong>${item.title}</strong>: ${item.says}</div></li>`);
  return html`<section><h2>${title}</h2>${says.map((text) => html`<p>${text}</p>`)}<ul class="levers">${list}</ul></section>`;
}

/** What has no rank: references first, as the data of the page's program has them. */
function unranked({ references, outside }: ProjectComparison): Html | null {
  const items = [
    ...references.map((entry) => html`<li><bdi>${named(entry)}</bdi>, reference, ${toWords(entry.track)}</li>`),
    ...outside.map((entry) => html`<li><bdi>${named(entry)}</bdi>, outside</li>`),
  ];
  if (items.length === 0) return null;
  return html`
<section><h2>Without a rank</h2>
${references.length === 0 ? null : html`<p>References are what buyers have without a chain; they get no verdict and no rank. Projects of their track are held beside them, in the detail of each.</p>`}
${outside.length === 0 ? null : html`<p>No track fits those that are outside.</p>`}
<ul id="${RANKING_ID.unranked}">${items}</ul></section>`;
}

function counted({ length }: readonly unknown[]): string {
  return length === 1 ? '1 project' : `${length} projects`;
}

/** A comparison as one page for a browser, which loads nothing: the ranked list whole, and filters where it can run. */
export function renderComparisonPage(file: ComparisonJson, style: Inline, script: Inline): string {
  const { comparison } = file;
  const own = ownSays(file);
  const content = html`
<header><h1>Comparison by demand fit</h1>
${own === null ? null : html`<p class="own">${own}</p>`}
<p>${counted(comparison.ranked)} as of ${comparison.asOf}. Each is one interval: supported, claimed, possible.</p>
<details class="reading"><summary>How the ranks are to be read</summary><p>${rankNote(comparison)}</p></details></header>
${filters(comparison)}
<noscript><p class="aside">Filters and other orders need JavaScript. The list is whole without.</p></noscript>
<p id="${RANKING_ID.count}" class="count" role="status" aria-live="polite">${counted(comparison.ranked)}, by supported.</p>
${table(comparison)}
${unranked(comparison)}
${comparison.same.map(sameBlock)}
${notScored(file)}
<footer><p>Scope: ${comparison.scope}</p><p>${describeProvenance(file)}.</p></footer>`;
  const program = comparison.ranked.length === 0 ? null : { script, data: rankingData(comparison) };
  return htmlDocument('Comparison by demand fit', style, program, content);
}

import type { ProjectComparison } from '../../../../model/comparison.ts';
import { RANKING_ID } from '../../../../model/ranking.ts';
import { bandScale, LEGEND } from '../../../writers/html/bars.ts';
import { type Html, html, NOTHING } from '../../../writers/html/html.ts';
import { row } from './row.ts';

function gateKey({ ranked }: ProjectComparison): Html {
  const titles = ranked[0]?.gates.map(({ title }) => html`<li>${title}</li>`) ?? [];
  return html`<div class="key-of-gates"><p>Gates, left to right:</p><ol>${titles}</ol><p>✓ passed, ? open, ✗ failed, – not applicable; a ring: it binds.</p></div>`;
}

/** Every project by rank. Roles are told, since the layout takes from a table what makes it one to a browser. */
export function table(comparison: ProjectComparison): Html {
  const { ranked } = comparison;
  if (ranked.length === 0) return NOTHING;
  const head = (name: string, title: string) => html`<th role="columnheader" scope="col" class="${name}">${title}</th>`;
  return html`
<h2 class="unseen">Projects by rank</h2>
${LEGEND}
${gateKey(comparison)}
<table class="projects" role="table">
<caption class="unseen">Projects by rank</caption>
<thead role="rowgroup"><tr role="row">
${head('place', 'Rank')}
${head('reach', 'As shown')}
${head('project', 'Project')}
<th role="columnheader" scope="col" class="plot"><span class="unseen">Interval</span>${bandScale(comparison)}</th>
${head('figures', 'Index')}
${head('judged', 'Verdict')}
${head('held', 'Gates')}
<th role="columnheader" scope="col" class="opens"><span class="unseen">Detail</span></th>
</tr></thead>
<tbody role="rowgroup" id="${RANKING_ID.rows}">${ranked.map((one, at) => row(comparison, at, one))}</tbody>
</table>
<p id="${RANKING_ID.none}" class="none" hidden>No project fits these filters.</p>`;
}

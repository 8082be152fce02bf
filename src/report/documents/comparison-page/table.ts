import type { ProjectComparison, RankedProject } from '../../../model/comparison.ts';
import { RANKING_ID } from '../../../model/page.ts';
import { NOT_RATEABLE } from '../../../model/verdict.ts';
import { formatPoints } from '../../wording/figures.ts';
import { describeGateStatus } from '../../wording/gate-sentences.ts';
import { rateVerdict } from '../../wording/rate-verdict.ts';
import { bandedBar, bandScale, gateSign, LEGEND } from '../../writers/html/bars.ts';
import { type Html, html, NOTHING } from '../../writers/html/html.ts';
import { describeAtBest, describeTracks, formatRankRange } from '../comparison.ts';
import { writeDetail } from './detail.ts';
import { isCertain } from './ranking-data.ts';

/** A state of a gate as a sign, with its name and state for who does not see it. */
function writeGateSign(gate: RankedProject['gates'][number]): Html {
  const says = `${gate.title}: ${describeGateStatus(gate)}`;
  return html`<li title="${says}" class="${gate.binds ? 'binds' : 'rests'}">${gateSign(gate)}<span class="unseen">${says}</span></li>`;
}

/** Which gates cap the supported index, or else the possible one. */
function describeBindingGates({ gates, index }: RankedProject): string {
  const describe = (held: RankedProject['gates'], value: string) => {
    const [first] = held;
    return first === undefined
      ? null
      : `${value} at ${formatPoints(first.cap)}: ${held.map(({ title }) => title).join('; ')}`;
  };
  const atBest = gates.filter(({ passes, cap }) => passes !== null && !passes.possible && cap === index.possible);
  const binding = gates.filter(({ binds }) => binds);
  return describe(binding, 'holds it') ?? describe(atBest, 'caps possible') ?? 'none binds';
}

function writeGates(one: RankedProject): Html {
  return html`<ul class="signs">${one.gates.map(writeGateSign)}</ul><span class="aside">${describeBindingGates(one)}</span>`;
}

/** Whether the verdict is certain; nothing where there is none that could be. */
function describeCertain(one: RankedProject): string {
  if (one.verdict === NOT_RATEABLE) return '';
  return isCertain(one) ? 'certain; ' : 'not certain; ';
}

/** A project as a row: its place, its interval on the common scale, verdict and gates, and the detail to open. */
function writeRow(comparison: ProjectComparison, at: number, one: RankedProject): Html {
  const { index, shownRank } = one;
  const { supported, claimed, possible } = index;
  const reached = comparison.bands.filter(({ from }) => from < possible);
  return html`
<tr role="row">
<td role="cell" class="place">${one.rank}</td>
<td role="cell" class="reach"><span class="label">as shown</span> ${formatRankRange(shownRank)}</td>
<th role="rowheader" scope="row" class="project"><bdi class="name">${one.name}</bdi> <span class="track">${describeTracks(one)}</span>${one.offer === null ? null : html` <bdi class="offered">${one.offer}</bdi>`}</th>
<td role="cell" class="plot">${bandedBar(one.name, index, reached)}</td>
<td role="cell" class="figures"><b>${formatPoints(supported)}</b> ≤ ${formatPoints(claimed)} ≤ ${formatPoints(possible)}</td>
<td role="cell" class="judged"><span class="band ${rateVerdict(one.verdict, comparison.bands.map(({ id }) => id).reverse())}">${one.verdictTitle}</span> <span class="aside">${describeCertain(one)}at best: ${describeAtBest(one)}</span></td>
<td role="cell" class="held">${writeGates(one)}</td>
<td role="cell" class="opens">${writeDetail(comparison, at, one)}</td>
</tr>`;
}

function writeGateKey({ ranked }: ProjectComparison): Html {
  const titles = ranked[0]?.gates.map(({ title }) => html`<li>${title}</li>`) ?? [];
  return html`<div class="key-of-gates"><p>Gates, left to right:</p><ol>${titles}</ol><p>✓ passed, ? open, ✗ failed, – not applicable; a ring: it binds.</p></div>`;
}

/** Every project by rank. The roles are explicit because the grid layout makes browsers forget that it is a table. */
export function writeProjectTable(comparison: ProjectComparison): Html {
  const { ranked } = comparison;
  if (ranked.length === 0) return NOTHING;
  const head = (name: string, title: string) => html`<th role="columnheader" scope="col" class="${name}">${title}</th>`;
  return html`
<h2 class="unseen">Projects by rank</h2>
${LEGEND}
${writeGateKey(comparison)}
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
<tbody role="rowgroup" id="${RANKING_ID.rows}">${ranked.map((one, at) => writeRow(comparison, at, one))}</tbody>
</table>
<p id="${RANKING_ID.none}" class="none" hidden>No project fits these filters.</p>`;
}

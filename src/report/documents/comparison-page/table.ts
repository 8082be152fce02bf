import type { NeighbourGap, ProjectComparison, RankedProject } from '../../../model/comparison.ts';
import { RANKING_ID } from '../../../model/page.ts';
import { NOT_RATEABLE } from '../../../model/verdict.ts';
import { describeCertainty } from '../../wording/certainty.ts';
import { formatPercent, formatPoints } from '../../wording/figures.ts';
import { describeGateStatus } from '../../wording/gate-sentences.ts';
import { describeBindingGates } from '../../wording/overview.ts';
import { rateVerdict } from '../../wording/rate-verdict.ts';
import { describeShares } from '../../wording/sentences.ts';
import { drawBandedBar, drawBandScale, drawGateSign, LEGEND } from '../../writers/html/bars.ts';
import { type Content, type Html, html, NOTHING } from '../../writers/html/html.ts';
import { writeHtmlBlocks } from '../../writers/html/write-html.ts';
import {
  describeAtBest,
  describeDecider,
  describeTracks,
  formatRankRange,
  formatSignedPoints,
  listReferenceComparisons,
} from '../comparison.ts';
import { isCertain } from './ranking-data.ts';

function writeFact(title: string, content: Content): Html | null {
  return content === '' || content === null ? null : html`<div><dt>${title}</dt><dd>${content}</dd></div>`;
}

/** What lies between two neighbours, by every part that adds to it. */
function describeGap(
  { ranked }: ProjectComparison,
  gap: NeighbourGap | undefined,
  side: 'upper' | 'lower',
): Html | null {
  if (gap === undefined) return null;
  const parts = [
    ...gap.dimensions.map(({ title, points: of }) => `${title} ${formatSignedPoints(of)}`),
    `gates ${formatSignedPoints(gap.gates)}`,
  ];
  const name = ranked[gap[side]]?.name ?? '';
  const apart = `${gap.difference.toFixed(1)} ${side === 'upper' ? 'above' : 'below'}`;
  return html`<bdi>${name}</bdi>, ${apart}: ${describeDecider(gap)}. Part by part: ${parts.join(', ')}.`;
}

function writeGate(gate: RankedProject['gates'][number]): Html {
  return html`<li>${drawGateSign(gate)}<div><p><strong>${gate.title}</strong>: ${describeGateStatus(gate)}</p><p class="aside">${gate.says}</p></div></li>`;
}

function describeTrack(one: RankedProject): string {
  const tracks = describeTracks(one);
  return one.between.length === 0 ? tracks : `${tracks}: the summary is undecided, so the lower outcome counts`;
}

/** The details of a project, which its row opens. */
function writeDetail(comparison: ProjectComparison, at: number, one: RankedProject): Html {
  const { neighbours } = comparison;
  const beside = listReferenceComparisons(comparison, at);
  return html`
<details><summary><span class="unseen">Detail of ${one.name}</span></summary>
<div class="behind">
<dl class="facts">
${writeFact('Offer', one.offer)}
${writeFact('File', one.file)}
${writeFact('Track', describeTrack(one))}
${writeFact('Of 100 points', describeShares(one.shares))}
${writeFact('At best', describeAtBest(one))}
${writeFact('Sourced', `${formatPercent(one.coverage)} of weight`)}
${writeFact('Next above', describeGap(comparison, neighbours[at - 1], 'upper'))}
${writeFact('Next below', describeGap(comparison, neighbours[at], 'lower'))}
${writeFact('How sure', describeCertainty(one.certainty, one.verdict))}
</dl>
<ul class="gates">${one.gates.map(writeGate)}</ul>
${beside.length === 0 ? null : html`<div class="beside">${writeHtmlBlocks(beside, { level: 2, prefix: '', hasAnchors: false })}</div>`}
</div>
</details>`;
}

/** A state of a gate as a sign, with its name and state for who does not see it. */
function writeGateSign(gate: RankedProject['gates'][number]): Html {
  const says = `${gate.title}: ${describeGateStatus(gate)}`;
  return html`<li title="${says}">${drawGateSign(gate)}<span class="unseen">${says}</span></li>`;
}

function writeGates(one: RankedProject): Html {
  const binding = describeBindingGates(one.gates);
  return html`<ul class="signs">${one.gates.map(writeGateSign)}</ul><span class="aside">${binding === '-' ? 'none binding' : `binding: ${binding}`}</span>`;
}

/** Whether the verdict is certain; nothing where there is none that could be. */
function describeCertain(one: RankedProject): string {
  if (one.verdict === NOT_RATEABLE) return '';
  return isCertain(one) ? 'certain; ' : 'not certain; ';
}

/** A project as a row: its place, its interval on the common scale, verdict and gates, and the detail to open. */
function writeRow(comparison: ProjectComparison, at: number, one: RankedProject): Html {
  const { index, rank } = one;
  const range = formatRankRange(one.shownRank);
  const { supported, claimed, possible } = index;
  const reached = comparison.bands.filter(({ from }) => from < possible);
  return html`
<tr role="row">
<td role="cell" class="place">${rank}${range === String(rank) ? null : html` <span class="aside"><span class="unseen">on the evidence shown</span> ${range}</span>`}</td>
<th role="rowheader" scope="row" class="project"><bdi class="name">${one.name}</bdi> <span class="track">${describeTracks(one)}</span>${one.offer === null ? null : html` <bdi class="offered">${one.offer}</bdi>`}</th>
<td role="cell" class="plot">${drawBandedBar(one.name, index, reached)}</td>
<td role="cell" class="figures"><b>${formatPoints(supported)}</b> ≤ ${formatPoints(claimed)} ≤ ${formatPoints(possible)}</td>
<td role="cell" class="judged"><span class="band ${rateVerdict(one.verdict, comparison.bands.map(({ id }) => id).reverse())}">${one.verdictTitle}</span> <span class="aside">${describeCertain(one)}at best: ${describeAtBest(one)}</span></td>
<td role="cell" class="held">${writeGates(one)}</td>
<td role="cell" class="opens">${writeDetail(comparison, at, one)}</td>
</tr>`;
}

/** The gates in the order of their signs: `It is on sale, It beats what buyers use today`. */
export function listGateTitles({ ranked }: ProjectComparison): string {
  return ranked[0]?.gates.map(({ title }) => title).join(', ') ?? '';
}

/** Every project by rank. The roles are explicit because the grid layout makes browsers forget that it is a table. */
export function writeProjectTable(comparison: ProjectComparison): Html {
  const { ranked } = comparison;
  if (ranked.length === 0) return NOTHING;
  const head = (name: string, title: string, key: Content = null) =>
    html`<th role="columnheader" scope="col" class="${name}">${title}${key}</th>`;
  return html`
<h2 class="unseen">Projects by rank</h2>
<table class="projects" role="table">
<caption class="unseen">Projects by rank</caption>
<thead role="rowgroup"><tr role="row">
${head('place', 'Rank')}
${head('project', 'Project')}
<th role="columnheader" scope="col" class="plot"><span class="unseen">Interval</span>${LEGEND}${drawBandScale(comparison)}</th>
${head('figures', 'Supported ≤ claimed ≤ possible')}
${head('judged', 'Verdict')}
${head('held', 'Gates', html`<span class="signs-key">✓ passed, ✗ failed, ? not shown yet, – not asked</span>`)}
<th role="columnheader" scope="col" class="opens"><span class="unseen">Detail</span></th>
</tr></thead>
<tbody role="rowgroup" id="${RANKING_ID.rows}">${ranked.map((one, at) => writeRow(comparison, at, one))}</tbody>
</table>
<p id="${RANKING_ID.none}" class="none" hidden>No project matches these filters.</p>`;
}

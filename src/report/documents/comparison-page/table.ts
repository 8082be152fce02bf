import type { NeighbourGap, ProjectComparison, RankedProject } from '../../../model/comparison.ts';
import { RANKING_ID } from '../../../model/page.ts';
import { NOT_RATEABLE } from '../../../model/verdict.ts';
import { describeCertainty } from '../../wording/certainty.ts';
import { formatPercent, formatPoints } from '../../wording/figures.ts';
import { describeGateStatus } from '../../wording/gate-sentences.ts';
import { rateVerdict } from '../../wording/rate-verdict.ts';
import { describeShares } from '../../wording/sentences.ts';
import {
  drawBandedBar,
  drawBandScale,
  drawGateSign,
  drawRangeBar,
  formatNamedValues,
  LEGEND,
} from '../../writers/html/bars.ts';
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

function describePlace({ ranked }: ProjectComparison, { rank, shownRank }: RankedProject): string {
  const shared = ranked.filter((other) => other.rank === rank).length - 1;
  const tie = shared === 0 ? '' : `, shared with ${shared} more`;
  return `Rank ${rank} of ${ranked.length}${tie}; on the evidence shown ${formatRankRange(shownRank)}.`;
}

function writeGate(gate: RankedProject['gates'][number]): Html {
  return html`<li>${drawGateSign(gate)}<div><p><strong>${gate.title}</strong>: ${describeGateStatus(gate)}</p><p class="aside">${gate.says}</p></div></li>`;
}

function writeCertainty({ certainty, verdict }: RankedProject, { bands }: ProjectComparison): Html {
  const { worst, best } = certainty;
  return html`<p>${describeCertainty(certainty, verdict)}, over weights, value functions and every answer that is still open.</p>${drawRangeBar('Worst to best index', worst.index, best.index, bands)}`;
}

function describeTrack(one: RankedProject): string {
  const tracks = describeTracks(one);
  return one.between.length === 0 ? tracks : `${tracks}: the summary leaves it open, and the lower outcome counts`;
}

function describeIndex({ index, uncapped }: RankedProject): string {
  const before =
    formatPoints(uncapped) === formatPoints(index.supported)
      ? ''
      : `; before gates supported ${formatPoints(uncapped)}`;
  return `${formatNamedValues(index)}${before}`;
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
${writeFact('Index', describeIndex(one))}
${writeFact('Of 100 points', describeShares(one.shares))}
${writeFact('At best', describeAtBest(one))}
${writeFact('Sourced', `${formatPercent(one.coverage)} of weight`)}
${writeFact('Place', describePlace(comparison, one))}
${writeFact('Next above', describeGap(comparison, neighbours[at - 1], 'upper'))}
${writeFact('Next below', describeGap(comparison, neighbours[at], 'lower'))}
${writeFact('How sure', writeCertainty(one, comparison))}
</dl>
<ul class="gates">${one.gates.map(writeGate)}</ul>
${beside.length === 0 ? null : html`<div class="beside">${writeHtmlBlocks(beside, { level: 2, prefix: '', hasAnchors: false })}</div>`}
</div>
</details>`;
}

/** A state of a gate as a sign, with its name and state for who does not see it. */
function writeGateSign(gate: RankedProject['gates'][number]): Html {
  const says = `${gate.title}: ${describeGateStatus(gate)}`;
  return html`<li title="${says}" class="${gate.binds ? 'binds' : 'rests'}">${drawGateSign(gate)}<span class="unseen">${says}</span></li>`;
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
<td role="cell" class="plot">${drawBandedBar(one.name, index, reached)}</td>
<td role="cell" class="figures"><b>${formatPoints(supported)}</b> ≤ ${formatPoints(claimed)} ≤ ${formatPoints(possible)}</td>
<td role="cell" class="judged"><span class="band ${rateVerdict(one.verdict, comparison.bands.map(({ id }) => id).reverse())}">${one.verdictTitle}</span> <span class="aside">${describeCertain(one)}at best: ${describeAtBest(one)}</span></td>
<td role="cell" class="held">${writeGates(one)}</td>
<td role="cell" class="opens">${writeDetail(comparison, at, one)}</td>
</tr>`;
}

function writeGateKey({ ranked }: ProjectComparison): Html {
  const titles = ranked[0]?.gates.map(({ title }) => html`<li>${title}</li>`) ?? [];
  return html`<div class="key-of-gates"><p>Gates, left to right:</p><ol>${titles}</ol><p>✓ passed, ? not shown yet, ✗ failed, – not asked; a ring: it binds.</p></div>`;
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
<th role="columnheader" scope="col" class="plot"><span class="unseen">Interval</span>${drawBandScale(comparison)}</th>
${head('figures', 'Index')}
${head('judged', 'Verdict')}
${head('held', 'Gates')}
<th role="columnheader" scope="col" class="opens"><span class="unseen">Detail</span></th>
</tr></thead>
<tbody role="rowgroup" id="${RANKING_ID.rows}">${ranked.map((one, at) => writeRow(comparison, at, one))}</tbody>
</table>
<p id="${RANKING_ID.none}" class="none" hidden>No project fits these filters.</p>`;
}

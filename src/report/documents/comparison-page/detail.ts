import type { NeighbourGap, ProjectComparison, RankedProject } from '../../../model/comparison.ts';
import { describeCertainty } from '../../wording/certainty.ts';
import { formatPercent, formatPoints } from '../../wording/figures.ts';
import { describeGateStatus } from '../../wording/gate-sentences.ts';
import { gateSign, namedValues, rangeBar } from '../../writers/html/bars.ts';
import { type Content, type Html, html } from '../../writers/html/html.ts';
import { writeHtmlBlocks } from '../../writers/html/write-html.ts';
import {
  describeAtBest,
  describeDecider,
  describeTracks,
  formatRankRange,
  formatSignedPoints,
  listReferenceComparisons,
} from '../comparison.ts';

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
  return html`<li>${gateSign(gate)}<div><p><strong>${gate.title}</strong>: ${describeGateStatus(gate)}</p><p class="aside">${gate.says}</p></div></li>`;
}

function writeCertainty({ certainty, verdict }: RankedProject, { bands }: ProjectComparison): Html {
  const { worst, best } = certainty;
  return html`<p>${describeCertainty(certainty, verdict)}, over weights, value functions and every answer that is still open.</p>${rangeBar('Worst to best index', worst.index, best.index, bands)}`;
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
  return `${namedValues(index)}${before}`;
}

/** The details of a project, which its row opens. */
export function writeDetail(comparison: ProjectComparison, at: number, one: RankedProject): Html {
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

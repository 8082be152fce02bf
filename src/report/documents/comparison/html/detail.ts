import type { NeighbourGap, ProjectComparison, RankedProject } from '../../../../model/comparison.ts';
import { describeCertainty } from '../../../wording/certainty.ts';
import { formatPercent, formatPoints } from '../../../wording/figures.ts';
import { describeGateStatus } from '../../../wording/gate-sentences.ts';
import { toWords } from '../../../wording/to-words.ts';
import { namedValues, rangeBar } from '../../../writers/html/bars.ts';
import { type Content, type Html, html } from '../../../writers/html/html.ts';
import { gateSign } from '../../fit-report/html/gates.ts';
import { deciderOf } from '../neighbours.ts';
import { rankRange } from '../parts.ts';
import { signed } from '../sides.ts';
import { besideTable } from './beside-reference.ts';

function fact(title: string, content: Content): Html | null {
  return content === '' || content === null ? null : html`<div><dt>${title}</dt><dd>${content}</dd></div>`;
}

/** What lies between two neighbours, by every part that adds to it. */
function gapSays({ ranked }: ProjectComparison, gap: NeighbourGap | undefined, side: 'upper' | 'lower'): Html | null {
  if (gap === undefined) return null;
  const parts = [
    ...gap.dimensions.map(({ title, points: of }) => `${title} ${signed(of)}`),
    `gates ${signed(gap.gates)}`,
  ];
  const name = ranked[gap[side]]?.name ?? '';
  const apart = `${gap.difference.toFixed(1)} ${side === 'upper' ? 'above' : 'below'}`;
  return html`<bdi>${name}</bdi>, ${apart}: ${deciderOf(gap)}. Part by part: ${parts.join(', ')}.`;
}

function placeSays({ ranked }: ProjectComparison, { rank, shownRank }: RankedProject): string {
  const shared = ranked.filter((other) => other.rank === rank).length - 1;
  const tie = shared === 0 ? '' : `, shared with ${shared} more`;
  return `Rank ${rank} of ${ranked.length}${tie}; on the evidence shown ${rankRange(shownRank.best, shownRank.worst)}.`;
}

function gateItem(gate: RankedProject['gates'][number]): Html {
  return html`<li>${gateSign(gate)}<div><p><strong>${gate.title}</strong>: ${describeGateStatus(gate)}</p><p class="aside">${gate.says}</p></div></li>`;
}

function sure({ certainty, verdict }: RankedProject, { bands }: ProjectComparison): Html {
  const { worst, best } = certainty;
  return html`<p>${describeCertainty(certainty, verdict)}, over weights, mark scales and every answer that is still open.</p>${rangeBar('Worst to best index', worst.index, best.index, bands)}`;
}

function trackSays({ track, between }: RankedProject): string {
  return between.length === 0
    ? toWords(track)
    : `${toWords(track)}, of ${between.map(toWords).join(' or ')}: the summary leaves it open, and the lower outcome counts`;
}

function indexSays({ index, uncapped }: RankedProject): string {
  const before =
    formatPoints(uncapped) === formatPoints(index.supported)
      ? ''
      : `; before gates supported ${formatPoints(uncapped)}`;
  return `${namedValues(index)}${before}`;
}

/** What stands behind the row of a project, to be opened. */
export function detail(comparison: ProjectComparison, at: number, one: RankedProject): Html {
  const { neighbours, beside } = comparison;
  return html`
<details><summary><span class="unseen">Detail of ${one.name}</span></summary>
<div class="behind">
<dl class="facts">
${fact('Offer', one.offer)}
${fact('File', one.file)}
${fact('Track', trackSays(one))}
${fact('Index', indexSays(one))}
${fact('At best', `${toWords(one.verdictAtPossible)}, ${formatPoints(one.index.possible)}`)}
${fact('Sourced', `${formatPercent(one.coverage)} of weight`)}
${fact('Place', placeSays(comparison, one))}
${fact('Next above', gapSays(comparison, neighbours[at - 1], 'upper'))}
${fact('Next below', gapSays(comparison, neighbours[at], 'lower'))}
${fact('How sure', sure(one, comparison))}
</dl>
<ul class="gates">${one.gates.map(gateItem)}</ul>
${beside.filter(({ project }) => project === at).map((entry) => besideTable(entry, one.name))}
</div>
</details>`;
}

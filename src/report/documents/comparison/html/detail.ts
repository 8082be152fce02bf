import type { NeighbourGap, ProjectComparison, RankedProject } from '../../../../model/comparison.ts';
import { describeCertainty } from '../../../wording/certainty.ts';
import { formatPercent, formatPoints } from '../../../wording/figures.ts';
import { describeGateStatus } from '../../../wording/gate-sentences.ts';
import { toWords } from '../../../wording/to-words.ts';
import { namedValues, rangeBar } from '../../../writers/html/bars.ts';
import { type Content, type Html, html } from '../../../writers/html/html.ts';
import { gateSign } from '../../fit-report/html/gates.ts';
import { dominanceSays } from '../dominance.ts';
import { deciderOf } from '../neighbours.ts';
import { rankRange } from '../parts.ts';
import { signed } from '../sides.ts';
import { besideTable } from './beside-reference.ts';

/** So many names are told of a list that may hold hundreds. */
const MOST_NAMES = 20;

/** Names apart from one another, whichever way each is written. */
function namesOf({ ranked }: ProjectComparison, places: readonly number[]): Html | null {
  if (places.length === 0) return null;
  const names = places
    .slice(0, MOST_NAMES)
    .map((place, at) => html`${at === 0 ? '' : ', '}<bdi>${ranked[place]?.name ?? ''}</bdi>`);
  const more = places.length - names.length;
  return html`${names}${more > 0 ? `, and ${more} more` : ''}`;
}

function fact(title: string, content: Content): Html | null {
  return content === '' || content === null ? null : html`<div><dt>${title}</dt><dd>${content}</dd></div>`;
}

function list(items: readonly Content[]): Html | null {
  return items.length === 0 ? null : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
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

function placeSays({ ranked }: ProjectComparison, one: RankedProject): string {
  const { best, worst } = one.shownRank;
  const shared = ranked.filter(({ rank }) => rank === one.rank).length - 1;
  const tie = shared === 0 ? '' : `, shared with ${shared} more`;
  return `Rank ${one.rank} of ${ranked.length}${tie}. On the evidence as shown ${rankRange(best, worst)}; with every answer that is still open ${rankRange(one.bestRank, one.worstRank)}: ${one.bestRank === 1 ? 'none' : one.bestRank - 1} above it for certain, ${one.worstRank === 1 ? 'none' : one.worstRank - 1} that can be.`;
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
  const { ranked, neighbours, beside } = comparison;
  const above = ranked.flatMap(({ necessarilyAbove }, place) => (necessarilyAbove.includes(at) ? [place] : []));
  return html`
<details><summary><span class="unseen">Detail of ${one.name}</span></summary>
<div class="behind">
<dl class="facts">
${fact('Offer', one.offer)}
${fact('File', one.file)}
${fact('Track', trackSays(one))}
${fact('Index', indexSays(one))}
${fact('Sourced', `${formatPercent(one.coverage)} of weight`)}
${fact('Place', placeSays(comparison, one))}
${fact('Above for certain', namesOf(comparison, above))}
${fact('Below for certain', namesOf(comparison, one.necessarilyAbove))}
${fact('Next above', gapSays(comparison, neighbours[at - 1], 'upper'))}
${fact('Next below', gapSays(comparison, neighbours[at], 'lower'))}
${fact('Dominates', list(dominanceSays(comparison, one)))}
${fact('How sure', sure(one, comparison))}
</dl>
<ul class="gates">${one.gates.map(gateItem)}</ul>
${beside.filter(({ project }) => project === at).map((entry) => besideTable(entry, one.name))}
</div>
</details>`;
}

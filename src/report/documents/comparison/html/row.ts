import type { ProjectComparison, RankedProject } from '../../../../model/comparison.ts';
import { NOT_RATEABLE } from '../../../../model/verdict.ts';
import { formatPoints } from '../../../wording/figures.ts';
import { describeGateStatus } from '../../../wording/gate-sentences.ts';
import { toWords } from '../../../wording/to-words.ts';
import { bandedBar } from '../../../writers/html/bars.ts';
import { type Html, html } from '../../../writers/html/html.ts';
import { gateSign } from '../../fit-report/html/gates.ts';
import { toneOf } from '../../fit-report/html/verdict.ts';
import { rankRange } from '../parts.ts';
import { detail } from './detail.ts';
import { isCertain, tracksOf } from './ranking-data.ts';

/** A state of a gate as a sign, with its name and state for who does not see it. */
function sign(gate: RankedProject['gates'][number]): Html {
  const says = `${gate.title}: ${describeGateStatus(gate)}`;
  return html`<li title="${says}" class="${gate.binds ? 'binds' : 'rests'}">${gateSign(gate)}<span class="unseen">${says}</span></li>`;
}

/** Which gates hold the index, or else what is possible of it; told of the value that they hold. */
function heldSays({ gates, index }: RankedProject): string {
  const told = (held: RankedProject['gates'], value: string) => {
    const [first] = held;
    return first === undefined
      ? null
      : `${value} at ${formatPoints(first.cap)}: ${held.map(({ title }) => title).join('; ')}`;
  };
  const atBest = gates.filter(({ passes, cap }) => passes !== null && !passes.possible && cap === index.possible);
  const binding = gates.filter(({ binds }) => binds);
  return told(binding, 'holds it') ?? told(atBest, 'caps possible') ?? 'none binds';
}

function gatesCell(one: RankedProject): Html {
  return html`<ul class="signs">${one.gates.map(sign)}</ul><span class="aside">${heldSays(one)}</span>`;
}

/** Whether the verdict is certain; nothing where there is none that could be. */
function sureSays(one: RankedProject): string {
  if (one.verdict === NOT_RATEABLE) return '';
  return isCertain(one) ? 'certain; ' : 'not certain; ';
}

function trackSays(one: RankedProject): string {
  return one.between.length === 0 ? toWords(one.track) : tracksOf(one).map(toWords).join(' or ');
}

/** A project as a row: its place, its interval on the common scale, verdict and gates, and the detail to open. */
export function row(comparison: ProjectComparison, at: number, one: RankedProject): Html {
  const { index, shownRank } = one;
  const { supported, claimed, possible } = index;
  const reached = comparison.bands.filter(({ from }) => from < possible);
  return html`
<tr role="row">
<td role="cell" class="place">${one.rank}</td>
<td role="cell" class="reach"><span class="label">as shown</span> ${rankRange(shownRank.best, shownRank.worst)}</td>
<th role="rowheader" scope="row" class="project"><bdi class="name">${one.name}</bdi> <span class="track">${trackSays(one)}</span>${one.offer === null ? null : html` <bdi class="offered">${one.offer}</bdi>`}</th>
<td role="cell" class="plot">${bandedBar(one.name, index, reached)}</td>
<td role="cell" class="figures"><b>${formatPoints(supported)}</b> ≤ ${formatPoints(claimed)} ≤ ${formatPoints(possible)}</td>
<td role="cell" class="judged"><span class="band ${toneOf(one.verdict, comparison)}">${one.verdictTitle}</span> <span class="aside">${sureSays(one)}at best: ${toWords(one.verdictAtPossible)}, ${formatPoints(possible)}</span></td>
<td role="cell" class="held">${gatesCell(one)}</td>
<td role="cell" class="opens">${detail(comparison, at, one)}</td>
</tr>`;
}

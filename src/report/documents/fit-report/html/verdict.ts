import { BOUNDS } from '../../../../model/level.ts';
import type { Report } from '../../../../model/report.ts';
import { formatPoints } from '../../../wording/figures.ts';
import { findUncappedFit } from '../../../wording/gate-sentences.ts';
import { describeCoverage, describeTrack } from '../../../wording/sentences.ts';
import { toWords } from '../../../wording/to-words.ts';
import { indexBar, namedValues } from '../../../writers/html/bars.ts';
import { type Html, html } from '../../../writers/html/html.ts';
import type { SectionContext } from '../../../writers/html/section-context.ts';
import { section } from './section.ts';

interface Scale {
  /** Best first. */
  readonly bands: readonly { readonly id: string }[];
}

/** The verdict of a report as a class of the style sheet: the rank of its band, best 0; `none` where there is no fit. */
export function toneOf(verdict: string | null, { bands }: Scale): string {
  const rank = bands.findIndex(({ id }) => id === verdict);
  return rank === -1 ? 'none' : `rank-${Math.min(rank, 3)}`;
}

function values({ fit }: Report, context: SectionContext): Html | null {
  if (fit === null) return null;
  const uncapped = findUncappedFit(fit);
  return html`
<dl class="values">${BOUNDS.map((bound) => html`<div class="${bound}"><dt>${bound}</dt><dd>${formatPoints(fit[bound])}</dd></div>`)}</dl>
${indexBar(fit, context)}
${uncapped === null ? null : html`<p class="aside">Without gates: ${namedValues(uncapped)}.</p>`}`;
}

/** The verdict with its index in three values, and by what it is judged. */
export function verdict(report: Report, context: SectionContext): Html {
  const { verdictTitle, verdictMeans, verdictAtPossible, coverage } = report;
  return section(
    context,
    'verdict',
    'Verdict',
    html`
<div class="verdict ${toneOf(report.verdict, context)}">
<p class="band">${verdictTitle}</p>
<p>${verdictMeans}${verdictAtPossible === null ? null : html` At possible: <strong>${toWords(verdictAtPossible)}</strong>.`}</p>
</div>
${values(report, context)}
<dl class="facts">
<div><dt>Track</dt><dd>${describeTrack(report)}</dd></div>
${coverage === null ? null : html`<div><dt>Coverage</dt><dd>${describeCoverage(report)}</dd></div>`}
<div><dt>As of</dt><dd>${report.asOf}</dd></div>
</dl>`,
  );
}

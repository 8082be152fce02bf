import type { ProjectComparison } from '../../../model/comparison.ts';
import { BASE } from '../../writers/html/style.ts';

/** A line through all rows where each band begins, as a rule of the style sheet: the policy of the page forbids style attributes. */
export function writeBandStyle(bands: ProjectComparison['bands']): string {
  const lines = bands
    .filter(({ from }) => from > 0)
    .map(({ from }) => `linear-gradient(var(--line), var(--line)) ${from}% 0 / 1px 100% no-repeat`);
  return lines.length === 0 ? '' : `tbody .plot { background: ${lines.join(', ')}; }\n`;
}

/** The style sheet of a comparison but for its bands. */
export const COMPARISON_STYLE = `${BASE}
main { max-width: 96rem; }
html { scroll-padding: 5rem 0 1rem; }
h1 { font-size: 1.6rem; }
@media (max-width: 36rem) { main { padding-top: 1rem; } h1 { font-size: 1.4rem; } }
.reading { color: var(--soft); max-width: 58rem; }
.reading > summary { padding: 0; }
[hidden] { display: none !important; }

.view { margin: 1rem 0 .6rem; padding: .8rem 1rem; background: var(--raised); border-radius: 4px; }
.view .fields { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; }
.view .field { display: grid; gap: .1rem; font-size: .875rem; color: var(--soft); min-width: 0; }
.view .field.text { flex: 1 1 14rem; max-width: 28rem; }
.view .field :is(input, select) { font-size: 1rem; color: var(--text); min-width: 0; }
.view > .more > summary { font-weight: 600; padding: .6rem 0 .2rem; }
:is(.reading, .more) > summary::before { content: '▸' / ''; color: var(--soft); display: inline-block; width: 1em; }
:is(.reading, .more)[open] > summary::before { content: '▾' / ''; }
.view fieldset { border: 0; margin: 0 0 .7rem; padding: 0; min-width: 0; }
.view legend { padding: 0 0 .2rem; font-size: .875rem; color: var(--soft); }
.groups { display: flex; flex-wrap: wrap; gap: 0 2.5rem; }
.chips { display: flex; flex-wrap: wrap; gap: .35rem; }
.chip { display: inline-flex; align-items: center; gap: .35rem; min-height: 2.25rem; padding: .1rem .7rem; border: 1px solid var(--line); border-radius: 2rem; background: var(--ground); cursor: pointer; }
.chip input { min-height: 0; margin: 0; accent-color: var(--supported); }
.chip:has(:checked) { border-color: var(--supported); box-shadow: inset 0 0 0 1px var(--supported); }
.count { font-weight: 600; margin: .8rem 0; }
.none { padding: 1.5rem 0; }

.view .field, .chip { overflow-wrap: anywhere; max-width: 100%; }
.projects .legend { margin: 0 0 .2rem; gap: 0 .9rem; font-size: .8rem; }
.signs-key { display: block; font-size: .75rem; line-height: 1.3; }

.projects, .projects > tbody { display: block; }
.projects > thead { display: block; position: sticky; top: 0; z-index: 1; background: var(--ground); border-bottom: 2px solid var(--line); }
.projects > * > tr { display: grid; position: relative; align-items: center; gap: 0 .8rem; grid-template-columns: 2.9rem minmax(0, 1fr) minmax(0, 1.7fr) 7rem 9.2rem 13rem 1.9rem; }
.projects > tbody > tr { border-bottom: 1px solid var(--line); }
/* Only a table too long to capture or print whole paints its rows as they come into view. */
.projects > tbody:has(> :nth-child(201)) > tr { content-visibility: auto; contain-intrinsic-size: auto 5.2rem; }
.projects > * > tr > * { border: 0; padding: .5rem 0; min-width: 0; }
.projects > thead > tr { align-items: end; }
.place, .figures { font-variant-numeric: tabular-nums; }
.projects > tbody .place { font-size: 1.25rem; font-weight: 600; }
.place .aside { display: block; font-weight: 400; }
.project .name { font-weight: 600; overflow-wrap: anywhere; }
.project .track { font-weight: 400; font-size: .85rem; color: var(--soft); }
.project .offered { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; font-weight: 400; font-size: .9rem; line-height: 1.4; color: var(--soft); overflow-wrap: anywhere; }
.projects > * > tr > .plot { align-self: stretch; display: grid; align-items: center; padding: 0; }
.plot .bar.index { height: 1.1rem; border-radius: 0; }
.plot rect.ground { fill: none; }
td.figures { white-space: nowrap; }
.figures b { font-size: 1.15rem; }
.projects .bands { height: 2.9rem; margin: 0; }
.projects .bands p { padding: .1rem .1rem 0 .3rem; font-size: .75rem; line-height: 1.2; }
.projects .bands .from { display: block; }
.judged .band, .judged .aside, .held .aside { display: block; line-height: 1.35; }
.signs { display: flex; gap: .45rem; list-style: none; margin: 0 0 .15rem; padding: 0; }
.projects > tbody > tr > .opens { grid-column: 1 / -1; padding: 0; }
.opens > details > summary { position: absolute; top: .6rem; right: 0; width: 2.2rem; height: 2.2rem; padding: 0; display: grid; place-items: center; border-radius: 4px; }
.opens > details > summary::before { content: '▸' / ''; color: var(--soft); font-size: 1.2rem; }
.opens > details[open] > summary::before { content: '▾' / ''; }
.opens > details > summary:hover { background: var(--raised); }
.behind { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 0 2.5rem; padding: .3rem 0 1rem 3rem; }
.behind .facts { margin: 0; }
.behind .facts > div { grid-template-columns: 7.5rem minmax(0, 1fr); }
.behind .facts ul, .behind .facts p { margin: 0; padding: 0; list-style: none; }
.behind .beside { grid-column: 1 / -1; margin-top: 1rem; max-width: 70rem; }
.behind h3 { margin-top: 0; }
.beside th { overflow-wrap: anywhere; }
.without-references .beside { display: none; }

@media (max-width: 75rem) {
  .projects > * > tr { grid-template-columns: 2.4rem minmax(0, 1fr) minmax(0, 11rem) minmax(0, 11rem) 1.9rem; }
  .projects > thead > tr > :not(.plot) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .projects > * > tr > .plot { grid-row: 2; grid-column: 1 / -1; }
  .projects > thead > tr > .plot { grid-row: 1; }
  .projects > tbody > tr { align-items: start; padding-top: .4rem; }
  .projects > tbody > tr > :is(.place, .project, .judged, .held) { grid-row: 1; padding: .2rem 0 .4rem; }
  .projects > tbody > tr > .figures { grid-row: 3; grid-column: 1 / 3; padding: .2rem 0 .4rem; }
  .projects > tbody > tr > .plot { min-height: 1.6rem; }
  .behind { padding-left: 0; }
}
@media (max-width: 47.9rem) {
  .projects > * > tr { grid-template-columns: 2.4rem minmax(0, 1fr) minmax(0, 1.2fr) 1.9rem; gap: 0 .5rem; }
  .projects > tbody > tr > .project { grid-column: 2 / 4; }
  .projects > tbody > tr > .figures { grid-column: 1 / 3; grid-row: 3; }
  .projects > tbody > tr > .judged { grid-column: 3 / -1; grid-row: 3; padding-top: .3rem; }
  .projects > tbody > tr > .held { grid-row: 4; grid-column: 1 / -1; }
  .behind .facts > div { grid-template-columns: 1fr; gap: 0; margin-bottom: .4rem; }
  .view { padding: .6rem .7rem; }
}
@media print {
  .view, .count, .none { display: none !important; }
  .projects > tbody > tr[hidden] { display: grid !important; }
  .projects > thead { position: static; }
  .projects > tbody > tr { break-inside: avoid; }
  .opens > details:not([open]), .opens > details > summary, .reading > summary { display: none; }
  .reading::details-content { content-visibility: visible; display: block; height: auto; }
  .plot { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

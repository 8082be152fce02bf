/** What every page looks like. It names no address, so that a page loads nothing. */
export const BASE = `
:root {
  color-scheme: light dark;
  --ground: #fff; --raised: #f5f6f8; --line: #d5dae0; --text: #1a1f26; --soft: #525b66; --link: #0b57a4;
  --supported: #17497a; --claimed: #4f8ac4; --possible: #bcd6ef; --empty: #e6eaee; --needed: #a3340f; --tick: #fff;
  --good: #17663a; --fair: #0f5f78; --poor: #855000; --bad: #a3261c; --good-ground: #e3f4e9; --fair-ground: #e0f1f6; --poor-ground: #fcf0d9; --bad-ground: #fbe6e4;
  --supposed: #7a3fa0; --supposed-ground: #f5ecfa;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #12161b; --raised: #1b2027; --line: #363e48; --text: #e7eaee; --soft: #a9b2bd; --link: #8cc0f8;
    --supported: #9ccbff; --claimed: #4b88c4; --possible: #27496b; --empty: #252b33; --needed: #ff9c78; --tick: #12161b;
    --good: #7fd6a3; --fair: #7fcbe2; --poor: #f0bd62; --bad: #ff9d94; --good-ground: #15301f; --fair-ground: #10303a; --poor-ground: #362808; --bad-ground: #3d1a17;
    --supposed: #d6a8f2; --supposed-ground: #2c1d38;
  }
}
* { box-sizing: border-box; }
html { scroll-padding: 1rem 0 9rem; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; overflow-wrap: break-word; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1, h2, h3, h4, h5 { line-height: 1.25; margin: 0 0 .6rem; text-wrap: balance; }
h1 { font-size: 1.9rem; }
h2 { font-size: 1.3rem; }
h3 { font-size: 1.08rem; margin-top: 1.6rem; }
h4, h5 { font-size: 1rem; margin-top: 1.3rem; }
p { margin: 0 0 .6rem; }
ul, ol { margin: 0 0 .8rem; padding-left: 1.3rem; }
a { color: var(--link); text-underline-offset: .15em; }
code, textarea { font: .875em/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
article + article, table + article { margin-top: 4rem; border-top: 3px solid var(--line); padding-top: 2rem; }
section { margin-top: 2.2rem; }
footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
a, code, td, dd, label, button, .unit, .said, .note { overflow-wrap: anywhere; }
.offer { font-size: 1.1rem; margin-bottom: .2rem; }
.own { padding: .5rem .8rem; background: var(--poor-ground); border-left: 4px solid var(--poor); }
.aside, .why, .question, .weight, .share { color: var(--soft); font-size: .9rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.profile .weight { white-space: nowrap; }
.number, .profile td { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }

.verdict.good, .band.good { --tone: var(--good); --tone-ground: var(--good-ground); }
.verdict.fair, .band.fair { --tone: var(--fair); --tone-ground: var(--fair-ground); }
.verdict.poor, .band.poor { --tone: var(--poor); --tone-ground: var(--poor-ground); }
.verdict.bad, .band.bad { --tone: var(--bad); --tone-ground: var(--bad-ground); }
.verdict.strong, .band.strong { --tone: var(--text); --tone-ground: var(--raised); }
div.verdict { background: var(--tone-ground); border-left: 6px solid var(--tone); padding: .9rem 1.1rem; border-radius: 4px; margin-bottom: 1rem; }
div.verdict p { margin: 0; }
div.verdict .band { color: var(--tone); font-size: 1.7rem; font-weight: 700; line-height: 1.2; margin-bottom: .3rem; }
span.band { color: var(--tone); font-weight: 600; }
.values { display: grid; grid-template-columns: repeat(3, 1fr); gap: .8rem; margin: 0 0 .5rem; }
.values dt { font-size: .9rem; line-height: 1.3; }
.values dt span { display: block; color: var(--soft); font-size: .8rem; }
.values dd { order: -1; margin: 0; font-size: 1.6rem; font-weight: 600; font-variant-numeric: tabular-nums; line-height: 1.2; }
.values > div { display: flex; flex-direction: column; }
.facts { margin: 1rem 0 0; }
.facts > div { display: grid; grid-template-columns: 6rem 1fr; gap: .2rem .8rem; margin-bottom: .2rem; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; }

.bar { display: block; width: 100%; height: .8rem; border-radius: 3px; }
.bar.index { height: 1.5rem; }
rect.supported, circle.supported { fill: var(--supported); }
rect.claimed { fill: var(--claimed); }
rect.possible, path.possible { fill: var(--possible); }
rect.ground { fill: var(--empty); }
rect.tick { fill: var(--tick); }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; font-size: .9rem; color: var(--soft); }
.bands { display: block; width: 100%; height: 2.9rem; margin: .2rem 0 .4rem; overflow: visible; }
@media (min-width: 40rem) { .bands { height: 1.6rem; } }
.bands foreignObject { overflow: visible; }
.bands p { margin: 0; padding-right: .3rem; font-size: .9rem; line-height: 1.25; color: var(--soft); overflow-wrap: normal; }
.bands .from { font-variant-numeric: tabular-nums; color: var(--text); }
.key { width: .9rem; height: .9rem; vertical-align: -.1rem; overflow: visible; }
.pips { width: 4.1rem; height: 1.02rem; flex: none; }
.pips rect.ground { fill: none; stroke: var(--soft); stroke-width: 1; }

table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .5rem; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--soft); font-size: .9rem; vertical-align: bottom; }
thead .number { white-space: normal; }
th:first-child { padding-left: 0; }
tr > :last-child { padding-right: 0; }
tbody th { font-weight: 600; overflow-wrap: normal; }

.gates, .levers, .findings { list-style: none; padding: 0; }
.levers { display: grid; grid-template-columns: fit-content(10rem) 1fr auto; column-gap: .9rem; }
.levers > li { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; }
.levers > li > :only-child { grid-column: 1 / -1; }
.gates > li { display: flex; gap: .7rem; }
.gates > li, .levers > li { padding: .5rem 0; border-bottom: 1px solid var(--line); }
.gates > li > div { flex: 1; }
.gates > li > div, .levers > li > div { min-width: 0; }
.gates p, .levers p { margin: 0; }
.sign { flex: none; width: 1.6rem; height: 1.6rem; border-radius: 50%; display: grid; place-items: center; font-weight: 700; background: var(--raised); }
.sign.passed { color: var(--good); background: var(--good-ground); }
.sign.failed { color: var(--bad); background: var(--bad-ground); }
.sign.not-shown-yet { color: var(--poor); background: var(--poor-ground); }
.gain { font-weight: 600; font-variant-numeric: tabular-nums; }
details > summary { cursor: pointer; padding: .55rem .2rem; }
summary { list-style: none; }
summary::-webkit-details-marker { display: none; }
select, input, button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--soft); border-radius: 4px; padding: .3rem .5rem; max-width: 100%; min-height: 2.25rem; }
button { cursor: pointer; background: var(--raised); }
@media print {
  :root { color-scheme: light; --ground: #fff; --raised: #fff; --text: #000; --soft: #444; --link: #000; }
  main { max-width: none; padding: 0; }
  html { font-size: 10pt; }
  h2, h3 { break-after: avoid; }
  rect, .sign { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** The style sheet of a fit report. */
export const STYLE = `${BASE}
@media screen {
  .contents { position: sticky; top: 0; z-index: 1; background: var(--ground); margin: .4rem 0; border-bottom: 1px solid var(--line); font-size: .92rem; }
  .contents ul { display: flex; gap: 1.1rem; list-style: none; padding: 0; margin: 0; overflow-x: auto; scrollbar-width: none; white-space: nowrap; }
  .contents a { display: block; padding: .45rem 0; text-decoration: none; overflow-wrap: normal; }
  .contents a:hover { text-decoration: underline; }
  .contents :focus-visible { outline-offset: -3px; }
  html { scroll-padding-top: 3.2rem; }
}
@media screen and (min-width: 1100px) {
  html { scroll-padding-top: 1rem; }
  main { max-width: 77rem; }
  article:has(> .contents) { display: grid; grid-template-columns: 11.5rem minmax(0, 1fr); column-gap: 2.5rem; }
  article > * { grid-column: 2; }
  article > .contents { grid-column: 1; grid-row: 1 / span 40; align-self: start; top: 1.5rem; margin: 0; border: 0; max-height: calc(100vh - 3rem); overflow-y: auto; }
  .contents ul { display: block; white-space: normal; }
  .contents a { padding: .25rem 0; line-height: 1.3; }
}
[data-part='verdict'] { margin-top: .8rem; }
[data-part='verdict']:not(.supposed) > :first-child { position: absolute; clip-path: inset(50%); }
[data-part='verdict'] > section { margin: 0; }
[data-part='verdict'] > section > h3 { margin: .6rem 0 0; }
[data-part='verdict'] :is(.gates, .levers) { margin: 0; }
[data-part='verdict'] :is(.gates, .levers) > li { padding: .15rem 0; border: 0; }
[data-part='verdict'] p { margin: 0 0 .2rem; }
[data-part='first'] .aside { font-size: .85rem; }
[data-part='first'] .below { line-height: 1.3; }
[data-part='verdict'] .sign { width: 1.3rem; height: 1.3rem; font-size: .85rem; }
@media screen and (min-width: 48rem) {
  [data-part='verdict'] { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.05fr); column-gap: 2rem; align-items: start; grid-template-rows: auto auto auto 1fr; }
  [data-part='verdict'] > :is(h2, h3) { grid-column: 1 / -1; }
  [data-part='verdict'] > .headline { grid-row: 2 / span 3; }
  [data-part='verdict'] > section { grid-column: 2; }
  [data-part='why'] { grid-row: 2; }
  [data-part='first'] { grid-row: 3; }
  [data-part='next'] { grid-row: 4; }
  [data-part='verdict'] > .facts { grid-column: 1 / -1; grid-row: 5; }
  [data-part='verdict'] > section > h3 { margin-top: 0; }
  [data-part='verdict'] > section + section { margin-top: .7rem; }
}
.try { min-height: 1.75rem; padding: 0 .6rem; font-size: .875rem; align-self: center; }
div.verdict > .try { margin-top: .6rem; min-height: 2.25rem; font-size: 1rem; font-weight: 600; color: var(--ground); background: var(--link); border-color: var(--link); }
.levers > li > .try { grid-column: 3; }
.editable { position: relative; }
.editable > .try { position: absolute; top: .5rem; right: 0; }
.editable > .criterion > summary { padding-right: 3.6rem; }
.choices { display: grid; gap: .15rem; flex: 1 1 100%; }
.choices label { display: grid; grid-template-columns: auto 1fr; align-items: start; gap: .5rem; padding: .3rem .4rem; border-radius: 4px; cursor: pointer; }
.choices label:has(:checked) { background: var(--raised); }
.choices input { min-height: 0; margin: .3rem 0 0; }
.scale { font-size: .9rem; color: var(--soft); }
.scale > summary::before { content: '▸ '; }
.scale[open] > summary::before { content: '▾ '; }
.scale p { margin: 0 0 .2rem; }
.profile tbody th { width: 100%; }
.profile .bar { margin: .3rem 0; }
.profile .weight, .profile .why { font-weight: 400; }
.profile .why { display: block; }
.profile td { font-size: 1.1rem; }

.chart { margin: 0 0 1rem; }
.break-even { width: 100%; max-width: 36rem; display: block; overflow: visible; }
.break-even text { font: 11px system-ui, sans-serif; fill: var(--soft); stroke: var(--ground); stroke-width: 3px; paint-order: stroke; }
.break-even text.needed { fill: var(--needed); font-weight: 600; }
.break-even text.stand { fill: var(--text); }
.break-even .stand-line { stroke: var(--text); stroke-width: 1; stroke-dasharray: 1 3; }
.break-even .grid { stroke: var(--line); stroke-width: 1; }
.break-even .equal { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 4 3; }
path.needed { fill: none; stroke: var(--needed); stroke-width: 2.5; }
.break-even .supported, .break-even rect.claimed, .break-even .possible, .key .possible { stroke: var(--text); stroke-width: 1; }
.break-even .below { fill: none; stroke: var(--text); stroke-width: 1.5; }

.findings > li { padding: .4rem 0; }
.findings p { margin: 0; }
.gates p + p { color: var(--soft); font-size: .9rem; }
.facts .band { font-weight: 600; }
td .bar { min-width: 8rem; margin: .2rem 0; }
.scroll { overflow-x: auto; }

details.criterion, details.group, details.file, details.copy { border-bottom: 1px solid var(--line); }
details.criterion[open], details.group[open] { padding-bottom: .6rem; }
.criterion > summary { display: flex; flex-wrap: wrap; align-items: center; gap: .15rem .7rem; }
.criterion > summary::before, .group > summary::before, .copy > summary::before, .file > summary::before { content: '▸' / ''; color: var(--soft); display: inline-block; width: 1em; }
details[open] > summary::before { content: '▾' / ''; }
.criterion .title { font-weight: 600; }
.criterion .said { flex: 1 1 12rem; }
@media (min-width: 48rem) {
  .criterion > summary { display: grid; grid-template-columns: 1em 17rem 4.1rem 1fr auto 8.2rem; }
  .criterion .share { grid-column: 6; text-align: right; }
  .criterion .title + .said { grid-column: 4; }
}
.criterion .said > .aside { font-style: italic; font-size: inherit; }
.grade { font-size: .85rem; padding: 0 .5rem; border: 1px solid var(--line); border-radius: 1rem; }
.criterion > :not(summary) { margin-left: 1.2rem; }
.lines { font-size: .875rem; margin: 0; padding: .6rem 0 .6rem 3.6rem; background: var(--raised); border-radius: 4px; }
.lines li { padding-left: .5rem; min-height: 1.4em; }
.lines li::marker { color: var(--soft); }
.lines code { white-space: pre-wrap; }
.lines li:target { background: var(--poor-ground); }

fieldset { border: 0; border-left: 3px solid var(--line); margin: .9rem 0 0; padding: 0 0 0 .9rem; min-width: 0; }
fieldset.changed { border-color: var(--supposed); }
legend { font-weight: 600; padding: 0; }
.group > summary, .copy > summary { font-weight: 600; }
.fields + .fields { margin-top: .6rem; }
.fields { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; }
.field { display: grid; grid-template-columns: minmax(0, auto) minmax(0, auto); gap: .1rem .4rem; align-items: center; justify-content: start; min-width: 0; max-width: 100%; }
.field label { grid-column: 1 / -1; font-size: .875rem; color: var(--soft); }
.field select { grid-column: 1 / -1; min-width: 0; }
.field.weight { grid-template-columns: minmax(8rem, 14rem) 1fr 2.5rem; gap: .6rem; justify-content: stretch; }
.field.weight label { grid-column: auto; }
.field.weight output { text-align: right; font-variant-numeric: tabular-nums; }
.unit { font-size: .875rem; color: var(--soft); }
input[type='number'] { width: 9rem; }
input[type='range'] { padding: 0; width: 100%; accent-color: var(--claimed); }
textarea { width: 100%; background: var(--raised); color: inherit; border: 1px solid var(--soft); border-radius: 4px; padding: .6rem; }
.refused { display: none; grid-column: 1 / -1; font-size: .875rem; font-weight: 600; color: var(--bad); }
:invalid ~ .refused { display: block; }
input:invalid { border-color: var(--bad); }
.told { margin: .4rem 0 0; font-size: .9rem; }
.changed .told { color: var(--supposed); font-weight: 600; }
.result { position: fixed; inset: auto 0 0; z-index: 1; display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; align-items: center; background: var(--supposed-ground); border-top: 3px solid var(--supposed); padding: .5rem max(1rem, calc(50% - 28rem)) .6rem; }
.result[data-is-empty] { width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); border: 0; padding: 0; }
.result p { margin: 0; grid-column: 1; }
.result .label strong { color: var(--supposed); }
.result .status { font-size: 1.05rem; }
.result .details { font-size: .875rem; }
.result button { grid-column: 2; grid-row: 1 / span 2; }
.mark { font-size: .8rem; font-weight: 600; color: var(--supposed); border: 1px solid currentcolor; border-radius: 1rem; padding: .05rem .5rem; margin-left: .6rem; vertical-align: .12rem; white-space: nowrap; }
.is-hypothetical main { padding-bottom: 12rem; }
section.supposed { border-left: 4px solid var(--supposed); padding-left: .9rem; }

@media (max-width: 47.99rem) {
  [data-part='first'] .below { display: none; }
  [data-part='next'] { display: grid; grid-template-columns: auto 1fr; gap: .6rem; align-items: baseline; }
}
@media (max-width: 36rem) {
  main { padding-top: .5rem; }
  h1 { font-size: 1.4rem; margin: 0; }
  .offer { font-size: .95rem; line-height: 1.35; }
  [data-part='verdict'] { font-size: .94rem; line-height: 1.36; margin-top: .3rem; }
  [data-part='verdict'] > section > h3 { margin-top: .3rem; }
  [data-part='verdict'] :is(.gates, .levers) > li { padding: .1rem 0; }
  [data-part='first'] .try { min-height: 1.5rem; }
  div.verdict { padding: .5rem .7rem; margin-bottom: .5rem; }
  div.verdict .band { font-size: 1.3rem; }
  div.verdict > p:not(.band) { display: inline; }
  div.verdict > .try { margin: .1rem 0 0 .4rem; min-height: 1.7rem; font-size: .9rem; }
  .values dd { font-size: 1.3rem; }
  .values dt span { font-size: .72rem; line-height: 1.2; }
  .bar.index { height: 1rem; }
  .values { gap: .6rem; }
  .bands { height: 2.1rem; margin: 0; }
  .bands p { font-size: .72rem; line-height: 1.15; }
  .bands .from { display: block; }
  .facts > div { grid-template-columns: 1fr; gap: 0; margin-bottom: .4rem; }
  th, td { padding: .4rem .25rem; }
  .profile thead th { font-size: .8rem; }
  .profile tbody .weight { display: block; }
  .profile .why { display: none; }
  .profile tbody tr { position: relative; }
  .profile tbody th { padding-bottom: 1.7rem; }
  .profile .bar { position: absolute; inset: auto 0 .55rem; margin: 0; }
  .profile tbody th { padding-right: .2rem; }
  .levers { grid-template-columns: fit-content(5rem) 1fr auto; column-gap: .6rem; }
  .field.weight { grid-template-columns: 1fr 2.5rem; }
  .field.weight label { grid-column: 1 / -1; }
  .field select { width: 100%; }
  .field:has(select) { width: 100%; }
}
@media (max-height: 22rem) { .result { position: static; } }
@media print {
  .contents, .try, [data-part='what-if'] > *, #what-if-place > :not(.result), .result button { display: none; }
  .is-hypothetical [data-part='what-if'] > #what-if-place { display: block; }
  .is-hypothetical .result { display: block; position: static; padding: .5rem; }
  section, .criterion, .gates > li, .levers > li, tr, .chart { break-inside: avoid; }
  [data-part='criteria'], [data-part='more'], [data-part='file'], [data-part='calendar'], [data-part='findings'] { break-inside: auto; }
  circle, path, div.verdict { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details:not(.file)::details-content { content-visibility: visible; display: block; height: auto; }
  details > summary::before { display: none !important; content: none; }
  .criterion > summary { grid-template-columns: 15rem 4.1rem 1fr auto 8.2rem; padding-left: 0; }
  .criterion .share { grid-column: 5; }
  .criterion .title + .said { grid-column: 3; }
}
`;

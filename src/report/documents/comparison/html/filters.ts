import type { ProjectComparison, RankedProject } from '../../../../model/comparison.ts';
import { BINDING, CONTROL, RANKING_ID, RANKING_ORDERS, type RankingOrder } from '../../../../model/ranking.ts';
import { toWords } from '../../../wording/to-words.ts';
import { type Html, html, NOTHING } from '../../../writers/html/html.ts';
import { isCertain, tracksOf } from './ranking-data.ts';

interface FilterChoice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

const ORDER_LABELS: Readonly<Record<RankingOrder, string>> = {
  supported: 'Supported, highest first',
  claimed: 'Claimed, highest first',
  possible: 'Possible, highest first',
  width: 'Width of the interval, widest first',
  name: 'Name, A to Z',
};

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Each value that occurs, with how many projects have it. @param order those that come first; the others follow by name. */
function choicesOf(
  values: readonly string[],
  order: readonly { readonly id: string; readonly title: string }[] = [],
): readonly FilterChoice[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const known = order.map(({ id }) => id);
  const others = [...counts.keys()].filter((value) => !known.includes(value)).sort();
  return [...known, ...others].flatMap((value) => {
    const count = counts.get(value);
    const label = order.find(({ id }) => id === value)?.title ?? upperFirst(toWords(value));
    return count === undefined ? [] : [{ value, label, count }];
  });
}

function chips(name: string, title: string, choices: readonly FilterChoice[]): Html {
  const boxes = choices.map(
    ({ value, label, count }) =>
      html`<label class="chip"><input type="checkbox" name="${name}" value="${value}"> ${label} <span class="weight">${count}</span></label>`,
  );
  return html`<fieldset><legend>${title}</legend><div class="chips">${boxes}</div></fieldset>`;
}

function select(name: string, title: string, any: string, choices: readonly FilterChoice[]): Html {
  const options = choices.map(({ value, label, count }) => html`<option value="${value}">${label} (${count})</option>`);
  return html`<label class="field">${title} <select name="${name}"><option value="">${any}</option>${options}</select></label>`;
}

function gateSelects(ranked: readonly RankedProject[]): readonly Html[] {
  const [first] = ranked;
  return (first?.gates ?? []).map(({ id, title }) => {
    const own = ranked.flatMap(({ gates }) => gates.filter((gate) => gate.id === id));
    const states = choicesOf(own.flatMap(({ status, binds }) => (binds ? [status, BINDING] : [status])));
    return select(`${CONTROL.gate}${id}`, title, 'Any', states);
  });
}

function hiding({ references, outside }: ProjectComparison): Html {
  const box = (value: string, label: string, { length }: readonly unknown[]) =>
    length === 0
      ? null
      : html`<label class="chip"><input type="checkbox" name="${CONTROL.hidden}" value="${value}"> ${label} <span class="weight">${length}</span></label>`;
  return html`${box('reference', 'Hide references', references)}${box('outside', 'Hide what is outside', outside)}`;
}

function orders(): Html {
  const [rest, ...others] = RANKING_ORDERS;
  return html`
<label class="field">Order <select name="${CONTROL.order}"><option value="">${ORDER_LABELS[rest]}</option>${others.map((order) => html`<option value="${order}">${ORDER_LABELS[order]}</option>`)}</select></label>
<label class="chip"><input type="checkbox" name="${CONTROL.reversed}" value="yes"> Reversed</label>`;
}

/** The controls of the ranking. They do nothing without the page's program, which shows them. */
export function filters(comparison: ProjectComparison): Html {
  const { ranked, bands } = comparison;
  if (ranked.length === 0) return NOTHING;
  const certain = choicesOf(
    ranked.map((one) => (isCertain(one) ? 'yes' : 'no')),
    [
      { id: 'yes', title: 'Certain' },
      { id: 'no', title: 'Not certain' },
    ],
  );
  return html`
<form id="${RANKING_ID.form}" class="view" aria-label="Filters and order" hidden>
<div class="fields">
<label class="field text">Name or offer <input type="search" name="${CONTROL.text}" maxlength="200" autocomplete="off" spellcheck="false"></label>
${orders()}
<button type="reset">Reset</button>
</div>
<details id="${RANKING_ID.more}" class="more"><summary>Filters</summary>
<div class="groups">
${chips(
  CONTROL.verdict,
  'Verdict',
  choicesOf(
    ranked.map(({ verdict }) => verdict),
    bands,
  ),
)}
${chips(
  CONTROL.possible,
  'Verdict at best',
  choicesOf(
    ranked.map(({ verdictAtPossible }) => verdictAtPossible),
    bands,
  ),
)}
${chips(CONTROL.track, 'Track', choicesOf(ranked.flatMap(tracksOf)))}
</div>
<div class="fields">
${select(CONTROL.certain, 'Certainty', 'Any', certain)}
${gateSelects(ranked)}
${hiding(comparison)}
</div>
</details>
</form>`;
}

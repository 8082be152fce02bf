import type { ProjectComparison, RankedProject } from '../../../model/comparison.ts';
import { BINDING, CONTROL, RANKING_ID, RANKING_ORDERS, type RankingOrder } from '../../../model/page.ts';
import { capitalise, toWords } from '../../wording/to-words.ts';
import { type Html, html, NOTHING } from '../../writers/html/html.ts';
import { isCertain, listTracks } from './ranking-data.ts';

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

/** Each value that occurs, with how many projects have it. @param order those that come first; the others follow by name. */
function countChoices(
  values: readonly string[],
  order: readonly { readonly id: string; readonly title: string }[] = [],
): readonly FilterChoice[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const known = order.map(({ id }) => id);
  const others = [...counts.keys()].filter((value) => !known.includes(value)).sort();
  return [...known, ...others].flatMap((value) => {
    const count = counts.get(value);
    const label = order.find(({ id }) => id === value)?.title ?? capitalise(toWords(value));
    return count === undefined ? [] : [{ value, label, count }];
  });
}

function writeChips(name: string, title: string, choices: readonly FilterChoice[]): Html {
  const boxes = choices.map(
    ({ value, label, count }) =>
      html`<label class="chip"><input type="checkbox" name="${name}" value="${value}"> ${label} <span class="weight">${count}</span></label>`,
  );
  return html`<fieldset><legend>${title}</legend><div class="chips">${boxes}</div></fieldset>`;
}

function writeSelect(name: string, title: string, any: string, choices: readonly FilterChoice[]): Html {
  const options = choices.map(({ value, label, count }) => html`<option value="${value}">${label} (${count})</option>`);
  return html`<label class="field">${title} <select name="${name}"><option value="">${any}</option>${options}</select></label>`;
}

function writeGateSelects(ranked: readonly RankedProject[]): readonly Html[] {
  const [first] = ranked;
  return (first?.gates ?? []).map(({ id, title }) => {
    const own = ranked.flatMap(({ gates }) => gates.filter((gate) => gate.id === id));
    const states = countChoices(own.flatMap(({ status, binds }) => (binds ? [status, BINDING] : [status])));
    return writeSelect(`${CONTROL.gate}${id}`, title, 'Any', states);
  });
}

function writeHiding({ references, outside }: ProjectComparison): Html {
  const box = (value: string, label: string, { length }: readonly unknown[]) =>
    length === 0
      ? null
      : html`<label class="chip"><input type="checkbox" name="${CONTROL.hidden}" value="${value}"> ${label} <span class="weight">${length}</span></label>`;
  return html`${box('reference', 'Hide references', references)}${box('outside', 'Hide projects without a track', outside)}`;
}

function writeOrders(): Html {
  const [rest, ...others] = RANKING_ORDERS;
  return html`
<label class="field">Order <select name="${CONTROL.order}"><option value="">${ORDER_LABELS[rest]}</option>${others.map((order) => html`<option value="${order}">${ORDER_LABELS[order]}</option>`)}</select></label>
<label class="chip"><input type="checkbox" name="${CONTROL.reversed}" value="yes"> Reversed</label>`;
}

/** From how many projects on a search and an order are in view at once; with fewer they are folded. */
const MANY_PROJECTS = 8;

/** The controls of the ranking. They are hidden until the page's program runs. */
export function writeFilters(comparison: ProjectComparison): Html {
  const { ranked, bands } = comparison;
  if (ranked.length === 0) return NOTHING;
  const isFolded = ranked.length < MANY_PROJECTS;
  const tools = html`
<div class="fields">
<label class="field text">Name or offer <input type="search" name="${CONTROL.text}" maxlength="200" autocomplete="off" spellcheck="false"></label>
${writeOrders()}
<button type="reset">Reset</button>
</div>`;
  const certain = countChoices(
    ranked.map((one) => (isCertain(one) ? 'yes' : 'no')),
    [
      { id: 'yes', title: 'Certain' },
      { id: 'no', title: 'Not certain' },
    ],
  );
  return html`
<form id="${RANKING_ID.form}" class="view" aria-label="Filters and order" hidden>
${isFolded ? null : tools}
<details id="${RANKING_ID.more}" class="more"><summary>${isFolded ? 'Filters and order' : 'Filters'}</summary>
${isFolded ? tools : null}
<div class="groups">
${writeChips(
  CONTROL.verdict,
  'Verdict',
  countChoices(
    ranked.map(({ verdict }) => verdict),
    bands,
  ),
)}
${writeChips(
  CONTROL.possible,
  'Verdict at best',
  countChoices(
    ranked.map(({ verdictAtPossible }) => verdictAtPossible),
    bands,
  ),
)}
${writeChips(CONTROL.track, 'Track', countChoices(ranked.flatMap(listTracks)))}
</div>
<div class="fields">
${writeSelect(CONTROL.certain, 'Certainty', 'Any', certain)}
${writeGateSelects(ranked)}
${writeHiding(comparison)}
</div>
</details>
</form>`;
}

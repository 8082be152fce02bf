import type { PageData } from '../model/page.ts';
import type { Report } from '../model/report.ts';
import type { Weights } from '../model/rubric.ts';
import { drawLiveSections } from '../report/documents/fit-report/html.ts';
import { createElement, createInvalidHint } from './controls.ts';
import { createCopyPanel } from './copy-panel.ts';
import { type CriterionPanel, createCriterionPanel } from './criterion-panel.ts';
import { isPlainMap, isSame } from './plain-data.ts';
import { createResultBar } from './result-bar.ts';
import {
  AS_CITED,
  EMPTY_SCENARIO,
  formatScoreCommand,
  readWrittenAnswer,
  readWrittenValue,
  scoreScenario,
  type WhatIfScenario,
} from './scenario.ts';
import { createWeightsPanel } from './weights-panel.ts';

const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2099-12-31';

/** Whether an answer is the written one again; an option without sources, as chosen after `unknown`, counts as the written one with them. */
function isAsWritten(answer: unknown, before: unknown): boolean {
  const alone = isPlainMap(answer) && Object.keys(answer).length === 1 ? answer['answer'] : answer;
  return isSame(answer, before) || (isPlainMap(before) && typeof alone === 'string' && before['answer'] === alone);
}

function readWeights({ dimensions }: Report): Weights {
  return Object.fromEntries(dimensions.map(({ id, weight }) => [id, weight]));
}

/** Replaces the sections that follow a change, each before what follows it. */
function redraw(report: Report, data: PageData, isHypothetical: boolean): void {
  const elementOf = (id: string) => document.getElementById(`${data.prefix}${id}`);
  let next = elementOf('calendar') ?? elementOf('what-if');
  for (const { id, markup } of drawLiveSections(report, data).reverse()) {
    elementOf(id)?.remove();
    const template = document.createElement('template');
    // The renderer has escaped all text in its markup.
    template.innerHTML = markup.markup;
    const made = template.content.querySelector('section');
    if (made === null || next === null) continue;
    made.classList.toggle('supposed', isHypothetical);
    if (isHypothetical)
      made.querySelector(':scope > :first-child')?.append(createElement('span', { class: 'mark' }, 'hypothetical'));
    next.before(made);
    next = made;
  }
}

/** Fills the place with the controls and keeps the page in step with them. */
export function mountWhatIf(data: PageData, place: HTMLElement): void {
  const { rubric } = data;
  const written = readWrittenValue(data);
  const first = scoreScenario(data, written, EMPTY_SCENARIO);
  if (!first.ok) return;
  const { report: base } = first;
  const track = base.classification.scoredAs ?? '';
  const asked = base.dimensions.flatMap(({ criteria }) => criteria).filter(({ status }) => status !== 'not-applicable');
  let scenario: WhatIfScenario = EMPTY_SCENARIO;
  let shown = first;

  const panels = new Map<string, CriterionPanel>();
  const day = createElement('input', {
    id: 'what-if-day',
    type: 'date',
    min: FIRST_DAY,
    max: LAST_DAY,
    required: true,
  });

  function update(change: Partial<WhatIfScenario> | null): void {
    scenario = { ...scenario, ...change };
    const { answers, evidence, weights: moved, asOf } = scenario;
    const result = scoreScenario(data, written, scenario);
    if (result.ok) shown = result;
    const isHypothetical = answers.size > 0 || evidence.size > 0 || moved !== null || asOf !== null;
    bar.show(isHypothetical ? shown.report : null, !result.ok);
    document.body.classList.toggle('is-hypothetical', isHypothetical);
    if (change !== null) redraw(shown.report, data, isHypothetical);
    weights.show(readWeights(shown.report));
    day.value = shown.report.asOf;
    copy.show(shown.yaml, formatScoreCommand(shown.options));
    const reports = new Map(
      shown.report.dimensions.flatMap(({ criteria }) => criteria).map((entry) => [entry.id, entry]),
    );
    for (const [id, panel] of panels) panel.showLevels(reports.get(id), answers.has(id) || evidence.has(id));
  }

  function showPanel({ id, dimension }: (typeof asked)[number]): void {
    const { answers, evidence } = scenario;
    const answer = answers.has(id) ? answers.get(id) : readWrittenAnswer(written, dimension, id);
    panels.get(id)?.show({ answer, evidence: evidence.get(id) ?? AS_CITED });
  }

  const reset = () => {
    update(EMPTY_SCENARIO);
    asked.forEach(showPanel);
    place.querySelector<HTMLElement>('summary')?.focus({ preventScroll: true });
  };
  const bar = createResultBar(base, reset);
  const copy = createCopyPanel();
  const weights = createWeightsPanel(rubric.dimensions, (moved) =>
    update({ weights: isSame(moved, readWeights(base)) ? null : moved }),
  );
  day.addEventListener('change', () => {
    if (day.value !== '' && day.validity.valid) update({ asOf: day.value === base.asOf ? null : day.value });
  });

  for (const entry of asked) {
    const { id, dimension } = entry;
    const criterion = rubric.criteria.find((other) => other.id === id);
    if (criterion === undefined) continue;
    const panel = createCriterionPanel({
      criterion,
      rubric,
      track,
      takeAnswer(answer) {
        const answers = new Map(scenario.answers).set(id, answer);
        if (isAsWritten(answer, readWrittenAnswer(written, dimension, id))) answers.delete(id);
        update({ answers });
        showPanel(entry);
      },
      takeEvidence(kind) {
        const evidence = new Map(scenario.evidence).set(id, kind);
        if (kind === AS_CITED) evidence.delete(id);
        update({ evidence });
      },
    });
    panels.set(id, panel);
  }

  const createGroup = (title: string, ...parts: readonly HTMLElement[]) =>
    createElement('details', { class: 'group' }, createElement('summary', {}, title), ...parts);
  const groups = base.dimensions.map(({ title, criteria }) =>
    createGroup(title, ...criteria.flatMap(({ id }) => panels.get(id)?.node ?? [])),
  );
  const explained = 'Evidence ages and laws come to apply; what is supposed bears this date.';
  const dayFields = createElement(
    'fieldset',
    {},
    createElement('legend', {}, 'The day'),
    createElement('p', { class: 'question' }, explained),
    createElement(
      'div',
      { class: 'field' },
      createElement('label', { for: 'what-if-day' }, 'Judged on'),
      day,
      createInvalidHint(`a day from ${FIRST_DAY} to ${LAST_DAY}`),
    ),
  );
  place.replaceChildren(...groups, createGroup('Weights and day', weights.node, dayFields), copy.node, bar.node);
  update(null);
  asked.forEach(showPanel);
}

import type { PageData } from '../model/page.ts';
import type { Report } from '../model/report.ts';
import type { Weights } from '../model/rubric.ts';
import { drawLiveSections } from '../report/documents/fit-report/html.ts';
import { createInvalidHint } from './controls.ts';
import { createCopyPanel } from './copy-panel.ts';
import { type CriterionPanel, createCriterionPanel } from './criterion-panel.ts';
import { createElement, parseMarkup } from './dom.ts';
import { AS_CITED } from './evidence.ts';
import { isPlainMap } from './plain-data.ts';
import { createResultBar } from './result-bar.ts';
import {
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

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether an answer is the written one again: an option alone, chosen after `unknown`, brings back its sources. */
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
    const made = parseMarkup(markup).querySelector('section');
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
  let held: WhatIfScenario = EMPTY_SCENARIO;
  let shown = first;

  const answerOf = (id: string, dimension: string) =>
    held.answers.has(id) ? held.answers.get(id) : readWrittenAnswer(written, dimension, id);
  const panels = new Map<string, CriterionPanel>();
  const day = createElement('input', {
    id: 'what-if-day',
    type: 'date',
    min: FIRST_DAY,
    max: LAST_DAY,
    required: true,
  });

  function update(next: WhatIfScenario): void {
    const isFirst = held === next;
    held = next;
    const supposed = scoreScenario(data, written, held);
    if (supposed.ok) shown = supposed;
    const isHypothetical =
      held.answers.size > 0 || held.evidence.size > 0 || held.weights !== null || held.asOf !== null;
    bar.show(isHypothetical ? shown.report : null, !supposed.ok);
    document.body.classList.toggle('is-hypothetical', isHypothetical);
    if (!isFirst) redraw(shown.report, data, isHypothetical);
    weights.show(readWeights(shown.report));
    day.value = shown.report.asOf;
    copy.show(shown.yaml, formatScoreCommand(shown.options));
    const reports = new Map(
      shown.report.dimensions.flatMap(({ criteria }) => criteria).map((entry) => [entry.id, entry]),
    );
    for (const [id, panel] of panels) panel.tell(reports.get(id), held.answers.has(id) || held.evidence.has(id));
  }

  function showPanels(): void {
    for (const { id, dimension } of asked)
      panels.get(id)?.show({ answer: answerOf(id, dimension), evidence: held.evidence.get(id) ?? AS_CITED });
  }

  const reset = () => {
    update({ ...EMPTY_SCENARIO });
    showPanels();
    place.querySelector<HTMLElement>('summary')?.focus({ preventScroll: true });
  };
  const bar = createResultBar(base, reset);
  const copy = createCopyPanel();
  const weights = createWeightsPanel(rubric.dimensions, (moved) =>
    update({ ...held, weights: isSame(moved, readWeights(base)) ? null : moved }),
  );
  day.addEventListener('change', () => {
    if (day.value !== '' && day.validity.valid) update({ ...held, asOf: day.value === base.asOf ? null : day.value });
  });

  for (const { id, dimension } of asked) {
    const criterion = rubric.criteria.find((entry) => entry.id === id);
    if (criterion === undefined) continue;
    const show = () =>
      panels.get(id)?.show({ answer: answerOf(id, dimension), evidence: held.evidence.get(id) ?? AS_CITED });
    const panel = createCriterionPanel({
      criterion,
      rubric,
      track,
      answered(answer) {
        const answers = new Map(held.answers).set(id, answer);
        if (isAsWritten(answer, readWrittenAnswer(written, dimension, id))) answers.delete(id);
        update({ ...held, answers });
        show();
      },
      evidenced(kind) {
        const evidence = new Map(held.evidence).set(id, kind);
        if (kind === AS_CITED) evidence.delete(id);
        update({ ...held, evidence });
      },
    });
    panels.set(id, panel);
  }

  const groups = base.dimensions.map(({ title, criteria }) =>
    createElement(
      'details',
      { class: 'group' },
      createElement('summary', {}, title),
      ...criteria.flatMap(({ id }) => panels.get(id)?.node ?? []),
    ),
  );
  const dayField = createElement(
    'div',
    { class: 'field' },
    createElement('label', { for: 'what-if-day' }, 'Judged on'),
    day,
    createInvalidHint(`a day from ${FIRST_DAY} to ${LAST_DAY}`),
  );
  const judgement = createElement(
    'details',
    { class: 'group' },
    createElement('summary', {}, 'Weights and day'),
    weights.node,
    createElement(
      'fieldset',
      {},
      createElement('legend', {}, 'The day'),
      createElement(
        'p',
        { class: 'question' },
        'Evidence ages and laws come to apply; what is supposed bears this date.',
      ),
      dayField,
    ),
  );
  place.replaceChildren(...groups, judgement, copy.node, bar.node);
  update(held);
  showPanels();
}

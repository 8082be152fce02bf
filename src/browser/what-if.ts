import type { PageData } from '../model/page.ts';
import type { Report } from '../model/report.ts';
import type { Weights } from '../model/rubric.ts';
import { drawLiveSections, LIVE_SECTIONS } from '../report/documents/fit-report/html.ts';
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

type LiveSection = readonly [id: string, node: HTMLElement | null];

/** The sections of a hypothetical report, marked as such; null for one that it does not have. */
function drawHypotheticalSections(report: Report, data: PageData): readonly LiveSection[] {
  return drawLiveSections(report, data).map(({ id, markup }) => {
    const template = document.createElement('template');
    // The renderer has escaped all text in its markup.
    template.innerHTML = markup.markup;
    const made = template.content.querySelector('section');
    made?.classList.add('supposed');
    made?.querySelector(':scope > :first-child')?.append(createElement('span', { class: 'mark' }, 'hypothetical'));
    return [id, made];
  });
}

/** Puts sections in the place of those there are, each before what follows it. */
function replaceSections(sections: readonly LiveSection[], elementOf: (id: string) => HTMLElement | null): void {
  let next = elementOf('calendar') ?? elementOf('what-if');
  for (const [id, node] of sections.toReversed()) {
    elementOf(id)?.remove();
    if (node === null || next === null) continue;
    next.before(node);
    next = node;
  }
}

/** Puts a button to change its answer at everything that is about a criterion, and one at the verdict for the first question. */
function addTryButtons(root: ParentNode, panels: ReadonlyMap<string, CriterionPanel>): void {
  const createButton = (id: string, label: string) => {
    const { node } = panels.get(id) ?? {};
    if (node === undefined) return '';
    const about = node.querySelector('legend')?.textContent ?? '';
    const button = createElement('button', { type: 'button', class: 'try', 'aria-label': `${label}: ${about}` }, label);
    button.addEventListener('click', () => {
      node.closest('details')?.setAttribute('open', '');
      node.scrollIntoView();
      const controls = [...node.querySelectorAll<HTMLElement>('input, select, button')];
      (controls.find((control) => control.matches(':checked')) ?? controls[0])?.focus({ preventScroll: true });
    });
    return button;
  };
  for (const place of root.querySelectorAll<HTMLElement>('[data-criterion]')) {
    const button = createButton(place.dataset['criterion'] ?? '', 'Try');
    if (place instanceof HTMLDetailsElement) {
      const around = createElement('div', { class: 'editable' });
      place.replaceWith(around);
      around.append(place, button);
    } else place.append(button);
  }
  const first = root.querySelector<HTMLElement>('[data-part=first] [data-criterion]')?.dataset['criterion'];
  root.querySelector('div.verdict')?.append(createButton(first ?? [...panels.keys()][0] ?? '', 'Try an answer'));
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
  const elementOf = (id: string) => document.getElementById(`${data.prefix}${id}`);
  const asWritten = LIVE_SECTIONS.map((id): LiveSection => [id, elementOf(id)]);
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
    if (change !== null) {
      const sections = isHypothetical ? drawHypotheticalSections(shown.report, data) : asWritten;
      replaceSections(sections, elementOf);
      if (isHypothetical) for (const [, node] of sections) if (node !== null) addTryButtons(node, panels);
    }
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
  const explained = 'Changes the age of evidence and the laws in force; hypothetical answers get this date.';
  const dayFields = createElement(
    'fieldset',
    {},
    createElement('legend', {}, 'Date'),
    createElement('p', { class: 'question' }, explained),
    createElement(
      'div',
      { class: 'field' },
      createElement('label', { for: 'what-if-day' }, 'Judged as of'),
      day,
      createInvalidHint(`a date from ${FIRST_DAY} to ${LAST_DAY}`),
    ),
  );
  place.replaceChildren(...groups, createGroup('Weights and date', weights.node, dayFields), copy.node, bar.node);
  update(null);
  asked.forEach(showPanel);
  addTryButtons(document, panels);
}

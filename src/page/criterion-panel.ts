import type { CriterionReport } from '../model/report.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';
import { safeForTerminal } from '../render/safe-text.ts';
import { controlOf, selectControl } from './controls.ts';
import { element } from './dom.ts';
import { EDITORS } from './editors/registry.ts';
import { AS_CITED, NO_SOURCE } from './evidence.ts';
import type { Field } from './field.ts';
import { isUnknown, mapOf } from './plain.ts';

/** What a panel shows of a criterion, and takes from the reader. */
export interface PanelState {
  readonly answer: unknown;
  readonly evidence: string;
}

export interface Panel {
  readonly node: HTMLElement;
  /** Shows another state, with the focus kept where it is, and what is being typed. */
  show(state: PanelState): void;
  /** Tells what the criterion comes to. */
  tell(report: CriterionReport | undefined, isChanged: boolean): void;
}

interface PanelContext {
  readonly criterion: Criterion;
  readonly rubric: Rubric;
  readonly track: string;
  readonly answered: (answer: unknown) => void;
  readonly evidenced: (evidence: string) => void;
}

function gradeTitle(id: string, { evidence }: Rubric): string {
  return evidence.grades.find((grade) => grade.id === id)?.title.toLowerCase() ?? id;
}

function evidenceControl(name: string, value: string, { rubric, evidenced }: PanelContext): HTMLElement {
  const kinds = rubric.evidence.kinds.map(({ id, title, grade }) => ({
    value: id,
    label: `add: ${title.toLowerCase()} (${gradeTitle(grade, rubric)})`,
  }));
  const options = [{ value: AS_CITED, label: 'as cited' }, { value: NO_SOURCE, label: 'no source' }, ...kinds];
  return selectControl(name, 'Evidence', options, value, evidenced);
}

/** What a reader sees of a field: text of the file with what hides or reorders made visible. */
function visible(field: Field): Field {
  const label = safeForTerminal(field.label);
  if (field.input !== 'select') return { ...field, label };
  return {
    ...field,
    label,
    options: field.options.map((option) => ({ ...option, label: safeForTerminal(option.label) })),
  };
}

function toldOf(report: CriterionReport): string {
  if (report.status === 'not-applicable') return 'Not asked on this track.';
  const { supported, claimed, possible } = report.levels;
  const grade = report.status === 'answered' ? `; evidence: ${report.grade}` : '';
  return `Level: supported ${supported}, claimed ${claimed}, possible ${possible}${grade}.`;
}

/** What the rubric writes of the option that is chosen; nothing where there is none. */
function meaningOf(answer: unknown, { kind, levels }: Criterion): string {
  if (kind !== 'choice' || isUnknown(answer)) return '';
  const chosen = typeof answer === 'string' ? answer : mapOf(answer)['answer'];
  return levels.find(({ option }) => option === chosen)?.means ?? '';
}

/** The controls of one criterion. */
export function criterionPanel(context: PanelContext): Panel {
  const { criterion, rubric, track, answered } = context;
  const name = `what-if-${criterion.id}`;
  const fields = element('div');
  const told = element('p', { class: 'told' });
  const means = element('p', { class: 'means' });
  const node = element(
    'fieldset',
    {},
    element('legend', {}, criterion.title),
    element('p', { class: 'question' }, criterion.question),
    fields,
    means,
    told,
  );
  const editor = EDITORS[criterion.kind];
  let kept: readonly Field[] = [];
  let drawn = '';

  function draw(made: readonly Field[], evidence: string | null): void {
    const rows = new Map<string, HTMLElement>();
    const rowOf = (row: string): HTMLElement => {
      const there = rows.get(row) ?? element('div', { class: 'fields' });
      rows.set(row, there);
      return there;
    };
    for (const field of made) rowOf(field.row ?? '').append(controlOf(field, `${name}-${field.id}`, answered));
    if (evidence !== null) rowOf('').append(evidenceControl(`${name}-evidence`, evidence, context));
    fields.replaceChildren(...rows.values());
    kept = made;
  }

  function drawAnew(made: readonly Field[], evidence: string | null): void {
    const { activeElement } = document;
    const focus = activeElement !== null && fields.contains(activeElement) ? activeElement.id : null;
    draw(made, evidence);
    if (focus === null) return;
    const there = document.getElementById(focus) ?? fields.querySelector<HTMLElement>('select, input, button');
    there?.focus();
  }

  /** The control in use is left alone: another one in its place would take the caret of who types. */
  function refresh(made: readonly Field[], evidence: string | null): void {
    const values = new Map(made.flatMap((f) => (f.input === 'button' ? [] : [[`${name}-${f.id}`, String(f.value)]])));
    if (evidence !== null) values.set(`${name}-evidence`, evidence);
    for (const control of fields.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input')) {
      const value = values.get(control.id);
      if (value !== undefined && control !== document.activeElement) control.value = value;
    }
    for (const [at, field] of kept.entries()) Object.assign(field, made[at]);
  }

  return {
    node,
    show({ answer, evidence }) {
      const made = (editor?.(answer, { criterion, rubric, track }) ?? []).map(visible);
      const shown = isUnknown(answer) ? null : evidence;
      const drawing = JSON.stringify([made.map((field) => ({ ...field, value: null })), shown === null]);
      if (drawing === drawn) refresh(made, shown);
      else drawAnew(made, shown);
      drawn = drawing;
      means.textContent = meaningOf(answer, criterion);
    },
    tell(report, isChanged) {
      told.textContent = report === undefined ? '' : toldOf(report);
      node.classList.toggle('changed', isChanged);
    },
  };
}

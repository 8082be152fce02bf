import type { CriterionReport } from '../model/report.ts';
import type { Criterion, Rubric } from '../model/rubric.ts';
import { escapeForTerminal } from '../report/writers/escape-for-terminal.ts';
import type { AnswerField } from './answer-field.ts';
import { createControl, createSelect } from './controls.ts';
import { createElement } from './dom.ts';
import { EDITORS } from './editors/registry.ts';
import { AS_CITED, NO_SOURCE } from './evidence.ts';
import { isUnknown, toMap } from './plain-data.ts';

/** What a panel shows of a criterion, and takes from the reader. */
export interface CriterionPanelState {
  readonly answer: unknown;
  readonly evidence: string;
}

export interface CriterionPanel {
  readonly node: HTMLElement;
  /** Shows another state, with the focus kept where it is, and what is being typed. */
  show(state: CriterionPanelState): void;
  /** Tells what the criterion comes to. */
  tell(report: CriterionReport | undefined, isChanged: boolean): void;
}

interface CriterionPanelContext {
  readonly criterion: Criterion;
  readonly rubric: Rubric;
  readonly track: string;
  readonly answered: (answer: unknown) => void;
  readonly evidenced: (evidence: string) => void;
}

function findGradeTitle(id: string, { evidence }: Rubric): string {
  return evidence.grades.find((grade) => grade.id === id)?.title.toLowerCase() ?? id;
}

function createEvidenceSelect(name: string, value: string, { rubric, evidenced }: CriterionPanelContext): HTMLElement {
  const kinds = rubric.evidence.kinds.map(({ id, title, grade }) => ({
    value: id,
    label: `add: ${title.toLowerCase()} (${findGradeTitle(grade, rubric)})`,
  }));
  const options = [{ value: AS_CITED, label: 'as cited' }, { value: NO_SOURCE, label: 'no source' }, ...kinds];
  return createSelect(name, 'Evidence', options, value, evidenced);
}

/** What a reader sees of a field: text of the file with what hides or reorders made visible. */
function escapeField(field: AnswerField): AnswerField {
  const label = escapeForTerminal(field.label);
  if (field.input !== 'select') return { ...field, label };
  return {
    ...field,
    label,
    options: field.options.map((option) => ({ ...option, label: escapeForTerminal(option.label) })),
  };
}

function describeLevels(report: CriterionReport): string {
  if (report.status === 'not-applicable') return 'Not asked on this track.';
  const { supported, claimed, possible } = report.levels;
  const grade = report.status === 'answered' ? `; evidence: ${report.grade}` : '';
  return `Level: supported ${supported}, claimed ${claimed}, possible ${possible}${grade}.`;
}

/** What the rubric writes of the option that is chosen; nothing where there is none. */
function findMeaning(answer: unknown, { kind, levels }: Criterion): string {
  if (kind !== 'choice' || isUnknown(answer)) return '';
  const chosen = typeof answer === 'string' ? answer : toMap(answer)['answer'];
  return levels.find(({ option }) => option === chosen)?.means ?? '';
}

/** The controls of one criterion. */
export function createCriterionPanel(context: CriterionPanelContext): CriterionPanel {
  const { criterion, rubric, track, answered } = context;
  const name = `what-if-${criterion.id}`;
  const fields = createElement('div');
  const told = createElement('p', { class: 'told' });
  const means = createElement('p', { class: 'means' });
  const node = createElement(
    'fieldset',
    {},
    createElement('legend', {}, criterion.title),
    createElement('p', { class: 'question' }, criterion.question),
    fields,
    means,
    told,
  );
  const editor = EDITORS[criterion.kind];
  let kept: readonly AnswerField[] = [];
  let drawn = '';

  function draw(made: readonly AnswerField[], evidence: string | null): void {
    const rows = new Map<string, HTMLElement>();
    const rowOf = (row: string): HTMLElement => {
      const there = rows.get(row) ?? createElement('div', { class: 'fields' });
      rows.set(row, there);
      return there;
    };
    for (const field of made) rowOf(field.row ?? '').append(createControl(field, `${name}-${field.id}`, answered));
    if (evidence !== null) rowOf('').append(createEvidenceSelect(`${name}-evidence`, evidence, context));
    fields.replaceChildren(...rows.values());
    kept = made;
  }

  function drawAnew(made: readonly AnswerField[], evidence: string | null): void {
    const { activeElement } = document;
    const focus = activeElement !== null && fields.contains(activeElement) ? activeElement.id : null;
    draw(made, evidence);
    if (focus === null) return;
    const there = document.getElementById(focus) ?? fields.querySelector<HTMLElement>('select, input, button');
    there?.focus();
  }

  /** The control in use is left alone: another one in its place would take the caret of who types. */
  function refresh(made: readonly AnswerField[], evidence: string | null): void {
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
      const made = (editor?.(answer, { criterion, rubric, track }) ?? []).map(escapeField);
      const shown = isUnknown(answer) ? null : evidence;
      const drawing = JSON.stringify([made.map((field) => ({ ...field, value: null })), shown === null]);
      if (drawing === drawn) refresh(made, shown);
      else drawAnew(made, shown);
      drawn = drawing;
      means.textContent = findMeaning(answer, criterion);
    },
    tell(report, isChanged) {
      told.textContent = report === undefined ? '' : describeLevels(report);
      node.classList.toggle('changed', isChanged);
    },
  };
}

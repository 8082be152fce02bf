import type { CriterionReport } from '../model/report.ts';
import type { Criterion } from '../model/rubric.ts';
import { escapeForTerminal } from '../report/writers/escape-for-terminal.ts';
import { createControl, createElement, createSelect } from './controls.ts';
import type { AnswerField, EditorContext } from './editors/editor.ts';
import { EDITORS } from './editors/registry.ts';
import { isUnknown, toMap } from './plain-data.ts';
import { AS_CITED, NO_SOURCE } from './scenario.ts';

interface CriterionPanelContext extends EditorContext {
  readonly takeAnswer: (answer: unknown) => void;
  readonly takeEvidence: (evidence: string) => void;
}

export type CriterionPanel = ReturnType<typeof createCriterionPanel>;

function createEvidenceSelect(
  name: string,
  value: string,
  { rubric, takeEvidence }: CriterionPanelContext,
): HTMLElement {
  const { kinds, grades } = rubric.evidence;
  const more = kinds.map(({ id, title, grade }) => {
    const carried = grades.find((entry) => entry.id === grade)?.title.toLowerCase() ?? grade;
    return { value: id, label: `add: ${title.toLowerCase()} (${carried})` };
  });
  const options = [{ value: AS_CITED, label: 'as cited' }, { value: NO_SOURCE, label: 'no source' }, ...more];
  return createSelect(name, 'Evidence', options, value, takeEvidence);
}

/** The field with characters of the file that hide or reorder text made visible. */
function escapeField(field: AnswerField): AnswerField {
  const label = escapeForTerminal(field.label);
  if (field.input !== 'select') return { ...field, label };
  const options = field.options.map((option) => ({ ...option, label: escapeForTerminal(option.label) }));
  return { ...field, label, options };
}

function describeLevels(report: CriterionReport): string {
  if (report.status === 'not-applicable') return 'Not asked on this track.';
  const { supported, claimed, possible } = report.levels;
  const grade = report.status === 'answered' ? `; evidence: ${report.grade}` : '';
  return `Level: supported ${supported}, claimed ${claimed}, possible ${possible}${grade}.`;
}

/** The rubric's definition of the chosen option; empty where none is chosen. */
function findMeaning(answer: unknown, { kind, levels }: Criterion): string {
  if (kind !== 'choice' || isUnknown(answer)) return '';
  const chosen = typeof answer === 'string' ? answer : toMap(answer)['answer'];
  return levels.find(({ option }) => option === chosen)?.means ?? '';
}

export function createCriterionPanel(context: CriterionPanelContext) {
  const { criterion, takeAnswer } = context;
  const name = `what-if-${criterion.id}`;
  const fields = createElement('div');
  const levels = createElement('p', { class: 'told' });
  const means = createElement('p', { class: 'means' });
  const node = createElement(
    'fieldset',
    {},
    createElement('legend', {}, criterion.title),
    createElement('p', { class: 'question' }, criterion.question),
    fields,
    means,
    levels,
  );
  const editor = EDITORS[criterion.kind];
  let kept: readonly AnswerField[] = [];
  let drawn = '';

  function draw(made: readonly AnswerField[], evidence: string | null): void {
    const rows = new Map<string, HTMLElement>();
    const append = (row: string, control: HTMLElement): void => {
      const there = rows.get(row) ?? createElement('div', { class: 'fields' });
      rows.set(row, there);
      there.append(control);
    };
    for (const field of made) append(field.row ?? '', createControl(field, `${name}-${field.id}`, takeAnswer));
    if (evidence !== null) append('', createEvidenceSelect(`${name}-evidence`, evidence, context));
    const { activeElement } = document;
    const focus = activeElement !== null && fields.contains(activeElement) ? activeElement.id : null;
    fields.replaceChildren(...rows.values());
    kept = made;
    if (focus === null) return;
    const there = document.getElementById(focus) ?? fields.querySelector<HTMLElement>('select, input, button');
    there?.focus();
  }

  /** Updates the values in place. The focused control is skipped, since replacing its text would move the caret. */
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
    /** Shows another state; focus and unfinished input are kept. */
    show({ answer, evidence }: { readonly answer: unknown; readonly evidence: string }) {
      const made = (editor?.(answer, context) ?? []).map(escapeField);
      const shown = isUnknown(answer) ? null : evidence;
      const drawing = JSON.stringify([made.map((field) => ({ ...field, value: null })), shown === null]);
      if (drawing === drawn) refresh(made, shown);
      else draw(made, shown);
      drawn = drawing;
      means.textContent = findMeaning(answer, criterion);
    },
    showLevels(report: CriterionReport | undefined, isChanged: boolean) {
      levels.textContent = report === undefined ? '' : describeLevels(report);
      node.classList.toggle('changed', isChanged);
    },
  };
}

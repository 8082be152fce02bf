import type { CriterionReport } from '../model/report.ts';
import type { Criterion } from '../model/rubric.ts';
import { escapeForTerminal } from '../report/writers/escape-for-terminal.ts';
import { findGradeCap } from '../score/evidence.ts';
import { createControl, createElement, createSelect } from './controls.ts';
import type { AnswerField, EditorContext } from './editors/editor.ts';
import { EDITORS } from './editors/registry.ts';
import { isUnknown } from './plain-data.ts';
import { AS_CITED, NO_SOURCE } from './scenario.ts';

interface CriterionPanelContext extends EditorContext {
  readonly takeAnswer: (answer: unknown) => void;
  readonly takeEvidence: (evidence: string) => void;
}

export type CriterionPanel = ReturnType<typeof createCriterionPanel>;

function createEvidenceSelect(
  name: string,
  value: string,
  { criterion, rubric, takeEvidence }: CriterionPanelContext,
): HTMLElement {
  const { kinds, grades } = rubric.evidence;
  const more = kinds
    .filter(({ id }) => criterion.needs.kinds.includes(id))
    .map(({ id, title, grade }) => {
      const carried = grades.find((entry) => entry.id === grade);
      const cap = carried === undefined ? '' : ` (supports level ${findGradeCap(carried, criterion)} at most)`;
      return { value: id, label: `add: ${title.toLowerCase()}${cap}` };
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

/** The levels of an answer, and what to do where the sources carry less than it says. */
function describeLevels(report: CriterionReport, criterion: Criterion): string {
  if (report.status === 'not-applicable') return 'Not asked on this track.';
  const { supported, claimed, possible } = report.levels;
  const levels = `Level: supported ${supported}, claimed ${claimed}, possible ${possible}`;
  if (report.status === 'unknown') return `${levels}.`;
  const stronger = criterion.levels[claimed]?.other_hand ? 'add a third-party source' : 'choose stronger evidence';
  const capped =
    supported < claimed ? `, which supports level ${supported} at most: ${stronger} to show ${claimed}` : '';
  return `${levels}; evidence: ${report.grade}${capped}.`;
}

export function createCriterionPanel(context: CriterionPanelContext) {
  const { criterion, takeAnswer } = context;
  const name = `what-if-${criterion.id}`;
  const fields = createElement('div');
  const levels = createElement('p', { class: 'told' });
  const scale = criterion.levels.map(({ level, means }) => createElement('p', {}, `${level}: ${means}`));
  const node = createElement(
    'fieldset',
    {},
    createElement('legend', {}, criterion.title),
    createElement('p', { class: 'question' }, criterion.question),
    // The options of a choice are in view with what they mean.
    criterion.kind === 'choice'
      ? ''
      : createElement('details', { class: 'scale' }, createElement('summary', {}, 'What each level needs'), ...scale),
    fields,
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
      const value = values.get(control.name || control.id);
      if (control.type === 'radio') (control as HTMLInputElement).checked = control.value === value;
      else if (value !== undefined && control !== document.activeElement) control.value = value;
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
    },
    showLevels(report: CriterionReport | undefined, isChanged: boolean) {
      levels.textContent = report === undefined ? '' : describeLevels(report, criterion);
      node.classList.toggle('changed', isChanged);
    },
  };
}

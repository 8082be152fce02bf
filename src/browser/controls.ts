import type { AnswerField } from './answer-field.ts';
import { createElement } from './dom.ts';

/** Takes the answer that a field has made. */
type AnswerHandler = (answer: unknown) => void;

function createLabelledControl(name: string, label: string, control: HTMLElement, unit = ''): HTMLElement {
  const after = unit === '' ? [] : [createElement('span', { class: 'unit', id: `${name}-unit` }, unit)];
  if (unit !== '') control.setAttribute('aria-describedby', `${name}-unit`);
  return createElement('div', { class: 'field' }, createElement('label', { for: name }, label), control, ...after);
}

/** A select of these options. */
export function createSelect(
  name: string,
  label: string,
  options: readonly { readonly value: string; readonly label: string }[],
  value: string,
  take: (value: string) => void,
): HTMLElement {
  const select = createElement(
    'select',
    { id: name },
    ...options.map((option) =>
      createElement('option', { value: option.value, selected: option.value === value }, option.label),
    ),
  );
  select.addEventListener('change', () => take(select.value));
  return createLabelledControl(name, label, select);
}

/** What a number has to be, in words; limits that only keep out what no description can hold are left out. */
function describeLimits(least: number | null, most: number | null): string {
  const from = least === null ? '' : least > 0 && least < 1e-6 ? ' above 0' : ` from ${least}`;
  return `a figure${from}${most === null || most >= 1e12 ? '' : ` to ${most}`}`;
}

/** Shows itself after a control that holds what is not taken. */
export function createInvalidHint(wanted: string): HTMLElement {
  return createElement('span', { class: 'refused', role: 'status' }, `Not counted: write ${wanted}.`);
}

/** A number within its limits; what is none of these is not taken, and told. */
function createNumberInput(
  name: string,
  label: string,
  {
    least,
    most,
    unit,
    value,
    step,
  }: { least: number | null; most: number | null; unit: string; value: number; step: string },
  take: (value: number) => void,
): HTMLElement {
  const limits = {
    ...(least === null ? {} : { min: String(least) }),
    ...(most === null ? {} : { max: String(most) }),
  };
  const input = createElement('input', {
    id: name,
    type: 'number',
    step,
    inputmode: 'decimal',
    value: String(value),
    required: true,
    ...limits,
  });
  input.addEventListener('input', () => {
    if (input.value !== '' && input.validity.valid && Number.isFinite(input.valueAsNumber)) take(input.valueAsNumber);
  });
  const field = createLabelledControl(name, label, input, unit);
  field.append(createInvalidHint(describeLimits(least, most)));
  return field;
}

/** The control of a field. @param name unique in the page. */
export function createControl(field: AnswerField, name: string, take: AnswerHandler): HTMLElement {
  switch (field.input) {
    case 'select':
      return createSelect(name, field.label, field.options, field.value, (value) => take(field.set(value)));
    case 'number':
      return createNumberInput(name, field.label, { ...field, step: 'any' }, (value) => take(field.set(value)));
    case 'button': {
      const button = createElement('button', { id: name, type: 'button' }, field.label);
      button.addEventListener('click', () => take(field.set()));
      return button;
    }
  }
}

import type { AnswerField, SelectOption } from './editors/editor.ts';

/** An element with its attributes and children; strings among the children are text, not markup. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | boolean>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== false) made.setAttribute(key, value === true ? '' : value);
  made.append(...children);
  return made;
}

function createLabelledControl(name: string, label: string, ...controls: readonly HTMLElement[]): HTMLElement {
  return createElement('div', { class: 'field' }, createElement('label', { for: name }, label), ...controls);
}

export function createSelect(
  name: string,
  label: string,
  options: readonly SelectOption[],
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

/** Every option of a field with what it means, one to be chosen. */
function createChoice(
  name: string,
  { label, options, value, set }: Extract<AnswerField, { input: 'select' }>,
  take: (answer: unknown) => void,
): HTMLElement {
  const rows = options.map((option) => {
    const id = `${name}-${option.value}`;
    const input = createElement('input', {
      type: 'radio',
      name,
      id,
      value: option.value,
      checked: option.value === value,
    });
    input.addEventListener('change', () => take(set(option.value)));
    const meaning = option.means === undefined ? [] : [`: ${option.means}`];
    return createElement(
      'label',
      { for: id },
      input,
      createElement('span', {}, createElement('strong', {}, option.label), ...meaning),
    );
  });
  return createElement('div', { id: name, class: 'choices', role: 'radiogroup', 'aria-label': label }, ...rows);
}

/** What a number has to be, in words; limits that only exclude what no description can hold are left out. */
function describeLimits(least: number | null, most: number | null): string {
  const from = least === null ? '' : least > 0 && least < 1e-6 ? ' above 0' : ` from ${least}`;
  return `a figure${from}${most === null || most >= 1e12 ? '' : ` to ${most}`}`;
}

/** Follows a control, and is shown while its content is invalid. */
export function createInvalidHint(wanted: string): HTMLElement {
  return createElement('span', { class: 'refused', role: 'status' }, `Not counted: enter ${wanted}.`);
}

function createNumberInput(
  name: string,
  { label, least, most, unit, value, set }: Extract<AnswerField, { input: 'number' }>,
  take: (answer: unknown) => void,
): HTMLElement {
  const input = createElement('input', {
    id: name,
    type: 'number',
    step: 'any',
    inputmode: 'decimal',
    value: String(value),
    required: true,
    min: least !== null && String(least),
    max: most !== null && String(most),
    'aria-describedby': unit !== '' && `${name}-unit`,
  });
  input.addEventListener('input', () => {
    if (input.value !== '' && input.validity.valid && Number.isFinite(input.valueAsNumber))
      take(set(input.valueAsNumber));
  });
  const after = unit === '' ? [] : [createElement('span', { class: 'unit', id: `${name}-unit` }, unit)];
  return createLabelledControl(name, label, input, ...after, createInvalidHint(describeLimits(least, most)));
}

/** The control of a field. @param name unique in the page. */
export function createControl(field: AnswerField, name: string, take: (answer: unknown) => void): HTMLElement {
  switch (field.input) {
    case 'select':
      if (field.options.some(({ means }) => means !== undefined)) return createChoice(name, field, take);
      return createSelect(name, field.label, field.options, field.value, (value) => take(field.set(value)));
    case 'number':
      return createNumberInput(name, field, take);
    case 'button': {
      const button = createElement('button', { id: name, type: 'button' }, field.label);
      button.addEventListener('click', () => take(field.set()));
      return button;
    }
  }
}

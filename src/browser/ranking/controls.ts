import type { RankingView } from './view.ts';

type FormControl = HTMLInputElement | HTMLSelectElement;

function listControls(form: HTMLFormElement): readonly FormControl[] {
  return [...form.elements].filter(
    (node): node is FormControl => node instanceof HTMLInputElement || node instanceof HTMLSelectElement,
  );
}

function isCheckbox(node: FormControl): node is HTMLInputElement {
  return node instanceof HTMLInputElement && node.type === 'checkbox';
}

/** Puts the controls as a view says; a name or choice that the page does not have is passed over. */
export function setControls(form: HTMLFormElement, view: RankingView): void {
  for (const node of listControls(form)) {
    const asked = view.getAll(node.name);
    if (isCheckbox(node)) node.checked = asked.includes(node.value);
    else if (node instanceof HTMLInputElement) node.value = asked[0] ?? '';
    else node.value = [...node.options].find(({ value }) => asked.includes(value))?.value ?? '';
  }
}

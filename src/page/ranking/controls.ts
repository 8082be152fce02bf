import type { View } from './view.ts';

type Control = HTMLInputElement | HTMLSelectElement;

function controlsOf(form: HTMLFormElement): readonly Control[] {
  return [...form.elements].filter(
    (node): node is Control => node instanceof HTMLInputElement || node instanceof HTMLSelectElement,
  );
}

function isTicked(node: Control): node is HTMLInputElement {
  return node instanceof HTMLInputElement && node.type === 'checkbox';
}

/** Puts the controls as a view says; a name or choice that the page does not have is passed over. */
export function putControls(form: HTMLFormElement, view: View): void {
  for (const node of controlsOf(form)) {
    const asked = view.getAll(node.name);
    if (isTicked(node)) node.checked = asked.includes(node.value);
    else if (node instanceof HTMLInputElement) node.value = asked[0] ?? '';
    else node.value = [...node.options].find(({ value }) => asked.includes(value))?.value ?? '';
  }
}

import type { Html } from '../report/writers/html/html.ts';

type Attributes = Readonly<Record<string, string | boolean>>;

/** An element with its attributes and children; text is text. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (value !== false) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** The elements of markup that the renderer made, which has escaped everything in it. */
export function parseMarkup({ markup }: Html): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content;
}

import { escapeForTerminal } from '../escape-for-terminal.ts';
import { toSafeUrl } from '../safe-url.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * User text for the content of an element or for an attribute in quotes: reads as written and makes no element, no
 * entity and no end of the attribute. What hides or reorders text becomes visible, as on a terminal.
 */
export function escapeForHtml(text: string): string {
  return escapeForTerminal(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

/** Markup that is safe to put into a page. Only the `html` tag makes it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: text is escaped, nothing at all stands for null. */
export type Content = Html | string | number | null | readonly Content[];

function toMarkup(content: Content): string {
  if (content instanceof Html) return content.markup;
  if (typeof content === 'string') return escapeForHtml(content);
  if (typeof content === 'number') return String(content);
  return content === null ? '' : content.map(toMarkup).join('');
}

/**
 * Markup from a template: everything put in is escaped unless it is markup itself. An attribute that takes a value has
 * to stand in double quotes.
 */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(parts.reduce((text, part, at) => text + toMarkup(contents[at - 1] ?? null) + part));
}

/** Nothing. */
export const NOTHING = html``;

/** Text in which what stands between two backticks on a line is code. */
export function prose(text: string): Html {
  const parts = text.split(/`([^`\n]+)`/);
  return html`${parts.map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** A link where the address is a full http or https one, else the text with the address behind it, both as plain text. */
export function linkTo(text: string, url: string): Html {
  const label = text === '' ? url : text;
  const href = toSafeUrl(url);
  if (href !== null) return html`<a href="${href}" rel="noopener noreferrer nofollow">${label}</a>`;
  return label === url ? html`${url}` : html`${label} (${url})`;
}

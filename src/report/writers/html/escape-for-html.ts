import { escapeForTerminal } from '../escape-for-terminal.ts';

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

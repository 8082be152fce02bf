import { toSafeUrl } from '../safe-url.ts';
import { type Html, html } from './html.ts';

/** A link where the address is a full http or https one, else the text with the address behind it, both as plain text. */
export function linkTo(text: string, url: string): Html {
  const label = text === '' ? url : text;
  const href = toSafeUrl(url);
  if (href !== null) return html`<a href="${href}" rel="noopener noreferrer nofollow">${label}</a>`;
  return label === url ? html`${url}` : html`${label} (${url})`;
}

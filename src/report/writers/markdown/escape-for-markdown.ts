import { escapeForTerminal } from '../escape-for-terminal.ts';
import { toSafeUrl } from '../safe-url.ts';

/** Written as an entity, it keeps what a forge would link (`@name`, `#12`, `GH-12`) from being one. */
const ZERO_WIDTH_SPACE = '&#8203;';

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

function escapeSign(sign: string): string {
  return ENTITIES[sign] ?? `\\${sign}`;
}

/**
 * User text for one line of GitHub-flavoured Markdown, table cells included: reads as written and makes no heading,
 * list, link, image, mention, reference, table, formula or HTML. Line breaks become spaces, what is hidden or acts on
 * a terminal becomes visible.
 */
export function escapeForMarkdown(text: string): string {
  return escapeForTerminal(text.replace(/\s+/g, ' ').trim())
    .replace(/[\\`*_[\]<>|~&!$#]/g, escapeSign)
    .replace(/([@#!~$%]|\bGH-)(?=\w)/gi, `$1${ZERO_WIDTH_SPACE}`)
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww(?=\.)/gi, '$&\\')
    .replace(/^(?:[-+=]|\d+(?=[.)](?: |$)))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** A link where the address is a full http or https one, else the text with the address behind it, both as plain text. */
export function renderMarkdownLink(text: string, url: string): string {
  const label = escapeForMarkdown(text === '' ? url : text);
  const href = toSafeUrl(url);
  return href === null ? `${label} (${escapeForMarkdown(url)})` : `[${label}](${href.replace(/&/g, '&amp;')})`;
}

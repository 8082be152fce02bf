import { safeForTerminal } from './safe-text.ts';
import { safeUrl } from './safe-url.ts';

/** Written as an entity, it keeps what a forge would link (`@name`, `#12`, `GH-12`) from being one. */
const ZERO_WIDTH_SPACE = '&#8203;';

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

function escaped(sign: string): string {
  return ENTITIES[sign] ?? `\\${sign}`;
}

/**
 * User text for one line of GitHub-flavoured Markdown, table cells included: reads as written and makes no heading,
 * list, link, image, mention, reference, table, formula or HTML. Line breaks become spaces, what is hidden or acts on
 * a terminal becomes visible.
 */
export function safeForMarkdown(text: string): string {
  return safeForTerminal(text.replace(/\s+/g, ' ').trim())
    .replace(/[\\`*_[\]<>|~&!$#]/g, escaped)
    .replace(/([@#!~$%]|\bGH-)(?=\w)/gi, `$1${ZERO_WIDTH_SPACE}`)
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww(?=\.)/gi, '$&\\')
    .replace(/^(?:[-+=]|\d+(?=[.)](?: |$)))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** A link where the address is a full http or https one, else the text with the address behind it, both as plain text. */
export function linkInMarkdown(text: string, url: string): string {
  const label = safeForMarkdown(text === '' ? url : text);
  const href = safeUrl(url);
  return href === null ? `${label} (${safeForMarkdown(url)})` : `[${label}](${href.replace(/&/g, '&amp;')})`;
}

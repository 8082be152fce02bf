import { DATA_ID } from '../../../model/page.ts';
import { toSafeJsonLine } from '../safe-json.ts';
import { type Content, Html, html, NOTHING } from './html.ts';

/** A text that stands in the page as it is, with the hash that lets it: the source expression of a policy. */
export interface Inline {
  readonly text: string;
  /** Such as `sha256-…`. */
  readonly hash: string;
}

/** The text with its hash, as the policy of a page states it. */
export async function hashInline(text: string): Promise<Inline> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return { text, hash: `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` };
}

/** What a page runs and carries; null for one that only shows. */
export interface Program {
  readonly script: Inline;
  /** Plain data, which the script reads as JSON. */
  readonly data: object;
}

/** Nothing is loaded from anywhere, nothing is sent, and only what carries its hash takes effect. */
function writePolicy(style: Inline, program: Program | null): string {
  const scripts = program === null ? "'none'" : `'${program.script.hash}'`;
  return [
    "default-src 'none'",
    `style-src '${style.hash}'`,
    `script-src ${scripts}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** JSON in an element that is not run: no sign in it ends the element. */
function writeDataBlock(data: object): Html {
  const json = toSafeJsonLine(data).replace(/</g, '\\u003c');
  return html`<script type="application/json" id="${DATA_ID}">${new Html(json)}</script>`;
}

function writeProgramBlock(program: Program | null): Html {
  if (program === null) return NOTHING;
  return html`${writeDataBlock(program.data)}<script>${new Html(program.script.text)}</script>`;
}

/** One page, whole in itself. */
export function writeHtmlPage(title: string, style: Inline, program: Program | null, content: Content): string {
  const page = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(writePolicy(style, program))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title.replace(/\s+/g, ' ')}</title>
<style>${new Html(style.text)}</style>
</head>
<body>
<main>${content}
</main>
${writeProgramBlock(program)}
</body>
</html>
`;
  return page.markup;
}

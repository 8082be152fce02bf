import type { Material } from '../../model/page.ts';
import type { ReportFile } from '../../model/report.ts';
import type { Inline } from './document.ts';
import { renderPage } from './render.ts';
import { STYLE } from './style.ts';

/** The text with its hash, as a policy of a page states it. */
async function inline(text: string): Promise<Inline> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return { text, hash: `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` };
}

/** The page with its style sheet and, where it has material, its program. */
export async function renderHtml(file: ReportFile, material: Material | null): Promise<string> {
  const script = material === null ? null : await inline(material.program);
  return renderPage(file, material, { style: await inline(STYLE), script });
}

import type { PageContent } from '../../model/page.ts';
import type { ReportJson } from '../../model/report.ts';
import { inline } from './document.ts';
import { renderPage } from './render.ts';
import { STYLE } from './style.ts';

/** The page with its style sheet and, where it has material, its program. */
export async function renderHtml(file: ReportJson, material: PageContent | null): Promise<string> {
  const script = material === null ? null : await inline(material.program);
  return renderPage(file, material, { style: await inline(STYLE), script });
}

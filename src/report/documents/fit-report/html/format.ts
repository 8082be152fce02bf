import type { PageContent } from '../../../../model/page.ts';
import type { ReportJson } from '../../../../model/report.ts';
import { inline } from '../../../writers/html/page.ts';
import { STYLE } from '../../../writers/html/style.ts';
import { renderPage } from './render.ts';

/** The page with its style sheet and, where it has material, its program. */
export async function renderHtml(file: ReportJson, material: PageContent | null): Promise<string> {
  const script = material === null ? null : await inline(material.program);
  return renderPage(file, material, { style: await inline(STYLE), script });
}

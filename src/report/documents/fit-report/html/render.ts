import type { PageContent, PageData } from '../../../../model/page.ts';
import type { Report, ReportJson } from '../../../../model/report.ts';
import { rankReports } from '../../../rank-reports.ts';
import { html, NOTHING } from '../../../writers/html/html.ts';
import { htmlDocument, type Inline, type Program } from '../../../writers/html/page.ts';
import { type SectionContext, scalesOf } from '../../../writers/html/section-context.ts';
import { notScored, overview } from './overview.ts';
import { project } from './project.ts';
import { whatIf } from './what-if.ts';

/** What stands in a page as it is, with its hash. */
export interface Inlines {
  readonly style: Inline;
  readonly script: Inline | null;
}

function textOf({ project: { file } }: Report, material: PageContent | null) {
  return file === null ? null : (material?.texts.get(file) ?? null);
}

/** What lets the only project of a page be changed; null where there are several, no fit, or no text of the file. */
function dataFor(file: ReportJson, material: PageContent | null, { prefix, level }: SectionContext): PageData | null {
  const [report, ...rest] = file.reports;
  if (report === undefined || rest.length > 0 || report.fit === null || material === null) return null;
  const read = textOf(report, material);
  if (read === null) return null;
  const { reports: _reports, problems: _problems, ...head } = file;
  const { rubric, judged } = material;
  const yaml = read.text.slice(read.from, read.to);
  return { head, rubric, judged, yaml, file: report.project.file, prefix, level };
}

/**
 * The report as one page for a browser, which loads nothing. Several projects begin with a ranked table and follow in its
 * order; a single one can be changed in the page where `material` holds its text.
 */
export function renderPage(file: ReportJson, material: PageContent | null, { style, script }: Inlines): string {
  const ranked = rankReports(file.reports);
  const level = ranked.length === 1 ? 1 : 2;
  const scales = scalesOf(material?.rubric ?? null);
  const entries = ranked.map((report, index) => {
    const context: SectionContext = { prefix: level === 1 ? '' : `p${index + 1}-`, level, ...scales };
    return { report, context };
  });
  const [first] = entries;
  const data = first === undefined ? null : dataFor(file, material, first.context);
  const program: Program | null = data === null || script === null ? null : { script, data };
  const title = level === 1 && first !== undefined ? `${first.report.project.name}: demand fit` : 'Demand fit';
  const content = html`
${level === 1 ? null : overview(entries)}
${entries.map(({ report, context }) => project(report, file, textOf(report, material)?.text ?? null, context, program === null ? NOTHING : whatIf(context)))}
${notScored(file)}`;
  return htmlDocument(title, style, program, content);
}

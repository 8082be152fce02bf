import { type PageContent, type PageData, WHAT_IF_ID } from '../../../model/page.ts';
import type { Report, ReportJson } from '../../../model/report.ts';
import { rankReports } from '../../rank-reports.ts';
import { type Html, html } from '../../writers/html/html.ts';
import { hashInline, type Program, writeHtmlPage } from '../../writers/html/page.ts';
import { STYLE } from '../../writers/html/style.ts';
import {
  type HtmlPlacement,
  writeHtml,
  writeHtmlArticle,
  writeHtmlBlocks,
  writeHtmlSection,
} from '../../writers/html/write-html.ts';
import * as explanation from './explanation.ts';
import {
  createIdPrefix,
  readScales,
  type Scales,
  toProblemsSection,
  toReportDocument,
  toReportsDocument,
} from './to-report-document.ts';

/** A section of a page, by the title that the list of contents gives it; '' for what is not listed. */
interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}

/** The sections that follow a change at once, in order. */
export const LIVE_SECTIONS: readonly string[] = [
  'verdict',
  'profile',
  'break-even',
  'gates',
  'sure',
  'cause',
  'ask',
  'levers',
];

/** The sections that follow a change at once, as the page's program redraws them. */
export function drawLiveSections(report: Report, data: Pick<PageData, 'head' | 'rubric' | 'prefix' | 'level'>) {
  const at = { level: data.level, prefix: data.prefix, hasAnchors: true };
  const { blocks } = toReportDocument(report, data.head, null, readScales(data.rubric));
  const sections = blocks.flatMap((block) => (block.kind === 'section' ? [block] : []));
  return LIVE_SECTIONS.map((id) => ({
    id,
    markup: writeHtmlBlocks(
      sections.filter((section) => section.id === id),
      at,
    ),
  }));
}

/** The place that the page's program fills. */
function writeWhatIfSection(at: HtmlPlacement): PageSection {
  const title = 'What if?';
  const content = html`
<p>Change an answer, its evidence, a weight or the day: the same scoring that made this report runs in the page, and nothing leaves it. Verdict, profile, break-even, gates, certainty, diagnosis, questions and levers follow; the rest stays as the file has it.</p>
<div id="${WHAT_IF_ID}"><p class="aside">This part needs JavaScript; the rest of the page does not.</p></div>`;
  return { id: 'what-if', title, content: writeHtmlSection('what-if', title, content, at) };
}

/** The lines of the description file as they are, each with its number. */
function writeFileSection(text: string, file: string | null, at: HtmlPlacement): PageSection {
  const lines = text.replace(/\n$/, '').split('\n');
  const rows = lines.map(
    (line, index) => html`<li id="${at.prefix}line-${index + 1}"><code>${line.replace(/\r$/, '')}</code></li>`,
  );
  const title = 'The description file';
  const content = html`<details class="file"><summary>${file ?? 'Its lines'}, ${lines.length} lines</summary><ol class="lines">${rows}</ol></details>`;
  return { id: 'file', title, content: writeHtmlSection('file', title, content, at) };
}

/** Everything that is said of one project, under a list of contents. */
function projectArticle(
  report: Report,
  file: ReportJson,
  scales: Scales,
  text: string | null,
  at: HtmlPlacement,
  isChangeable: boolean,
): Html {
  const document = toReportDocument(report, file, explanation, scales);
  const sections = document.blocks.flatMap((block): readonly PageSection[] => {
    const content = writeHtmlBlocks([block], at);
    if (block.kind !== 'section') return [{ id: '', title: '', content }];
    const own = { id: block.id, title: block.title, content };
    return isChangeable && block.id === 'more' ? [writeWhatIfSection(at), own] : [own];
  });
  const all = text === null ? sections : [...sections, writeFileSection(text, report.project.file, at)];
  const links = all
    .filter(({ id }) => id !== '')
    .map(({ id, title }) => html`<li><a href="#${at.prefix}${id}">${title.replace(/[:,].*/, '')}</a></li>`);
  const contents = at.level === 1 ? 'Contents' : `Contents of ${report.project.name}`;
  return writeHtmlArticle(
    document,
    html`<nav class="contents" aria-label="${contents}"><ul>${links}</ul></nav>${all.map(({ content }) => content)}`,
    at,
  );
}

function readText({ project: { file } }: Report, material: PageContent | null) {
  return file === null ? null : (material?.texts.get(file) ?? null);
}

/** What lets the only project of a page be changed; null where there are several, no fit, or no text of the file. */
function buildPageData(file: ReportJson, material: PageContent | null): PageData | null {
  const [report, ...rest] = file.reports;
  if (report === undefined || rest.length > 0 || report.fit === null || material === null) return null;
  const read = readText(report, material);
  if (read === null) return null;
  const { reports: _reports, problems: _problems, ...head } = file;
  const { rubric } = material;
  const overrides = read.lock === undefined ? material.overrides : { ...material.overrides, lock: read.lock };
  const yaml = read.text.slice(read.from, read.to);
  return { head, rubric, overrides, yaml, file: report.project.file, prefix: '', level: 1 };
}

/**
 * The report as one page for a browser, which loads nothing. Several projects begin with a ranked table and follow in its
 * order; a single one can be changed in the page where `material` holds its text.
 */
export async function renderHtml(file: ReportJson, material: PageContent | null): Promise<string> {
  const ranked = rankReports(file.reports);
  const [only] = ranked.length === 1 ? ranked : [];
  const scales = readScales(material?.rubric ?? null);
  const data = buildPageData(file, material);
  const program: Program | null =
    data === null || material === null ? null : { script: await hashInline(material.program), data };
  const title = only === undefined ? 'Demand fit' : `${only.project.name}: demand fit`;
  const top: HtmlPlacement = { level: 1, prefix: '', hasAnchors: true };
  const content = html`
${
  only === undefined
    ? writeHtml(
        toReportsDocument(
          ranked,
          file,
          scales.bands.map(({ id }) => id),
        ),
        top,
      )
    : null
}
${ranked.map((report, index) => {
  const text = readText(report, material)?.text ?? null;
  const at = {
    hasAnchors: text !== null,
    ...(only === undefined ? { level: 2, prefix: createIdPrefix(index) } : { level: 1, prefix: '' }),
  };
  return projectArticle(report, file, scales, text, at, program !== null);
})}
${writeHtmlBlocks(toProblemsSection(file), top)}`;
  return writeHtmlPage(title, await hashInline(STYLE), program, content);
}

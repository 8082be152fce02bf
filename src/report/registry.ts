import type { PageContent } from '../model/page.ts';
import type { ReportJson } from '../model/report.ts';
import { renderReports } from './documents/fit-report/terminal/reports.ts';
import type { RenderOptions, ReportFormat } from './format.ts';
import { jsonLines } from './machine/json-lines.ts';

export type { RenderOptions, ReportFormat as Format } from './format.ts';

type ReportRenderer = (file: ReportJson, options: RenderOptions, material?: PageContent) => string | Promise<string>;

/** A format whose code is loaded when it is first used, so that a run pays for one format only. */
function createLazyFormat(
  about: Pick<ReportFormat, 'id' | 'title' | 'extension' | 'isData'> & Partial<Pick<ReportFormat, 'isPage'>>,
  load: (file: ReportJson) => Promise<ReportRenderer>,
): ReportFormat {
  return {
    isPage: false,
    ...about,
    line: null,
    render: async (file, options, material) => (await load(file))(file, options, material),
  };
}

/** Every output format; the first is the default. A new one is a file and an entry here. */
export const FORMATS: readonly [ReportFormat, ...ReportFormat[]] = [
  createLazyFormat({ id: 'text', title: 'Report for the terminal', extension: 'txt', isData: false }, async (file) => {
    const render =
      file.reports.length > 1 ? (await import('./documents/fit-report/terminal.ts')).renderTerminal : renderReports;
    if (file.reports.every(({ explanation }) => explanation === null))
      return (reports, options) => render(reports, options);
    const { explanationLines } = await import('./documents/fit-report/terminal/explanation.ts');
    return (reports, options) => render(reports, options, explanationLines);
  }),
  createLazyFormat(
    { id: 'markdown', title: 'Report for a memo or a pull request', extension: 'md', isData: false },
    async () => (await import('./documents/fit-report/markdown.ts')).renderMarkdown,
  ),
  createLazyFormat(
    { id: 'json', title: 'The whole result as data', extension: 'json', isData: true },
    async () => (await import('./machine/json.ts')).renderJson,
  ),
  jsonLines,
  createLazyFormat(
    {
      id: 'html',
      title: 'One page for a browser, to look at and to change',
      extension: 'html',
      isData: false,
      isPage: true,
    },
    async () => {
      const { renderHtml } = await import('./documents/fit-report/html/format.ts');
      return (file, _options, material) => renderHtml(file, material ?? null);
    },
  ),
];

import type { BriefReport, Report, ReportHead } from '../model/report.ts';
import type { Document } from './document.ts';
import { toCallSheet } from './documents/call-sheet.ts';
import { renderTerminal } from './documents/fit-report/terminal.ts';
import type { Format, Renderer, ResultFormat, ResultKind, Results } from './format.ts';
import { toSafeJson, toSafeJsonLine } from './writers/safe-json.ts';
import { writeTerminalDocuments } from './writers/terminal/write-terminal.ts';

const HUMAN = { isData: false, isPage: false, line: null } as const;
const DATA = { isData: true, isPage: false, line: null } as const;

/** JSON Lines (https://jsonlines.org) of a result: the same head with each entry, shortened where not all of it is asked for, and each problem. */
function renderLines<K extends string, T extends object, R extends ReportHead & { readonly [key in K]: readonly T[] }>(
  list: K,
  entry: string,
  abridge: (entry: T) => object = (entry) => entry,
): () => Promise<Renderer<R & { readonly problems: readonly object[] }>> {
  return async () =>
    (result, { options }) => {
      const { schemaVersion, tool, rubric, problems, [list]: entries } = result;
      const head = { schemaVersion, tool, rubric };
      return [
        ...entries.map((value) => toSafeJsonLine({ ...head, [entry]: options.full ? value : abridge(value) })),
        ...problems.map((problem) => toSafeJsonLine({ ...head, problem })),
      ].join('');
    };
}

/** What `assessBriefly` gives of the same description. */
function abridgeReport(report: Report): BriefReport {
  const { project, reference, asOf, fit, coverage, verdict, verdictTitle, verdictAtPossible, basis } = report;
  const { status, track, declared, setTo, scoredAs } = report.classification;
  return {
    project,
    reference,
    asOf,
    fit,
    coverage,
    verdict,
    verdictTitle,
    verdictAtPossible,
    basis,
    classification: { status, track, declared, setTo, scoredAs },
    dimensions: report.dimensions.map(({ id, supported, claimed, possible }) => ({ id, supported, claimed, possible })),
    gates: report.gates.map(({ id, status, cap, binds }) => ({ id, status, cap, binds })),
  };
}

/** A result as documents, loaded when it is first used. */
type LoadDocuments<R> = () => Promise<(result: R) => readonly Document[]>;

/** What people read of each result. That of a report and of a check has parts of its own in each format. */
const DOCUMENTS: { readonly [K in Exclude<ResultKind, 'report' | 'check'>]: LoadDocuments<Results[K]> } = {
  // Its code is part of the first screen, so it is loaded anyway.
  'call-sheet': async () => (file) => file.reports.map(toCallSheet),
  comparison: async () => {
    const { toComparisonDocument } = await import('./documents/comparison.ts');
    return (file) => [toComparisonDocument(file)];
  },
  diff: async () => {
    const { toDiffDocument } = await import('./documents/diff.ts');
    // A file without a diff has nothing to show; its problems are reported apart.
    return (file) => (file.change === null ? [] : [toDiffDocument(file.change, file)]);
  },
  'rubric-check': async () => {
    const { toRubricCheckDocument } = await import('./documents/rubric-check.ts');
    return (file) => [toRubricCheckDocument(file)];
  },
  'golden-cases': async () => {
    const { toGoldenCasesDocument } = await import('./documents/rubric-check.ts');
    return (file) => [toGoldenCasesDocument(file)];
  },
  classification: async () => {
    const { toClassificationDocument } = await import('./documents/classification.ts');
    return ({ projects }) => projects.map(toClassificationDocument);
  },
  reading: async () => {
    const { toReadingDocument } = await import('./documents/reading.ts');
    return ({ readings }) => readings.map(toReadingDocument);
  },
  sources: async () => {
    const { toSourcesDocument } = await import('./documents/sources.ts');
    return ({ lists }) => lists.map(toSourcesDocument);
  },
  'entry-pages': async () => (await import('./documents/rubric-entries.ts')).toEntryDocuments,
  'entry-list': async () => (await import('./documents/rubric-entries.ts')).toEntryListDocuments,
};

const inTerminal =
  <R>(load: LoadDocuments<R>) =>
  async (): Promise<Renderer<R>> => {
    const toDocuments = await load();
    return (result, { options }) => writeTerminalDocuments(toDocuments(result), options);
  };

const inMarkdown =
  <R>(load: LoadDocuments<R>) =>
  async (): Promise<Renderer<R>> => {
    const toDocuments = await load();
    const { writeMarkdownDocuments } = await import('./writers/markdown/write-markdown.ts');
    return (result) => writeMarkdownDocuments(toDocuments(result));
  };

/** Each of the documents in one format. */
function renderDocuments(inFormat: (load: LoadDocuments<never>) => () => Promise<Renderer<never>>): Format['results'] {
  return Object.fromEntries(Object.entries(DOCUMENTS).map(([kind, load]) => [kind, inFormat(load)]));
}

/** Every output format with the results that it renders. A new one is a file and an entry here; options, help, completion and tests follow. */
export const FORMATS: readonly Format[] = [
  {
    id: 'text',
    title: 'for the terminal',
    extension: 'txt',
    ...HUMAN,
    results: {
      ...renderDocuments(inTerminal),
      report:
        async () =>
        async (file, { options }) => {
          const isExplained = file.reports.some(({ explanation }) => explanation !== null);
          const sections = isExplained ? await import('./documents/fit-report/explanation.ts') : null;
          return renderTerminal(file, options, sections);
        },
      check: async () => (await import('./documents/check.ts')).renderCheckText,
      comparison: async () => {
        const { toComparisonDocument } = await import('./documents/comparison.ts');
        return (file, { options }) => writeTerminalDocuments([toComparisonDocument(file, options.full)], options);
      },
      classification: async () => {
        const { renderQuietClassification } = await import('./documents/classification.ts');
        const render = await inTerminal(DOCUMENTS.classification)();
        return (file, context) =>
          context.options.quiet ? renderQuietClassification(file.projects) : render(file, context);
      },
      reading: async () => {
        const { renderReadingScreens } = await import('./documents/reading.ts');
        const render = await inTerminal(DOCUMENTS.reading)();
        return (file, context) => (context.options.full ? render(file, context) : renderReadingScreens(file, context));
      },
    },
  },
  {
    id: 'markdown',
    title: 'Markdown, for a document or a pull request',
    extension: 'md',
    ...HUMAN,
    results: {
      ...renderDocuments(inMarkdown),
      report: async () => (await import('./documents/fit-report/markdown.ts')).renderMarkdown,
      check: async () => (await import('./documents/check.ts')).renderCheckMarkdown,
    },
  },
  {
    id: 'html',
    title: 'one page for a browser',
    extension: 'html',
    ...HUMAN,
    isPage: true,
    results: {
      report: async () => {
        const { renderHtml } = await import('./documents/fit-report/html.ts');
        return (file, { page }) => renderHtml(file, page);
      },
      comparison: async () => {
        const { renderComparisonPage } = await import('./documents/comparison-page/page.ts');
        return (file, { program }) => renderComparisonPage(file, program());
      },
    },
  },
  {
    id: 'json',
    title: 'JSON, the whole result',
    extension: 'json',
    ...DATA,
    results: {
      ...renderDocuments(() => async () => toSafeJson),
      report: async () => toSafeJson,
      check: async () => (await import('./machine/check-json.ts')).renderCheckJson,
    },
  },
  {
    id: 'jsonl',
    title: 'JSON Lines, one object per project or document, streamed',
    extension: 'jsonl',
    ...DATA,
    line: toSafeJsonLine,
    results: {
      report: renderLines('reports', 'report', abridgeReport),
      check: async () => (await import('./machine/check-json.ts')).renderCheckJsonLines,
      classification: renderLines('projects', 'project'),
      reading: renderLines('readings', 'reading'),
    },
  },
  {
    id: 'lines',
    title: 'one line per finding, for editors and problem matchers',
    extension: 'txt',
    ...DATA,
    results: { check: async () => (await import('./machine/lines.ts')).renderCheckLines },
  },
  {
    id: 'sarif',
    title: 'SARIF 2.1.0, for code scanning and editors',
    extension: 'sarif',
    ...DATA,
    results: { check: async () => (await import('./machine/sarif.ts')).renderCheckSarif },
  },
  {
    id: 'github',
    title: 'GitHub Actions annotations',
    extension: 'txt',
    ...DATA,
    results: { check: async () => (await import('./machine/github.ts')).renderCheckGithub },
  },
  {
    id: 'gitlab',
    title: 'GitLab Code Quality report',
    extension: 'json',
    ...DATA,
    results: { check: async () => (await import('./machine/gitlab.ts')).renderCheckGitlab },
  },
  {
    id: 'junit',
    title: 'JUnit XML, for the test view of a CI server',
    extension: 'xml',
    ...DATA,
    results: { check: async () => (await import('./machine/junit.ts')).renderCheckJunit },
  },
  {
    id: 'csv',
    title: 'CSV, one row per finding, for a spreadsheet',
    extension: 'csv',
    ...DATA,
    // A byte order mark: without it Excel takes UTF-8 for the code page of its country. Programs read standard output.
    fileStart: '\ufeff',
    results: { check: async () => (await import('./machine/csv.ts')).renderCheckCsv },
  },
];

/** The formats of a kind of result; the first is the default. */
export function listFormats<K extends ResultKind>(
  kind: K,
): readonly [ResultFormat<Results[K]>, ...ResultFormat<Results[K]>[]] {
  const [first, ...others] = FORMATS.flatMap(({ results, ...info }): ResultFormat<Results[K]>[] => {
    const load: (() => Promise<Renderer<Results[K]>>) | undefined = results[kind];
    if (load === undefined) return [];
    return [{ ...info, render: async (result, context) => (await load())(result, context) }];
  });
  if (first === undefined) throw new Error(`no format renders a ${kind}`);
  return [first, ...others];
}

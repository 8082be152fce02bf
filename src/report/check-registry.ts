import type { CheckJson } from '../model/check.ts';
import type { CheckRenderContext, CheckRenderer } from './check-render-context.ts';

/** How a check comes out. */
export interface CheckFormat {
  readonly id: string;
  readonly title: string;
  /** Ending of a file that holds it, without the dot. */
  readonly extension: string;
  /** True where a program reads it: it is then printed even where no file could be read. */
  readonly isData: boolean;
  /** The whole output, ending in a newline. */
  render(file: CheckJson, look: CheckRenderContext): Promise<string>;
}

/** A format whose code is loaded when it is first used, so that a run pays for one format only. */
function createLazyCheckFormat(about: Omit<CheckFormat, 'render'>, load: () => Promise<CheckRenderer>): CheckFormat {
  return { ...about, render: async (file, look) => (await load())(file, look) };
}

/** The formats of `demandfit check`; the first is the default. A new one is a file and an entry here. */
export const CHECK_FORMATS: readonly [CheckFormat, ...CheckFormat[]] = [
  createLazyCheckFormat(
    { id: 'text', title: 'For the terminal', extension: 'txt', isData: false },
    async () => (await import('./documents/check.ts')).renderCheckText,
  ),
  createLazyCheckFormat(
    { id: 'json', title: 'As data', extension: 'json', isData: true },
    async () => (await import('./machine/check-json.ts')).renderCheckJson,
  ),
  createLazyCheckFormat(
    { id: 'sarif', title: 'SARIF 2.1.0, for code scanning and editors', extension: 'sarif', isData: true },
    async () => (await import('./machine/sarif.ts')).renderCheckSarif,
  ),
  createLazyCheckFormat(
    { id: 'github', title: 'Annotations of GitHub Actions', extension: 'txt', isData: true },
    async () => (await import('./machine/github.ts')).renderCheckGithub,
  ),
  createLazyCheckFormat(
    { id: 'gitlab', title: 'GitLab Code Quality', extension: 'json', isData: true },
    async () => (await import('./machine/gitlab.ts')).renderCheckGitlab,
  ),
  createLazyCheckFormat(
    { id: 'junit', title: 'JUnit XML, for the test view of a CI server', extension: 'xml', isData: true },
    async () => (await import('./machine/junit.ts')).renderCheckJunit,
  ),
  createLazyCheckFormat(
    { id: 'markdown', title: 'For the summary of a job or a comment', extension: 'md', isData: false },
    async () => (await import('./documents/check.ts')).renderCheckMarkdown,
  ),
  createLazyCheckFormat(
    { id: 'csv', title: 'A row a finding, for a spreadsheet', extension: 'csv', isData: true },
    async () => (await import('./machine/csv.ts')).renderCheckCsv,
  ),
];

import type { CheckedFile, CheckJson } from '../../../model/check.ts';
import { formatPoints } from '../../../report/wording/figures.ts';
import type { Host } from '../../host.ts';
import type { CheckOutput } from './outputs.ts';

/** The file with the lowest supported index; one without a fit is lower than any. null where there is none. */
function findLowestFile(files: readonly CheckedFile[]): CheckedFile | null {
  const projects = files.filter(({ status }) => status !== 'reference');
  const indexOf = ({ index }: CheckedFile) => index?.supported ?? -1;
  return projects.reduce<CheckedFile | null>(
    (lowest, file) => (lowest === null || indexOf(file) < indexOf(lowest) ? file : lowest),
    null,
  );
}

/** One output as the runner reads it: between delimiters that no value can foresee. */
function formatGithubOutput(name: string, value: string, delimiter: string): string {
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

/**
 * Tells the runner of GitHub Actions, where there is one, what the check came to: the summary of the job in Markdown, and the
 * outputs `index` and `verdict` of the lowest description, `passed`, and `report-path` of the first file written.
 */
export async function writeGithubOutputs(file: CheckJson, outputs: readonly CheckOutput[], host: Host): Promise<void> {
  const [summary, output] = [host.env('GITHUB_STEP_SUMMARY') ?? '', host.env('GITHUB_OUTPUT') ?? ''];
  if (summary !== '') {
    const { renderCheckMarkdown } = await import('../../../report/documents/check.ts');
    host.appendFile(summary, renderCheckMarkdown(file));
  }
  if (output === '') return;
  const delimiter = `demandfit-${host.randomId()}`;
  const lowest = findLowestFile(file.check.files);
  const values = {
    index: lowest?.index == null ? '' : formatPoints(lowest.index.supported),
    verdict: lowest?.verdict ?? (lowest === null ? '' : 'outside'),
    passed: String(file.check.failures.length === 0),
    'report-path': outputs.find((entry) => entry.file !== null)?.file ?? '',
  };
  const lines = Object.entries(values).map(([name, value]) => formatGithubOutput(name, value, delimiter));
  host.appendFile(output, lines.join(''));
}

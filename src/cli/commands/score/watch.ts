import { expandPaths, STDIN } from '../../../input/text/expand-paths.ts';
import { readText } from '../../../input/text/read-text.ts';
import type { Description } from '../../../model/description.ts';
import type { Problem } from '../../../model/diagnostic.ts';
import type { Report, ReportHead } from '../../../model/report.ts';
import type { Rubric } from '../../../model/rubric.ts';
import { renderMoved } from '../../../report/documents/watch.ts';
import { createRenderContext } from '../../../report/format.ts';
import { listFormats } from '../../../report/registry.ts';
import { escapeForTerminal } from '../../../report/writers/escape-for-terminal.ts';
import type { RenderOptions } from '../../../report/writers/terminal/paint.ts';
import type { Host } from '../../host.ts';
import { DONE, type RunResult } from '../../line/exit.ts';
import type { DisplayOptions } from '../../line/render-options.ts';
import { parseDescription } from '../../read-descriptions.ts';
import { createLockReader } from '../../read-lock.ts';
import { reportProblems } from '../../report-problems.ts';
import { UsageError } from '../../usage-error.ts';

const [TEXT] = listFormats('report');

const EXAMPLE = 'demandfit score project.yaml --watch';

type WatchOptions = DisplayOptions & { readonly format: string | undefined; readonly explainVerdict: boolean };

/** What a watch is carried out with. */
export interface WatchContext {
  readonly rubric: Rubric;
  readonly renderOptions: RenderOptions;
  readonly head: ReportHead;
  readonly reportOf: (description: Description) => Report;
}

/** The files to watch. @throws UsageError for what can't be watched. */
async function findWatchedFiles(args: readonly string[], options: WatchOptions, host: Host) {
  const isText = (options.format ?? TEXT.id) === TEXT.id;
  if (!isText || options.output !== undefined || options.explainVerdict)
    throw new UsageError('--watch cannot be combined with --format, --output or --explain-verdict', EXAMPLE);
  if (args.length === 0 || args.includes(STDIN)) throw new UsageError('--watch needs files or folders', EXAMPLE);
  return expandPaths(args, host.disk);
}

/** `demandfit score --watch`: the reports, then what moved each time that a file is saved, until Ctrl-C. */
export async function watchScore(
  args: readonly string[],
  options: WatchOptions,
  { rubric, renderOptions, head, reportOf }: WatchContext,
  host: Host,
): Promise<RunResult> {
  const { files, problems } = await findWatchedFiles(args, options, host);
  if (files.length === 0) return reportProblems({ problems }, options, host);
  const last = new Map<string, Report>();
  /** The report of a file as it is; null where it is not a description, which is reported. */
  const reportIn = async (file: string): Promise<Report | null> => {
    const text = readText(file, host.disk);
    const description = await parseDescription(file, text, rubric);
    if (description.ok) {
      const problems: Problem[] = [];
      const seen = await createLockReader(host, rubric).add(description.value, file, problems);
      if (seen !== null) return reportOf(seen);
      await reportProblems({ problems }, options, host);
      return null;
    }
    const texts = new Map([[file, text.ok ? text.value : '']]);
    await reportProblems({ ...description, texts }, options, host);
    return null;
  };
  const show = async (reports: readonly Report[]) => {
    if (reports.length > 0)
      host.stdout.write(await TEXT.render({ ...head, reports, problems: [] }, createRenderContext(renderOptions)));
  };
  const saved = await host.saves(files);
  await reportProblems({ problems }, options, host);
  for (const file of files) {
    const report = await reportIn(file);
    if (report !== null) last.set(file, report);
  }
  await show([...last.values()]);
  const what = files.length === 1 ? escapeForTerminal(files[0] ?? '') : `${files.length} files`;
  host.stderr.write(`Watching ${what}; press Ctrl-C to stop.\n`);
  for await (const file of saved) {
    if (host.disk.stat(file) === null) {
      host.stderr.write(`${escapeForTerminal(file)}: file removed; it is scored again when it reappears.\n`);
      continue;
    }
    const report = await reportIn(file);
    if (report === null) continue;
    const before = last.get(file);
    last.set(file, report);
    if (before === undefined) await show([report]);
    else host.stdout.write(renderMoved(before, report, renderOptions));
  }
  return DONE;
}

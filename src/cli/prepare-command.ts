import { quoteForShell } from '../input/text/quote.ts';
import type { ReportHead } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import { createRenderContext, type FormatInfo, type RenderContext, type ResultFormat } from '../report/format.ts';
import { escapeForTerminal } from '../report/writers/escape-for-terminal.ts';
import type { RenderOptions } from '../report/writers/terminal/paint.ts';
import type { Destination } from './deliver.ts';
import type { Host } from './host.ts';
import type { RunResult } from './line/exit.ts';
import { pickById } from './line/read-options.ts';
import { type DisplayOptions, resolveRenderOptions } from './line/render-options.ts';
import { reportProblems } from './report-problems.ts';
import { selectRubric } from './select-rubric.ts';
import { UsageError } from './usage-error.ts';

/** What every command needs before its own work, or the result where the rubric has problems, which are reported. */
export type PreparedCommand<R> =
  | {
      readonly ok: true;
      readonly format: ResultFormat<R>;
      readonly destination: Destination;
      readonly renderOptions: RenderOptions;
      /** The whole output in the format that is asked for; `known` is what some formats need besides. */
      readonly render: (result: R, known?: Partial<RenderContext>) => Promise<string>;
      readonly rubric: Rubric;
      /** What a data format says once. */
      readonly head: ReportHead;
    }
  | { readonly ok: false; readonly result: RunResult };

/** The format named by --format, else the one that the extension of --output stands for, else the first. @throws UsageError where there is none. */
export function chooseFormat<F extends FormatInfo>(
  formats: readonly [F, ...F[]],
  { format, output }: { readonly format?: string | undefined; readonly output?: string | undefined },
  example: string,
): F {
  if (format !== undefined) return pickById(formats, format, 'format', example);
  const extension = /[^/\\]\.([a-z0-9]+)$/i.exec(output ?? '')?.[1]?.toLowerCase();
  if (extension === undefined) return formats[0];
  const found = formats.find((entry) => entry.extension === extension || entry.id === extension);
  if (found !== undefined) return found;
  const known = [...new Set(formats.map((entry) => `.${entry.extension}`))].join(', ');
  throw new UsageError(
    escapeForTerminal(
      `--output: no format of this command has the extension .${extension}. Known extensions: ${known}; or use --format`,
    ),
    `${example.replace(/ --format \S+/g, '')} --output report.${formats[0].extension}`,
  );
}

/** @throws UsageError with the same command line and a file, where a page for a browser would fill a terminal. */
function refusePageAtTerminal(
  { id, isPage, extension }: FormatInfo,
  { output = '-' }: DisplayOptions,
  host: Host,
): void {
  if (!isPage || output !== '-' || !host.stdout.isTerminal) return;
  const words = host.args.map(quoteForShell).join(' ');
  throw new UsageError(
    `--format ${id} writes a page for a browser, not for a terminal: name a file with --output, or pipe it`,
    escapeForTerminal(`demandfit ${words} --output report.${extension}`),
  );
}

/** @throws UsageError where --quiet or --full would change nothing. */
export function refuseIdleOptions(
  formats: readonly FormatInfo[],
  { quiet = false, full = false }: DisplayOptions,
  example: string,
): void {
  const [first] = formats;
  const right = example.replace(/ --format \S+/g, '');
  if (quiet && !formats.some(({ id }) => id === 'text'))
    throw new UsageError(`--quiet requires --format text, not ${first?.id}`, `${right} --quiet`);
  if (quiet && full) throw new UsageError('--quiet and --full cannot be combined', `${right} --quiet`);
  if (full && first?.isPage === true)
    throw new UsageError(
      `--full cannot be combined with --format ${first.id}, which always shows everything`,
      `${right} --full`,
    );
}

/** Reads --format, --color, --output, --quiet and --rubric. @throws UsageError for a value that none of them takes. */
export async function prepareCommand<R>(
  formats: readonly [ResultFormat<R>, ...ResultFormat<R>[]],
  options: DisplayOptions & { readonly format: string | undefined; readonly rubric: string | undefined },
  example: string,
  host: Host,
): Promise<PreparedCommand<R>> {
  const format = chooseFormat(formats, options, example);
  refuseIdleOptions([format], options, example);
  refusePageAtTerminal(format, options, host);
  const plain = await resolveRenderOptions(options, host, host.stdout);
  const selected = await selectRubric(options.rubric, host);
  if (!selected.ok) return { ok: false, result: await reportProblems(selected, options, host) };
  const { rubric, info } = selected.value;
  const renderOptions = { ...plain, bands: rubric.bands.map(({ id }) => id) };
  const head: ReportHead = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'demandfit', version: host.version },
    rubric: info,
  };
  const render = (result: R, known?: Partial<RenderContext>) =>
    format.render(result, createRenderContext(renderOptions, known));
  const destination = { output: options.output, format: format.id };
  return { ok: true, format, destination, renderOptions, render, rubric, head };
}

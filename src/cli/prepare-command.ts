import type { ReportHead } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import { createRenderContext, type RenderContext, type RenderOptions, type ResultFormat } from '../report/format.ts';
import type { Host } from './host.ts';
import type { RunResult } from './line/exit.ts';
import { pickById } from './line/read-options.ts';
import { type DisplayOptions, resolveRenderOptions } from './line/render-options.ts';
import { reportProblems } from './report-problems.ts';
import { selectRubric } from './select-rubric.ts';

/** What every command needs before its own work, or the result where the rubric has problems, which are reported. */
export type PreparedCommand<R> =
  | {
      readonly ok: true;
      readonly format: ResultFormat<R>;
      readonly renderOptions: RenderOptions;
      /** The whole output in the format that is asked for; `known` is what some formats need besides. */
      readonly render: (result: R, known?: Partial<RenderContext>) => Promise<string>;
      readonly rubric: Rubric;
      /** What a data format says once. */
      readonly head: ReportHead;
    }
  | { readonly ok: false; readonly result: RunResult };

/** Reads --format, --color, --output, --quiet and --rubric. @throws UsageError for a value that none of them takes. */
export async function prepareCommand<R>(
  formats: readonly ResultFormat<R>[],
  options: DisplayOptions & { readonly format: string; readonly rubric: string | undefined },
  example: string,
  host: Host,
): Promise<PreparedCommand<R>> {
  const format = pickById(formats, options.format, 'format', example);
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
  return { ok: true, format, renderOptions, render, rubric, head };
}

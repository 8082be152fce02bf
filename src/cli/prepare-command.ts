import { type ReportHead, SCHEMA_VERSION } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import type { RenderOptions } from '../report/format.ts';
import type { Host } from './host.ts';
import type { RunResult } from './line/exit.ts';
import { pickById, readTextOption } from './line/read-options.ts';
import { resolveRenderOptions } from './line/render-options.ts';
import { reportProblems } from './report-problems.ts';
import { selectRubric } from './select-rubric.ts';

/** What every command needs before its own work, or the result where the rubric has problems, which are reported. */
export type PreparedCommand<F> =
  | {
      readonly ok: true;
      readonly format: F;
      readonly look: RenderOptions;
      readonly rubric: Rubric;
      /** What a data format says once. */
      readonly head: ReportHead;
    }
  | { readonly ok: false; readonly result: RunResult };

/** The first of `formats` is the default. Reads --format, --color, --output, --quiet and --rubric. @throws UsageError for a value that none of them takes. */
export async function prepareCommand<F extends { readonly id: string }>(
  formats: readonly F[],
  options: Readonly<Record<string, unknown>>,
  example: string,
  host: Host,
): Promise<PreparedCommand<F>> {
  const format = pickById(formats, readTextOption(options, 'format') ?? formats[0]?.id ?? '', 'format', example);
  const plain = await resolveRenderOptions(options, host, host.stdout);
  const used = await selectRubric(readTextOption(options, 'rubric'), host);
  if (!used.ok) return { ok: false, result: await reportProblems(used.problems, options, host, used.texts) };
  const { rubric, info } = used.value;
  const look = { ...plain, bands: rubric.bands.map(({ id }) => id) };
  const tool = { name: 'demandfit', version: host.version };
  return { ok: true, format, look, rubric, head: { schemaVersion: SCHEMA_VERSION, tool, rubric: info } };
}

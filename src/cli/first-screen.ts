import { assess } from '../assess.ts';
import type { Description } from '../model/description.ts';
import type { Report, ReportJson } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import { createRenderContext } from '../report/format.ts';
import { listFormats } from '../report/registry.ts';
import { type AssessOptions, scoreDescription } from '../score/score-description.ts';
import type { Host } from './host.ts';
import { resolveRenderOptions } from './line/render-options.ts';
import { createLockReader } from './read-lock.ts';
import type { SelectedRubric } from './select-rubric.ts';

/** The report of a first screen, which also has the next day that changes the verdict. */
export async function addNextChange(
  description: Description,
  report: Report,
  rubric: Rubric,
  overrides: AssessOptions,
): Promise<Report> {
  const { findNextChange } = await import('../analysis/sensitivity/time-sensitivity.ts');
  const scores = scoreDescription(description, rubric, overrides);
  return { ...report, nextChange: findNextChange(scores, description, rubric, report.asOf) };
}

/** Prints what `score` prints of a description. */
export async function printFirstScreen(
  description: Description,
  { rubric, info }: SelectedRubric,
  host: Host,
): Promise<void> {
  const [text] = listFormats('report');
  const options = await resolveRenderOptions({}, host, host.stdout);
  const seen = (await createLockReader(host, rubric).add(description, description.file ?? '', [])) ?? description;
  const reports = [await addNextChange(seen, assess(seen, rubric), rubric, {})];
  const tool = { name: 'demandfit', version: host.version };
  const result: ReportJson = { schemaVersion: SCHEMA_VERSION, tool, rubric: info, reports, problems: [] };
  const bands = rubric.bands.map(({ id }) => id);
  host.stdout.write(await text.render(result, createRenderContext({ ...options, bands })));
}

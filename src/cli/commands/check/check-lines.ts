import { assess } from '../../../assess.ts';
import { type CheckContext, checkDescription } from '../../../check/check-description.ts';
import { type FailureThresholds, findFailures } from '../../../check/outcome.ts';
import { refuseHostileMarkdown } from '../../../input/text/refuse-hostile-markdown.ts';
import type { CheckResult, CheckSettings, Severity } from '../../../model/check.ts';
import { countFindings } from '../../../model/count-findings.ts';
import type { RubricInfo } from '../../../model/report.ts';
import { SCHEMA_VERSION } from '../../../model/schema-version.ts';
import { addWording } from '../../../report/machine/check-json.ts';
import type { AssessOptions } from '../../../score/score-description.ts';
import type { Host } from '../../host.ts';
import type { RunResult } from '../../line/exit.ts';
import { filterLines } from '../../lines/filter-lines.ts';
import { filterDescriptions } from '../../lines/read-line.ts';
import { UsageError } from '../../usage-error.ts';
import { type ActiveBaseline, findBaselineEntry } from './active-baseline.ts';
import { findMemoBody, findQuoteFaults } from './check-files.ts';
import { type CheckOutput, listTitles } from './outputs.ts';
import type { CheckOptions } from './signature.ts';
import { RANKS } from './thresholds.ts';

/** What a check of lines goes by. */
interface LineCheck {
  readonly paths: readonly string[];
  readonly options: CheckOptions;
  readonly outputs: readonly CheckOutput[];
  readonly settingsOf: (file: string) => CheckSettings;
  readonly thresholds: FailureThresholds;
  readonly shown: Severity;
  readonly activeBaseline: ActiveBaseline;
  readonly context: CheckContext;
  readonly overrides: AssessOptions;
  readonly info: RubricInfo;
}

const EXAMPLE = 'demandfit check projects.jsonl --format jsonl';

/** Options that compare or record files. */
const OF_FILES = ['base', 'writeBaseline', 'updateBaseline'] as const;

/** Checks each line by itself; together they only decide whether the check fails. @throws UsageError for an option that needs files. */
export async function checkLines(check: LineCheck, host: Host): Promise<RunResult> {
  const { options, outputs, context, settingsOf, shown } = check;
  const { rubric } = context;
  const strange = OF_FILES.find((name) => options[name] !== undefined && options[name] !== false);
  if (strange !== undefined)
    throw new UsageError(`--${strange.replace(/[A-Z]/, '-$&').toLowerCase()} requires files, not JSON lines`, EXAMPLE);
  const [output, ...others] = outputs;
  if (output === undefined || others.length > 0) throw new UsageError('JSON lines have one --format, jsonl', EXAMPLE);
  const wording = { titles: listTitles(rubric), homepage: host.homepage };
  const filter = filterDescriptions(rubric, async ({ description, text, file }) => {
    const body = findMemoBody(file, text);
    const prose = body === null ? null : refuseHostileMarkdown(text, body, file);
    if (prose?.ok === false) return prose;
    const report = assess(description, rubric, check.overrides);
    const quotes = await findQuoteFaults(description, new Map(), rubric);
    const baseline = findBaselineEntry(check.activeBaseline, file, description.name, host);
    const checked = checkDescription(
      { file, description, report, text, body, quotes },
      settingsOf(file),
      baseline,
      context,
    );
    const findings = checked.findings.filter(({ severity }) => RANKS[severity] >= RANKS[shown]);
    const entry = { check: addWording({ ...checked, findings }, host.version, wording) };
    return { ok: true, value: { entry, sums: countFindings([checked]) } };
  });
  const run = {
    args: check.paths,
    options,
    format: output.format,
    head: { schemaVersion: SCHEMA_VERSION, tool: { name: 'demandfit', version: host.version }, rubric: check.info },
    destination: { output: output.file ?? undefined, format: output.format.id },
    example: EXAMPLE,
  } as const;
  return filterLines(run, filter, host, (sums) => {
    const counts: CheckResult['counts'] = { error: 0, warn: 0, note: 0, comment: 0, baseline: 0, ...sums };
    return findFailures(counts, 0, check.thresholds).length > 0;
  });
}

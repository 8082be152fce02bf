import type { Config } from '../../check/config/read-config.ts';
import { resolveSettings } from '../../check/config/resolve-settings.ts';
import { type FailureThresholds, findFailures } from '../../check/outcome.ts';
import { getRule, getSeverity } from '../../check/rules/registry.ts';
import { expandPaths, isConfigFile, toSlashes } from '../../input/text/expand-paths.ts';
import { readPathPattern } from '../../input/text/path-pattern.ts';
import type { CheckedFile, CheckJson, CheckResult, CheckSettings, FileFinding, Severity } from '../../model/check.ts';
import { countFindings } from '../../model/count-findings.ts';
import type { Rubric } from '../../model/rubric.ts';
import { SCHEMA_VERSION } from '../../model/schema-version.ts';
import { describeSkippedPaths } from '../../report/wording/check-outcome.ts';
import { escapeForTerminal } from '../../report/writers/escape-for-terminal.ts';
import { toSafeJson } from '../../report/writers/safe-json.ts';
import { defineCommand } from '../command.ts';
import type { Host } from '../host.ts';
import { namesJsonLines, parseDayOption } from '../line/common-options.ts';
import type { RunResult } from '../line/exit.ts';
import { parseTrackOption } from '../line/read-options.ts';
import { createProblemLog, type ProblemLog } from '../read-descriptions.ts';
import { reportProblems } from '../report-problems.ts';
import { UsageError } from '../usage-error.ts';
import { type ActiveBaseline, listStaleEntries, resolveBaseline, saveBaseline } from './check/active-baseline.ts';
import { type CheckedFiles, checkFiles } from './check/check-files.ts';
import { findRepositoryTop, isThere, resolveBeside } from './check/find-config.ts';
import { listKnownFiles } from './check/known-files.ts';
import { type ConfigPattern, findOnOtherFiles, readOwnConfig } from './check/other-files.ts';
import { type CheckOutput, deliverCheck, parseOutputs, writeGithubOutputs } from './check/outputs.ts';
import { prepareCheck } from './check/prepare-check.ts';
import { CHECK_EXAMPLE, CHECK_EXAMPLES, CHECK_OPTIONS, CHECK_PATHS, type CheckOptions } from './check/signature.ts';
import { RANKS, readFailureThresholds, readMinimum, readMinSeverity } from './check/thresholds.ts';

/** Paths of the command line, else those of the config, named from here. @throws UsageError for none: standard input is read as `-` only, as a pipeline always has one. */
function selectCheckPaths(args: readonly string[], config: Config | null, host: Host): readonly string[] {
  const files = config?.data.files ?? [];
  const paths =
    args.length > 0 ? args : files.map((name) => host.nameFrom('.', resolveBeside(config?.file ?? null, name)));
  if (paths.length === 0)
    throw new UsageError('no input: pass files, or list them under `files` in the config', CHECK_EXAMPLE);
  return paths;
}

/** The name of a file from the top of the repository, which a runner may know better. */
function createTopNamer(host: Host): (file: string) => string {
  const top = host.env('GITHUB_WORKSPACE') ?? host.env('CI_PROJECT_DIR') ?? findRepositoryTop(host);
  return (file) => host.nameFrom(top, file);
}

/** How many files were not descriptions. */
function countUnreadable({ problems }: ProblemLog): number {
  return new Set(problems.map(({ file }) => file)).size;
}

/** The findings that are shown; those that are not have been counted. */
function filterBySeverity({ files }: CheckedFiles, others: readonly FileFinding[], from: Severity) {
  const isShown = ({ severity }: { readonly severity: Severity }) => RANKS[severity] >= RANKS[from];
  return {
    files: files.map((file) => ({ ...file, findings: file.findings.filter(isShown) })),
    others: others.filter(isShown),
  };
}

/** What a check looks at and by what it judges, settled before it begins. */
interface CheckPlan {
  readonly paths: readonly string[];
  /** True for what the config leaves out. */
  readonly isExcluded: (file: string) => boolean;
  readonly thresholds: FailureThresholds;
  readonly shown: Severity;
  /** What becomes of a baseline whose entries no longer match. */
  readonly stale: Severity;
  readonly settingsOf: (file: string) => CheckSettings;
  /** The patterns of the config, each with its place in it. */
  readonly patterns: readonly ConfigPattern[];
}

function planCheck(
  args: readonly string[],
  options: CheckOptions,
  { config, rubric }: { readonly config: Config | null; readonly rubric: Rubric },
  host: Host,
): CheckPlan {
  const data = config?.data ?? null;
  const folder = resolveBeside(config?.file ?? null, '.');
  const exists = (name: string) => isThere(resolveBeside(config?.file ?? null, name), host);
  const readPattern = (pattern: string) =>
    readPathPattern(pattern.startsWith('/') ? host.nameFrom(folder, pattern) : toSlashes(pattern, host.disk), exists);
  const settings = resolveSettings(data, readMinimum(options, rubric), readPattern);
  const excluded = (data?.exclude ?? []).map(readPattern);
  const toPatterns = (texts: readonly string[], pointer: string) =>
    texts.map((text, at) => ({ text, pointer: `${pointer}/${at}`, ...readPattern(text) }));
  return {
    patterns: [
      ...toPatterns(data?.exclude ?? [], '/exclude'),
      ...(data?.overrides ?? []).flatMap(({ files }, at) => toPatterns(files, `/overrides/${at}/files`)),
    ],
    paths: selectCheckPaths(args, config, host),
    isExcluded: (file) => excluded.some(({ match }) => match(host.nameFrom(folder, file)) !== null),
    thresholds: readFailureThresholds(options, data),
    shown: readMinSeverity(options, data),
    stale: getSeverity(getRule('baseline/stale'), settings('')),
    settingsOf: (file) => settings(host.nameFrom(folder, file)),
  };
}

/** Prints the settings that hold for each file, as data, or tells which paths lead nowhere. */
async function printSettings(
  plan: CheckPlan,
  config: Config | null,
  options: CheckOptions,
  host: Host,
): Promise<RunResult> {
  const { paths, isExcluded, thresholds, shown, settingsOf } = plan;
  const { files, problems } = await expandPaths(paths, host.disk, { isExcluded });
  const held = Object.fromEntries(files.map((file) => [file, settingsOf(file)]));
  host.stdout.write(toSafeJson({ config: config?.file ?? null, ...thresholds, minSeverity: shown, files: held }));
  return reportProblems({ problems }, options, host);
}

/** Which files will have lines shown: none but in a full text, and only those with an error where the rest is hidden. */
function createFrameFilter(outputs: readonly CheckOutput[], { shown }: CheckPlan, options: CheckOptions) {
  const isFull = options.full && outputs.some(({ format }) => format.id === 'text');
  return ({ findings }: CheckedFile) =>
    isFull && findings.some(({ setAside, severity }) => setAside === null && RANKS[severity] >= RANKS[shown]);
}

/** Counts what is gone with what is found. */
function addStaleCount(counts: CheckResult['counts'], stale: number, severity: Severity): CheckResult['counts'] {
  return severity === 'off' ? counts : { ...counts, [severity]: counts[severity] + stale };
}

/** Tells of the baseline, which is written only where every file could be judged. */
function keepBaseline({ baseline }: CheckedFiles, active: ActiveBaseline, { problems }: ProblemLog, host: Host): void {
  if (baseline === null) return;
  if (problems.length === 0) saveBaseline(baseline, active, host);
  else host.stderr.write(`${active.file} was not changed: some files cannot be read\n`);
}

/** `demandfit check`: lints descriptions and memos. */
export const checkCommand = defineCommand({
  args: [CHECK_PATHS],
  options: CHECK_OPTIONS,
  examples: CHECK_EXAMPLES,

  async run(args, options, host) {
    const outputs = parseOutputs(options, host);
    const given = options.today === 'now' ? host.today() : options.today;
    // Nobody can check answers after the day on which they were committed.
    const committed = options.base === undefined || given !== undefined ? undefined : await host.gitDay();
    const today = parseDayOption(given ?? committed ?? undefined, 'today', CHECK_EXAMPLE) ?? null;
    const asOf = parseDayOption(options.asOf, 'as-of', CHECK_EXAMPLE);
    const prepared = await prepareCheck(options, host);
    if (!prepared.ok) return reportProblems(prepared, options, host);
    const { config, rubric, info } = prepared;
    const plan = planCheck(args, options, prepared, host);
    if (options.printConfig) return printSettings(plan, config, options, host);
    const found = await resolveBaseline(options, config, host);
    if (!found.ok) return reportProblems(found, options, host);
    const activeBaseline = found.value;
    const fromRoot = createTopNamer(host);
    const { checkMemo: memoFindings } = await import('../../check/memo/check-memo.ts');
    const readsComments = !options.noIgnores;
    const context = { rubric, today, readsComments, digest: host.digest, memoFindings };
    const overrides = { asOf, track: parseTrackOption(options.track, rubric, CHECK_EXAMPLE) };
    if (namesJsonLines(plan.paths, options)) {
      const { checkLines } = await import('./check/check-lines.ts');
      return checkLines({ ...plan, ...prepared, options, outputs, activeBaseline, context, overrides }, host);
    }
    const problemLog = createProblemLog();
    const dimensions = rubric.dimensions.map(({ id }) => id);
    const scope = { paths: plan.paths, isExcluded: plan.isExcluded, dimensions };
    const known = await listKnownFiles(scope, options.base, activeBaseline, host);
    const own = await readOwnConfig(options, host);
    const falls = own?.ok === true ? own.value : null;
    const checked = await checkFiles(
      {
        ...plan,
        options,
        activeBaseline,
        isLeftOut: (file) => isConfigFile(file) || (options.forceExclude && plan.isExcluded(file)),
        top: findRepositoryTop(host),
        isFramed: createFrameFilter(outputs, plan, options),
        mayBeEmpty: options.forceExclude,
        known,
        isTodayCommitted: given === undefined,
        fallOf: (file) =>
          falls?.data.lowered?.find(
            (one) => host.nameFrom('.', resolveBeside(falls.file, one.file)) === host.nameFrom('.', file),
          ) ?? null,
        overrides,
        context,
      },
      host,
      problemLog,
    );
    const { problems, texts } = problemLog;
    const { others, removed } = findOnOtherFiles(
      { ...plan, scope, known, checked, config, options, own },
      problemLog,
      host,
    );
    const unread = checked.unread.map(({ file }) => file).filter((file) => !removed.includes(file));
    const changes = { renamed: checked.renamed, unread };
    const hasStale = activeBaseline.becomes === null && plan.stale !== 'off';
    const stale = hasStale ? listStaleEntries(activeBaseline, changes, host) : [];
    const counts = addStaleCount(countFindings(checked.files, others), stale.length, plan.stale);
    const skipped = [...problemLog.skipped, ...removed.map((file) => ({ file, reason: 'removed' as const }))];
    const file: CheckJson = {
      schemaVersion: SCHEMA_VERSION,
      tool: { name: 'demandfit', version: host.version },
      rubric: info,
      check: {
        ...filterBySeverity(checked, others, plan.shown),
        counts,
        stale,
        failures: findFailures(counts, countUnreadable(problemLog), plan.thresholds),
        skipped,
        config: config?.file ?? null,
        baseline: activeBaseline.isUsed ? activeBaseline.file : null,
        base: options.base ?? null,
        today,
      },
      problems,
    };
    keepBaseline(checked, activeBaseline, problemLog, host);
    const inputs = [...problemLog.files, activeBaseline.file, ...(config === null ? [] : [config.file])];
    const textOf = (name: string) => texts.get(name) ?? null;
    const tellProblems = () => {
      const skips = describeSkippedPaths(file.check);
      // These formats have no place for it.
      if (skips !== null && outputs.every(({ format }) => ['csv', 'gitlab', 'lines'].includes(format.id)))
        host.stderr.write(`${escapeForTerminal(skips)}
`);
      return reportProblems({ problems, texts }, options, host);
    };
    await deliverCheck(outputs, file, { options, texts: textOf, fromRoot, rubric, inputs }, tellProblems, host);
    if (outputs.some(({ format }) => format.id === 'github')) await writeGithubOutputs(file, outputs, rubric, host);
    return { kind: 'check', problems, check: file.check };
  },
});

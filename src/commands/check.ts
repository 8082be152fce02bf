import { countsOf, type Dials, failuresOf } from '../check/outcome.ts';
import type { Config } from '../config/read-config.ts';
import { settingsFor } from '../config/settings.ts';
import type { Check, CheckedFile, CheckFile, CheckSettings, Severity } from '../model/check.ts';
import { SCHEMA_VERSION } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
import { isConfig } from '../read/config-names.ts';
import { expandPaths } from '../read/inputs.ts';
import { safeJson } from '../render/safe-json.ts';
import { baselineFor, staleIn, writeBaseline } from './check-baseline.ts';
import { dialsOf, minimumOf, shownFrom } from './check-dials.ts';
import { type CheckedFiles, checkFiles } from './check-files.ts';
import { type CheckOutput, deliverCheck, outputsOf } from './check-outputs.ts';
import { CHECK_EXAMPLE, CHECK_SIGNATURE } from './check-signature.ts';
import type { Command } from './command.ts';
import { asOfOption, dayOption } from './common-options.ts';
import { withEnvironment } from './environment.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { besideFile, namerInRepository, topFolder } from './find-config.ts';
import type { Host } from './host.ts';
import { flagOption, textsOption, trackOption } from './option-of.ts';
import { prepareCheck } from './prepare-check.ts';
import { noTrouble, type Trouble } from './read-descriptions.ts';
import { tellProblems } from './tell-problems.ts';
import { tellRunner } from './tell-runner.ts';

type Options = Readonly<Record<string, unknown>>;

/** Paths of the command line, else those of the config, and what the config leaves out, all named from here. @throws UsageError for none: standard input is read as `-` only, as a pipeline always has one. */
function pathsOf(args: readonly string[], config: Config | null, host: Host) {
  const named = (names: readonly string[] | undefined) =>
    (names ?? []).map((name) => host.nameFrom('.', besideFile(config?.file ?? null, name)));
  const paths = args.length > 0 ? args : named(config?.data.files);
  if (paths.length === 0)
    throw new UsageError(
      'there is nothing to check: name files, or list them under `files` in the config',
      CHECK_EXAMPLE,
    );
  return { paths, exclude: named(config?.data.exclude) };
}

/** The name of a file from the top of the repository, which a runner may know better. */
function namerFromTop(host: Host): (file: string) => string {
  const top = host.env('GITHUB_WORKSPACE') ?? host.env('CI_PROJECT_DIR') ?? topFolder(host);
  return (file) => host.nameFrom(top, file);
}

/** How many files were no descriptions. */
function unreadableIn({ problems }: Trouble): number {
  return new Set(problems.map(({ file }) => file)).size;
}

/** The findings that are shown; those that are not have been counted. */
function shownOf({ files }: CheckedFiles, from: 'warn' | 'error'): Check['files'] {
  if (from === 'warn') return files;
  return files.map((file) => ({ ...file, findings: file.findings.filter(({ severity }) => severity === 'error') }));
}

/** Options of which one makes the other pointless. */
const APART = [
  ['config', 'noConfig'],
  ['updateBaseline', 'writeBaseline'],
] as const;

/** What a check looks at and by what it judges, settled before it begins. */
interface Plan {
  readonly paths: readonly string[];
  readonly exclude: readonly string[];
  readonly dials: Dials;
  readonly shown: 'warn' | 'error';
  /** What it makes of a baseline that excuses what is gone. */
  readonly stale: Severity;
  readonly settingsOf: (file: string) => CheckSettings;
}

function planOf(
  args: readonly string[],
  options: Options,
  { config, rubric }: { readonly config: Config | null; readonly rubric: Rubric },
  host: Host,
): Plan {
  const data = config?.data ?? null;
  const settings = settingsFor(data, minimumOf(options, rubric));
  const folder = besideFile(config?.file ?? null, '.');
  return {
    ...pathsOf(args, config, host),
    dials: dialsOf(options, data),
    shown: shownFrom(options, data),
    stale: settings('').rules['baseline/stale'],
    settingsOf: (file) => settings(host.nameFrom(folder, file)),
  };
}

/** Prints the settings that hold for each file, as data, or tells which paths lead nowhere. */
async function printSettings(plan: Plan, config: Config | null, options: Options, host: Host): Promise<ExitCode> {
  const { paths, exclude, dials, shown, settingsOf } = plan;
  const { files, problems } = await expandPaths(paths, host.disk, exclude);
  const held = Object.fromEntries(files.map((file) => [file, settingsOf(file)]));
  host.stdout.write(safeJson({ config: config?.file ?? null, ...dials, minSeverity: shown, files: held }));
  return tellProblems(problems, options, host);
}

/** Which files will have lines shown: none in formats for machines, and only those with an error where the rest is hidden. */
function framing(outputs: readonly CheckOutput[], { shown }: Plan, options: Readonly<Record<string, unknown>>) {
  const isText = outputs.some(({ format }) => format.id === 'text');
  const all = shown === 'warn' && !flagOption(options, 'quiet');
  return ({ findings }: CheckedFile) =>
    isText && findings.some(({ setAside, severity }) => setAside === null && (all || severity === 'error'));
}

/** Which files are left out though they are named: those of the config where that is asked for, and the config itself. */
async function leavingOut({ exclude }: Plan, options: Options, host: Host): Promise<(file: string) => boolean> {
  const excluded = flagOption(options, 'forceExclude') ? (await expandPaths(exclude, host.disk)).files : [];
  const names = new Set(excluded.map((file) => host.nameFrom('.', file)));
  return (file) => isConfig(file) || names.has(host.nameFrom('.', file));
}

/** Counts what is gone with what is found. */
function withStale(counts: Check['counts'], stale: number, severity: Severity): Check['counts'] {
  return severity === 'off' ? counts : { ...counts, [severity]: counts[severity] + stale };
}

/** Tells of the baseline, which is written only where every file could be judged. */
function keepBaseline({ baseline }: CheckedFiles, file: string, { problems }: Trouble, host: Host): void {
  if (baseline === null) return;
  if (problems.length === 0) writeBaseline(baseline, file, host);
  else host.stderr.write(`${file} is left as it was: some files can't be read\n`);
}

/** `demandfit check`: descriptions and memos held against rules, for a pipeline. */
export const checkCommand: Command = {
  signature: CHECK_SIGNATURE,

  async run(args, given, host) {
    const options = withEnvironment(given, CHECK_SIGNATURE.options, host, APART);
    const outputs = outputsOf(textsOption(options, 'format'), host);
    const today = dayOption(options, 'today', CHECK_EXAMPLE) ?? null;
    const asOf = asOfOption(options, CHECK_EXAMPLE);
    const prepared = await prepareCheck(options, host);
    if (!prepared.ok) return tellProblems(prepared.problems, options, host, prepared.texts);
    const { config, rubric, info } = prepared;
    const plan = planOf(args, options, prepared, host);
    if (flagOption(options, 'printConfig')) return printSettings(plan, config, options, host);
    const found = await baselineFor(options, config, host);
    if (!found.ok) return tellProblems(found.problems, options, host);
    const used = found.value;
    const fromRoot = namerFromTop(host);
    const inRepository = namerInRepository(host);
    const { memoFindings } = await import('../memo/memo-findings.ts');
    const heedsComments = !flagOption(options, 'noIgnores');
    const trouble = noTrouble();
    const checked = await checkFiles(
      {
        ...plan,
        options,
        used,
        isLeftOut: await leavingOut(plan, options, host),
        isFramed: framing(outputs, plan, options),
        mayBeEmpty: flagOption(options, 'forceExclude'),
        judged: { asOf, track: trackOption(options, rubric, CHECK_EXAMPLE) },
        context: { rubric, today, heedsComments, digest: host.digest, inRepository, memoFindings },
      },
      host,
      trouble,
    );
    const { problems, texts } = trouble;
    const stale = used.becomes === null && plan.stale !== 'off' ? staleIn(used) : [];
    const counts = withStale(countsOf(checked.files), stale.length, plan.stale);
    const file: CheckFile = {
      schemaVersion: SCHEMA_VERSION,
      tool: { name: 'demandfit', version: host.version },
      rubric: info,
      check: {
        files: shownOf(checked, plan.shown),
        counts,
        stale,
        failures: failuresOf(counts, unreadableIn(trouble), plan.dials),
        config: config?.file ?? null,
        today,
      },
      problems,
    };
    keepBaseline(checked, used.file, trouble, host);
    const inputs = [...trouble.files, used.file, ...(config === null ? [] : [config.file])];
    await deliverCheck(outputs, file, { options, texts: (name) => texts.get(name) ?? null, fromRoot, inputs }, host);
    if (outputs.some(({ format }) => format.id === 'github')) await tellRunner(file, outputs, host);
    if (problems.length > 0) return tellProblems(problems, options, host, texts);
    return file.check.failures.length > 0 ? EXIT.failed : EXIT.done;
  },
};

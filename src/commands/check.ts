import { countsOf, type Dials, failuresOf } from '../check/outcome.ts';
import type { Config } from '../config/read-config.ts';
import { settingsFor } from '../config/settings.ts';
import type { Check, CheckedFile, CheckFile, CheckSettings } from '../model/check.ts';
import { SCHEMA_VERSION } from '../model/report.ts';
import type { Rubric } from '../model/rubric.ts';
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
import { EXIT, UsageError } from './exit.ts';
import { besideFile, topFolder } from './find-config.ts';
import type { Host } from './host.ts';
import { flagOption, textsOption, trackOption } from './option-of.ts';
import { prepareCheck } from './prepare-check.ts';
import { noTrouble, type Trouble } from './read-descriptions.ts';
import { tellProblems } from './tell-problems.ts';
import { tellRunner } from './tell-runner.ts';

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

/** What a check looks at and by what it judges, settled before it begins. */
interface Plan {
  readonly paths: readonly string[];
  readonly exclude: readonly string[];
  readonly dials: Dials;
  readonly shown: 'warn' | 'error';
  readonly settingsOf: (file: string) => CheckSettings;
}

function planOf(
  args: readonly string[],
  options: Readonly<Record<string, unknown>>,
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
    settingsOf: (file) => settings(host.nameFrom(folder, file)),
  };
}

/** The settings that hold for each file, as data. */
async function settingsText({ paths, exclude, dials, shown, settingsOf }: Plan, config: Config | null, host: Host) {
  const { files } = await expandPaths(paths, host.disk, exclude);
  const held = Object.fromEntries(files.map((file) => [file, settingsOf(file)]));
  return safeJson({ config: config?.file ?? null, ...dials, minSeverity: shown, files: held });
}

/** Which files will have lines shown: none in formats for machines, and only those with an error where the rest is hidden. */
function framing(outputs: readonly CheckOutput[], { shown }: Plan, options: Readonly<Record<string, unknown>>) {
  const isText = outputs.some(({ format }) => format.id === 'text');
  const all = shown === 'warn' && !flagOption(options, 'quiet');
  return ({ findings }: CheckedFile) =>
    isText && findings.some(({ setAside, severity }) => setAside === null && (all || severity === 'error'));
}

/** Files that are left out though they are named, where that is asked for. */
async function leftOut({ exclude }: Plan, options: Readonly<Record<string, unknown>>, host: Host) {
  return new Set(flagOption(options, 'forceExclude') ? (await expandPaths(exclude, host.disk)).files : []);
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
    const options = withEnvironment(given, CHECK_SIGNATURE.options, host);
    const outputs = outputsOf(textsOption(options, 'format'), host);
    const today = dayOption(options, 'today', CHECK_EXAMPLE) ?? null;
    const asOf = asOfOption(options, CHECK_EXAMPLE);
    const prepared = await prepareCheck(options, host);
    if (!prepared.ok) return tellProblems(prepared.problems, options, host, prepared.texts);
    const { config, rubric, info } = prepared;
    const plan = planOf(args, options, prepared, host);
    if (flagOption(options, 'printConfig')) {
      host.stdout.write(await settingsText(plan, config, host));
      return EXIT.done;
    }
    const found = await baselineFor(options, config, host);
    if (!found.ok) return tellProblems(found.problems, options, host);
    const used = found.value;
    const fromRoot = namerFromTop(host);
    const { memoFindings } = await import('../memo/memo-findings.ts');
    const heedsComments = !flagOption(options, 'noIgnores');
    const trouble = noTrouble();
    const checked = await checkFiles(
      {
        ...plan,
        options,
        used,
        left: await leftOut(plan, options, host),
        isFramed: framing(outputs, plan, options),
        judged: { asOf, track: trackOption(options, rubric, CHECK_EXAMPLE) },
        context: { rubric, today, heedsComments, digest: host.digest, fromRoot, memoFindings },
      },
      host,
      trouble,
    );
    const { problems, texts } = trouble;
    const counts = countsOf(checked.files);
    const file: CheckFile = {
      schemaVersion: SCHEMA_VERSION,
      tool: { name: 'demandfit', version: host.version },
      rubric: info,
      check: {
        files: shownOf(checked, plan.shown),
        counts,
        stale: used.becomes === null ? staleIn(used, host) : [],
        failures: failuresOf(counts, unreadableIn(trouble), plan.dials),
        config: config?.file ?? null,
        today,
      },
      problems,
    };
    const inputs = [...trouble.files, used.file, ...(config === null ? [] : [config.file])];
    await deliverCheck(outputs, file, { options, texts: (name) => texts.get(name) ?? null, fromRoot, inputs }, host);
    keepBaseline(checked, used.file, trouble, host);
    if (outputs.some(({ format }) => format.id === 'github')) await tellRunner(file, outputs, host);
    if (problems.length > 0) return tellProblems(problems, options, host, texts);
    return file.check.failures.length > 0 ? EXIT.failed : EXIT.done;
  },
};

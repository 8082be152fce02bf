import { countsOf, failuresOf } from '../check/outcome.ts';
import type { Config } from '../config/read-config.ts';
import { settingsFor } from '../config/settings.ts';
import type { Check, CheckFile } from '../model/check.ts';
import { SCHEMA_VERSION } from '../model/report.ts';
import { expandPaths } from '../read/inputs.ts';
import { safeJson } from '../render/safe-json.ts';
import { baselineFor, staleIn, writeBaseline } from './check-baseline.ts';
import { dialsOf, minimumOf, shownFrom } from './check-dials.ts';
import { type CheckedFiles, checkFiles } from './check-files.ts';
import { deliverCheck, outputsOf } from './check-outputs.ts';
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
    const [dials, shown] = [dialsOf(options, config?.data ?? null), shownFrom(options, config?.data ?? null)];
    const settings = settingsFor(config?.data ?? null, minimumOf(options, rubric));
    const settingsOf = (file: string) => settings(host.nameFrom(besideFile(config?.file ?? null, '.'), file));
    const { paths, exclude } = pathsOf(args, config, host);
    if (flagOption(options, 'printConfig')) {
      const { files } = await expandPaths(paths, host.disk, exclude);
      const held = Object.fromEntries(files.map((file) => [file, settingsOf(file)]));
      host.stdout.write(safeJson({ config: config?.file ?? null, ...dials, minSeverity: shown, files: held }));
      return EXIT.done;
    }
    const found = await baselineFor(options, config, host);
    if (!found.ok) return tellProblems(found.problems, options, host);
    const used = found.value;
    const fromRoot = namerFromTop(host);
    const trouble = noTrouble();
    const { memoFindings } = await import('../memo/memo-findings.ts');
    const left = flagOption(options, 'forceExclude') ? (await expandPaths(exclude, host.disk)).files : [];
    const checked = await checkFiles(
      {
        paths,
        exclude,
        left: new Set(left),
        options,
        judged: { asOf, track: trackOption(options, rubric, CHECK_EXAMPLE) },
        context: {
          rubric,
          today,
          heedsComments: !flagOption(options, 'noIgnores'),
          digest: host.digest,
          fromRoot,
          memoFindings,
        },
        settingsOf,
        used,
      },
      host,
      trouble,
    );
    const counts = countsOf(checked.files);
    const { problems, texts } = trouble;
    const file: CheckFile = {
      schemaVersion: SCHEMA_VERSION,
      tool: { name: 'demandfit', version: host.version },
      rubric: info,
      check: {
        files: shownOf(checked, shown),
        counts,
        stale: used.becomes === null ? staleIn(used, host) : [],
        failures: failuresOf(counts, unreadableIn(trouble), dials),
        config: config?.file ?? null,
        today,
      },
      problems,
    };
    const inputs = [...trouble.files, used.file, ...(config === null ? [] : [config.file])];
    await deliverCheck(outputs, file, { options, texts: (name) => texts.get(name) ?? null, fromRoot, inputs }, host);
    if (checked.baseline !== null && problems.length === 0) writeBaseline(checked.baseline, used.file, host);
    if (outputs.some(({ format }) => format.id === 'github')) await tellRunner(file, outputs, host);
    if (problems.length > 0) return tellProblems(problems, options, host, texts);
    return file.check.failures.length > 0 ? EXIT.failed : EXIT.done;
  },
};

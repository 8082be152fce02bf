import { type Baseline, type BaselineEntry, NO_BASELINE, shrunkBaseline, writtenBaseline } from '../check/baseline.ts';
import { baselineText, readBaseline } from '../config/baseline-file.ts';
import type { Config } from '../config/read-config.ts';
import type { CheckedFile, StaleEntry } from '../model/check.ts';
import type { Outcome } from '../model/problem.ts';
import { slashed } from '../read/inputs.ts';
import { UsageError } from './exit.ts';
import { besideFile, textAt } from './find-config.ts';
import type { Host } from './host.ts';
import { flagOption, textOption } from './option-of.ts';
import { writeReason } from './write-reason.ts';

/** The name of a baseline where nobody gave one. */
const USUAL_NAME = 'demandfit-baseline.json';

/** A baseline with its file and what the run is to do with it. */
export interface UsedBaseline {
  readonly file: string;
  readonly baseline: Baseline;
  /** Files that it knows and that are no more. */
  readonly gone: readonly string[];
  /** null where it stays as it is. */
  readonly becomes: 'smaller' | 'new' | null;
}

/** The baseline of the command line, else that of the config, else none. @throws UsageError where a named one is missing, or nothing says which to write. */
export async function baselineFor(
  options: Readonly<Record<string, unknown>>,
  config: Config | null,
  host: Host,
): Promise<Outcome<UsedBaseline>> {
  const given = textOption(options, 'baseline');
  const ofConfig = config?.data.baseline === undefined ? undefined : besideFile(config.file, config.data.baseline);
  const named = given === undefined ? ofConfig : slashed(given, host.disk);
  const [isNew, isSmaller] = [flagOption(options, 'writeBaseline'), flagOption(options, 'updateBaseline')];
  const example = 'demandfit check pitches/ --write-baseline';
  if (isNew && isSmaller)
    throw new UsageError(
      '--update-baseline only takes out, and --write-baseline excuses all that is found: choose one',
      example,
    );
  const file = named ?? besideFile(config?.file ?? null, USUAL_NAME);
  const becomes = isNew ? 'new' : isSmaller ? 'smaller' : null;
  const text = named === undefined && becomes === null ? null : await textAt(file, textOption(options, 'base'), host);
  if (text === null) {
    if (becomes === 'smaller' || (becomes === null && given !== undefined))
      throw new UsageError(`there is no baseline ${file}`, example);
    if (named !== undefined && becomes === null)
      host.stderr.write(`there is no baseline ${file} yet; --write-baseline makes it\n`);
    return { ok: true, value: { file, baseline: NO_BASELINE, gone: [], becomes } };
  }
  const read = text.ok ? readBaseline(text.value, file) : text;
  return read.ok
    ? { ok: true, value: { file, baseline: read.value, gone: goneFrom(read.value, file, host), becomes } }
    : read;
}

/** How the baseline names a file: from its own folder, with `/`. */
function keyIn({ file }: UsedBaseline, name: string, host: Host): string {
  return host.nameFrom(besideFile(file, '.'), name);
}

/** What the baseline holds of a file: under its name, or under that of a file that is no more and described the same project. */
export function entryFor(used: UsedBaseline, file: string, project: string, host: Host): BaselineEntry | null {
  const { baseline, gone } = used;
  const own = baseline.files[keyIn(used, file, host)];
  if (own !== undefined) return own;
  const renamed = gone.find((name) => baseline.files[name]?.name === project);
  return renamed === undefined ? null : (baseline.files[renamed] ?? null);
}

function goneFrom(baseline: Baseline, file: string, host: Host): readonly string[] {
  return Object.keys(baseline.files).filter((name) => host.disk.stat(besideFile(file, name)) === null);
}

/** What it excuses in files that are no more. */
export function staleIn({ baseline, gone }: UsedBaseline): readonly StaleEntry[] {
  return gone.flatMap((name) =>
    (baseline.files[name]?.excused ?? []).map(({ rule, subject }) => ({ file: name, rule, subject })),
  );
}

/** What it becomes after a check. */
export function baselineAfter(used: UsedBaseline, files: readonly CheckedFile[], host: Host): Baseline {
  const byKey = new Map(files.map((file) => [keyIn(used, file.file, host), file]));
  const { gone } = used;
  if (used.becomes === 'smaller') return shrunkBaseline(used.baseline, byKey, gone);
  return writtenBaseline(shrunkBaseline(used.baseline, new Map(), gone), byKey);
}

/** Writes a baseline, whole or not at all. @throws UsageError where it can't be written. */
export function writeBaseline(baseline: Baseline, file: string, host: Host): void {
  try {
    const sink = host.createFile(file);
    sink.write(baselineText(baseline));
    sink.close();
  } catch (error) {
    throw new UsageError(
      `--baseline: ${file} can't be written (${writeReason(error)})`,
      'demandfit check --baseline baseline.json',
    );
  }
  host.stderr.write(`wrote ${file}\n`);
}

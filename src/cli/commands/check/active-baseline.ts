import {
  type Baseline,
  findEntry,
  NO_BASELINE,
  pruneBaseline,
  type RecordedFile,
  recordBaseline,
  renameEntries,
  serializeBaseline,
} from '../../../check/baseline.ts';
import type { Config } from '../../../check/config/read-config.ts';
import { CONFIG_NAMES, toSlashes } from '../../../input/text/expand-paths.ts';
import type { BaselineEntry, StaleBaselineEntry } from '../../../model/check.ts';
import type { Outcome } from '../../../model/diagnostic.ts';
import { explainWriteError, writeFile } from '../../deliver.ts';
import type { Host } from '../../host.ts';
import { UsageError } from '../../usage-error.ts';
import { isThere, readTextAt, resolveBeside } from './find-config.ts';
import type { CheckOptions } from './signature.ts';

/** The name of a baseline where nobody gave one. */
const DEFAULT_NAME = 'demandfit-baseline.json';

/** A baseline with its file and what the run is to do with it. */
export interface ActiveBaseline {
  readonly file: string;
  /** False where neither the command line nor the config names it, so that another run would not find it. */
  readonly isNamed: boolean;
  readonly baseline: Baseline;
  /** False where there is none yet. */
  readonly isUsed: boolean;
  /** Files that it knows and that are no more. */
  readonly gone: readonly string[];
  /** null where it stays as it is. */
  readonly becomes: 'smaller' | 'new' | null;
}

/** The baseline of the command line, else that of the config, else none. @throws UsageError where a named one is missing, or nothing says which to write. */
export async function resolveBaseline(
  options: CheckOptions,
  config: Config | null,
  host: Host,
): Promise<Outcome<ActiveBaseline>> {
  const given = options.baseline;
  const ofConfig = config?.data.baseline === undefined ? undefined : resolveBeside(config.file, config.data.baseline);
  const named = given === undefined ? ofConfig : toSlashes(given, host.disk);
  const [isNew, isSmaller] = [options.writeBaseline, options.updateBaseline];
  const example = 'demandfit check pitches/ --write-baseline';
  if (isNew && isSmaller)
    throw new UsageError(
      '--update-baseline and --write-baseline cannot be combined: one only removes entries, the other records all findings',
      example,
    );
  const file = named ?? resolveBeside(config?.file ?? null, DEFAULT_NAME);
  const isNamed = named !== undefined;
  const becomes = isNew ? 'new' : isSmaller ? 'smaller' : null;
  const text = !isNamed && becomes === null ? null : await readTextAt(file, options.base, host);
  if (text === null) {
    if (becomes === 'smaller' || (becomes === null && given !== undefined))
      throw new UsageError(`there is no baseline file ${file}`, example);
    if (isNamed && becomes === null)
      host.stderr.write(`baseline ${file} does not exist yet; create it with --write-baseline\n`);
    return { ok: true, value: { file, isNamed, baseline: NO_BASELINE, isUsed: false, gone: [], becomes } };
  }
  const read = text.ok ? (await import('../../../check/read-baseline.ts')).readBaseline(text.value, file) : text;
  return read.ok
    ? {
        ok: true,
        value: {
          file,
          isNamed,
          baseline: read.value,
          isUsed: true,
          gone: listMissingFiles(read.value, file, host),
          becomes,
        },
      }
    : read;
}

/** How the baseline names a file: from its own folder, with `/`. */
function toBaselineKey({ file }: ActiveBaseline, name: string, host: Host): string {
  return host.nameFrom(resolveBeside(file, '.'), name);
}

/** What the baseline holds of a file: the entry of its project, under its own name, that of a file that is no more, or any; else the entry of its name. */
export function findBaselineEntry(
  activeBaseline: ActiveBaseline,
  file: string,
  project: string,
  host: Host,
): BaselineEntry | null {
  const { baseline, gone } = activeBaseline;
  const own = findEntry(baseline, toBaselineKey(activeBaseline, file, host));
  if (own?.name === project) return own;
  const names = [...gone, ...Object.keys(baseline.files)];
  const other = names.find((name) => findEntry(baseline, name)?.name === project);
  return (other === undefined ? own : findEntry(baseline, other)) ?? null;
}

function listMissingFiles(baseline: Baseline, file: string, host: Host): readonly string[] {
  return Object.keys(baseline.files).filter((name) => !isThere(resolveBeside(file, name), host));
}

/** What became of the files that a baseline knows, by the names that the check gives them. */
export interface BaselineChanges {
  /** Old names and new ones. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Those that were not read, and are not renamed either. */
  readonly unread: readonly string[];
}

/** What it excuses in files that are no more, and of which nothing else tells. */
export function listStaleEntries(
  active: ActiveBaseline,
  { renamed, unread }: BaselineChanges,
  host: Host,
): readonly StaleBaselineEntry[] {
  const told = new Set([...renamed.keys(), ...unread].map((file) => toBaselineKey(active, file, host)));
  return active.gone
    .filter((name) => !told.has(name))
    .flatMap((name) =>
      (findEntry(active.baseline, name)?.excused ?? []).map(({ rule, subject }) => ({ file: name, rule, subject })),
    );
}

/** What it becomes after a check. */
export function computeNextBaseline(
  activeBaseline: ActiveBaseline,
  files: readonly RecordedFile[],
  { renamed, unread }: BaselineChanges,
  host: Host,
): Baseline {
  const keyOf = (file: string) => toBaselineKey(activeBaseline, file, host);
  const byKey = new Map(files.map((file) => [keyOf(file.checked.file), file]));
  const keys = new Map([...renamed].map(([from, to]) => [keyOf(from), keyOf(to)]));
  const before = renameEntries(activeBaseline.baseline, keys);
  const gone = [...activeBaseline.gone, ...unread.map(keyOf)].filter((key) => !byKey.has(key));
  if (activeBaseline.becomes === 'smaller') return pruneBaseline(before, byKey, gone);
  return recordBaseline(pruneBaseline(before, new Map(), gone), byKey);
}

/** Writes a baseline, whole or not at all, and says how it is used. @throws UsageError where it can't be written. */
export function saveBaseline(baseline: Baseline, { file, isNamed }: ActiveBaseline, host: Host): void {
  try {
    writeFile(file, serializeBaseline(baseline), host);
  } catch (error) {
    throw new UsageError(
      `--baseline: cannot write ${file} (${explainWriteError(error)})`,
      'demandfit check --baseline baseline.json',
    );
  }
  const use = ` Use it with --baseline ${file}, or set \`baseline:\` in ${CONFIG_NAMES[0]}.`;
  host.stderr.write(`Wrote ${file}.${isNamed ? '' : use}\n`);
}

import type { BaselinedFinding, BaselineEntry, CheckedFile, CheckFinding, DatedIndex } from '../model/check.ts';
import type { Day } from '../model/day.ts';
import { findIndexOn } from './rules/check-rules.ts';
import { getRule } from './rules/registry.ts';

/** The state of each file when it was written, by name relative to the baseline's own folder. */
export interface Baseline {
  readonly files: Readonly<Record<string, BaselineEntry>>;
}

/** A checked file with the day of its report, and what its index becomes by time alone. */
export interface RecordedFile {
  readonly checked: CheckedFile;
  readonly asOf: Day;
  readonly later: readonly DatedIndex[];
}

/** What a baseline says of a file, whatever it is called. */
export function findEntry({ files }: Baseline, name: string): BaselineEntry | undefined {
  return Object.hasOwn(files, name) ? files[name] : undefined;
}

export const NO_BASELINE: Baseline = { files: {} };

/** The text of a baseline file: JSON, in a total order. */
export function serializeBaseline({ files }: Baseline): string {
  return `${JSON.stringify({ schemaVersion: 1, files }, null, 2)}\n`;
}

function toBaselinedFinding({ id, subject, fingerprint }: CheckFinding): BaselinedFinding {
  return { rule: id, subject, fingerprint };
}

/** What a baseline can excuse: a note fails nothing. */
function isExcusable({ id, severity, setAside }: CheckFinding): boolean {
  return getRule(id).scope !== 'check' && severity !== 'note' && setAside?.by !== 'comment';
}

function toBaselineEntry({ checked: { name, index, findings }, asOf, later }: RecordedFile): BaselineEntry {
  const found = findings.filter(isExcusable);
  return { name, index: index?.supported ?? null, asOf, later, excused: found.map(toBaselinedFinding) };
}

/** The entry without findings that are gone, and with the current index unless that is lower on the same day. */
function pruneEntry(before: BaselineEntry, { checked, asOf, later }: RecordedFile): BaselineEntry {
  const found = new Set(checked.findings.map(({ fingerprint }) => fingerprint));
  const index = checked.index?.supported ?? null;
  const [expected, since] = [findIndexOn(before, asOf), before.asOf ?? asOf];
  const isKept = expected !== null && (asOf < since || (index ?? 0) < expected);
  return {
    ...before,
    ...(isKept ? {} : { index, asOf, later }),
    name: checked.name,
    excused: before.excused.filter(({ fingerprint }) => found.has(fingerprint)),
  };
}

/** In order of code units, so that the same check writes the same bytes. */
function sortFiles(files: ReadonlyMap<string, BaselineEntry>): Baseline {
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return { files: Object.fromEntries(entries) };
}

/** The baseline after a check, with nothing added but higher indices. @param checked by the names that the baseline uses. @param gone files that are no longer checked. */
export function pruneBaseline(
  before: Baseline,
  checked: ReadonlyMap<string, RecordedFile>,
  gone: readonly string[],
): Baseline {
  const kept = Object.entries(before.files).flatMap(([name, entry]): readonly [string, BaselineEntry][] => {
    if (gone.includes(name)) return [];
    const file = checked.get(name);
    return [[name, file === undefined ? entry : pruneEntry(entry, file)]];
  });
  return sortFiles(new Map(kept));
}

/** The baseline with the entries of renamed files under their new names. @param renamed old names and new ones, as the baseline uses them. */
export function renameEntries({ files }: Baseline, renamed: ReadonlyMap<string, string>): Baseline {
  return sortFiles(new Map(Object.entries(files).map(([name, entry]) => [renamed.get(name) ?? name, entry])));
}

/** A baseline that excuses all that a check found, and keeps what it says of files that were not checked. */
export function recordBaseline(before: Baseline, checked: ReadonlyMap<string, RecordedFile>): Baseline {
  const files = new Map(Object.entries(before.files));
  for (const [name, file] of checked) files.set(name, toBaselineEntry(file));
  return sortFiles(files);
}

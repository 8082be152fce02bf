import type { BaselinedFinding, BaselineEntry, CheckedFile, CheckFinding } from '../model/check.ts';
import { getRule } from './rules/registry.ts';

/** How descriptions stood when it was written, by file relative to the baseline's own folder. */
export interface Baseline {
  readonly files: Readonly<Record<string, BaselineEntry>>;
}

export const NO_BASELINE: Baseline = { files: {} };

function toBaselinedFinding({ id, subject, fingerprint }: CheckFinding): BaselinedFinding {
  return { rule: id, subject, fingerprint };
}

function toBaselineEntry({ name, index, findings }: CheckedFile): BaselineEntry {
  const found = findings.filter(({ id, setAside }) => getRule(id).scope !== 'check' && setAside?.by !== 'comment');
  return { name, index: index?.supported ?? null, excused: found.map(toBaselinedFinding) };
}

/** The entry without what is not found any more, and with the index of now where that is higher. */
function pruneEntry(before: BaselineEntry, file: CheckedFile): BaselineEntry {
  const found = new Set(file.findings.map(({ fingerprint }) => fingerprint));
  const index = file.index?.supported ?? null;
  return {
    name: file.name,
    index: before.index === null ? index : Math.max(before.index, index ?? 0),
    excused: before.excused.filter(({ fingerprint }) => found.has(fingerprint)),
  };
}

/** In order of code units, so that the same check writes the same bytes. */
function sortFiles(files: ReadonlyMap<string, BaselineEntry>): Baseline {
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return { files: Object.fromEntries(entries) };
}

/** The baseline after a check, by files as it names them: smaller, with nothing added but higher indices. @param gone files that are no more. */
export function pruneBaseline(
  before: Baseline,
  checked: ReadonlyMap<string, CheckedFile>,
  gone: readonly string[],
): Baseline {
  const kept = Object.entries(before.files).flatMap(([name, entry]): readonly [string, BaselineEntry][] => {
    if (gone.includes(name)) return [];
    const file = checked.get(name);
    return [[name, file === undefined ? entry : pruneEntry(entry, file)]];
  });
  return sortFiles(new Map(kept));
}

/** A baseline that excuses all that a check found, and keeps what it says of files that were not checked. */
export function recordBaseline(before: Baseline, checked: ReadonlyMap<string, CheckedFile>): Baseline {
  const files = new Map(Object.entries(before.files));
  for (const [name, file] of checked) files.set(name, toBaselineEntry(file));
  return sortFiles(files);
}

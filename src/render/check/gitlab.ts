import type { CheckFile } from '../../model/check.ts';
import { safeJson } from '../safe-json.ts';
import { safeForTerminal } from '../safe-text.ts';
import { type Entry, entriesOf } from './entries.ts';
import type { CheckLook } from './look.ts';
import { wellFormed } from './well-formed.ts';

function severityOf({ kind, severity }: Entry): string {
  if (kind === 'problem') return 'blocker';
  return severity === 'error' ? 'major' : 'minor';
}

/** A report for GitLab Code Quality: what counts, as one array, which is empty where nothing was found. */
export function checkForGitlab(file: CheckFile, { fromRoot }: CheckLook): string {
  const counting = entriesOf(file).filter(({ setAside }) => setAside === null);
  return safeJson(
    counting.map((entry) => ({
      // The widget does not show the name of the check, so the description says it.
      description: safeForTerminal(`${entry.rule}: ${entry.what} ${entry.fix}`),
      check_name: wellFormed(entry.rule),
      fingerprint: entry.fingerprint,
      severity: severityOf(entry),
      location: { path: wellFormed(fromRoot(entry.file)), lines: { begin: entry.at?.line ?? 1 } },
    })),
  );
}

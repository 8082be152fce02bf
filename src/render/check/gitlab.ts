import type { CheckJson } from '../../model/check.ts';
import { toSafeJson } from '../safe-json.ts';
import { escapeForTerminal } from '../safe-text.ts';
import { type CheckDiagnostic, listDiagnostics } from './entries.ts';
import type { CheckRenderContext } from './look.ts';
import { replaceLoneSurrogates } from './well-formed.ts';

function toGitlabSeverity({ kind, severity }: CheckDiagnostic): string {
  if (kind === 'problem') return 'blocker';
  return severity === 'error' ? 'major' : 'minor';
}

/** A report for GitLab Code Quality: what counts, as one array, which is empty where nothing was found. */
export function renderCheckGitlab(file: CheckJson, { fromRoot }: CheckRenderContext): string {
  const counting = listDiagnostics(file).filter(({ setAside }) => setAside === null);
  return toSafeJson(
    counting.map((entry) => ({
      // The widget does not show the name of the check, so the description says it.
      description: escapeForTerminal(`${entry.rule}: ${entry.what} ${entry.fix}`),
      check_name: replaceLoneSurrogates(entry.rule),
      fingerprint: entry.fingerprint,
      severity: toGitlabSeverity(entry),
      location: { path: replaceLoneSurrogates(fromRoot(entry.file)), lines: { begin: entry.at?.line ?? 1 } },
    })),
  );
}

import type { CheckJson } from '../../model/check.ts';
import type { RenderContext } from '../format.ts';
import { type CheckDiagnostic, listDiagnostics } from '../wording/check-diagnostics.ts';
import { escapeForTerminal } from '../writers/escape-for-terminal.ts';
import { replaceLoneSurrogates, toSafeJson } from '../writers/safe-json.ts';

function toGitlabSeverity({ kind, severity }: CheckDiagnostic): string {
  if (kind === 'problem') return 'blocker';
  return { error: 'major', warn: 'minor', note: 'info' }[severity];
}

/** A report for GitLab Code Quality: what counts, as one array, which is empty where nothing was found. */
export function renderCheckGitlab(file: CheckJson, context: RenderContext): string {
  const counting = listDiagnostics(file, context).filter(({ setAside }) => setAside === null);
  return toSafeJson(
    counting.map((entry) => ({
      // The widget does not show the name of the check, so the description says it.
      description: escapeForTerminal(`${entry.rule}: ${entry.what} ${entry.fix}`),
      check_name: replaceLoneSurrogates(entry.rule),
      fingerprint: entry.fingerprint,
      severity: toGitlabSeverity(entry),
      location: { path: replaceLoneSurrogates(context.fromRoot(entry.file)), lines: { begin: entry.at?.line ?? 1 } },
    })),
  );
}

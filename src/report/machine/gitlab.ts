import type { CheckJson } from '../../model/check.ts';
import type { RenderContext } from '../format.ts';
import { type CheckDiagnostic, listDiagnostics } from '../wording/check-diagnostics.ts';
import { escapeForTerminal } from '../writers/escape-for-terminal.ts';
import { replaceLoneSurrogates, toSafeJson } from '../writers/safe-json.ts';
import { countBytes, describeCut, type FormatLimits, fitWithin, listByUrgency } from './fit-within.ts';

/** The largest file that GitLab takes of a job, unless its administrator changes that. */
const LIMITS: FormatLimits = { entries: Number.POSITIVE_INFINITY, size: 100_000_000 };

function toGitlabSeverity({ kind, severity }: CheckDiagnostic): string {
  if (kind === 'problem') return 'blocker';
  return { error: 'major', warn: 'minor', note: 'info' }[severity];
}

function toIssue(entry: CheckDiagnostic, { fromRoot }: RenderContext) {
  return {
    // The widget does not show the name of the check, so the description says it.
    description: escapeForTerminal(`${entry.rule}: ${entry.what} ${entry.fix}`),
    check_name: replaceLoneSurrogates(entry.rule),
    fingerprint: entry.fingerprint,
    severity: toGitlabSeverity(entry),
    location: { path: replaceLoneSurrogates(fromRoot(entry.file)), lines: { begin: entry.at?.line ?? 1 } },
  };
}

/** A report for GitLab Code Quality: what counts, errors first, as one array, which is empty where nothing was found. */
export function renderCheckGitlab(file: CheckJson, context: RenderContext): string {
  const counting = listByUrgency(listDiagnostics(file, context).filter(({ setAside }) => setAside === null));
  const render = (shown: readonly CheckDiagnostic[]) => toSafeJson(shown.map((entry) => toIssue(entry, context)));
  const { text, held } = fitWithin(counting, LIMITS, render, countBytes);
  if (held < counting.length) context.tell(describeCut('GitLab', held, counting.length));
  return text;
}

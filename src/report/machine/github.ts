import type { CheckJson } from '../../model/check.ts';
import { formatPlace, type Span } from '../../model/diagnostic.ts';
import type { RenderContext } from '../format.ts';
import { type CheckDiagnostic, listDiagnostics, SEVERITY_WORDS } from '../wording/check-diagnostics.ts';
import { describeOutcome, describeSkippedPaths } from '../wording/check-outcome.ts';
import { formatCount } from '../wording/figures.ts';
import { escapeForTerminal } from '../writers/escape-for-terminal.ts';

/** GitHub shows no more annotations of one level a step. */
const MAX_ANNOTATIONS = 10;

/** Escapes as the runner undoes them: the percent sign first (actions/toolkit, `packages/core/src/command.ts`). */
function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Columns are refused on a range of several lines. */
function formatSpanProperties(at: Span | null): readonly string[] {
  if (at === null) return [];
  const { line, endLine, column, endColumn } = at;
  return [
    `line=${line}`,
    `endLine=${endLine}`,
    ...(line === endLine ? [`col=${column}`, `endColumn=${endColumn}`] : []),
  ];
}

function renderAnnotation(
  { severity, rule, file, at, what, fix }: CheckDiagnostic,
  { fromRoot }: RenderContext,
): string {
  const path = escapeForTerminal(fromRoot(file));
  const properties = [
    `file=${escapeProperty(path)}`,
    ...formatSpanProperties(at),
    `title=${escapeProperty(escapeForTerminal(rule))}`,
  ];
  // The log shows the message alone, so it says the place again.
  const said = escapeForTerminal(`${formatPlace(path, at)} ${rule}: ${what}\n${fix}`);
  return `::${severity === 'note' ? 'notice' : SEVERITY_WORDS[severity]} ${properties.join(',')}::${escapeMessage(said)}`;
}

function renderOverflowNotice(errors: number, warnings: number): readonly string[] {
  if (errors + warnings === 0) return [];
  const left = `${formatCount(errors, 'more error')} and ${formatCount(warnings, 'more warning')} have no annotation here.`;
  return [`::notice title=demandfit::${escapeMessage(left)}`];
}

/**
 * Workflow commands of GitHub Actions: what counts as annotations, errors first, at most ten of a level, then how many
 * more there are and, as plain text, how the check ended.
 */
export function renderCheckGithub(file: CheckJson, look: RenderContext): string {
  const entries = listDiagnostics(file, look).filter(({ setAside }) => setAside === null);
  const errors = entries.filter(({ severity }) => severity === 'error');
  const warnings = entries.filter(({ severity }) => severity === 'warn');
  const notes = entries.filter(({ severity }) => severity === 'note');
  const skipped = describeSkippedPaths(file.check, true);
  // The last notice is left for what has none.
  const shown = [
    ...errors.slice(0, MAX_ANNOTATIONS),
    ...warnings.slice(0, MAX_ANNOTATIONS),
    ...notes.slice(0, MAX_ANNOTATIONS - 1),
  ];
  return [
    ...shown.map((entry) => renderAnnotation(entry, look)),
    ...renderOverflowNotice(
      Math.max(0, errors.length - MAX_ANNOTATIONS),
      Math.max(0, warnings.length - MAX_ANNOTATIONS),
    ),
    ...(skipped === null ? [] : [escapeForTerminal(skipped)]),
    `demandfit check ${describeOutcome(file.check)}`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

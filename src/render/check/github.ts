import type { CheckFile } from '../../model/check.ts';
import type { Span } from '../../model/problem.ts';
import { safeForTerminal } from '../safe-text.ts';
import { type Entry, entriesOf, placeOf, SEVERITY_WORDS } from './entries.ts';
import type { CheckLook } from './look.ts';
import { counted, outcomeOf } from './outcome.ts';

/** GitHub shows no more annotations of one level a step. */
const MOST = 10;

/** Escapes as the runner undoes them: the percent sign first (actions/toolkit, `packages/core/src/command.ts`). */
function message(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Columns are refused on a range of several lines. */
function lines(at: Span | null): readonly string[] {
  if (at === null) return [];
  const { line, endLine, column, endColumn } = at;
  return [
    `line=${line}`,
    `endLine=${endLine}`,
    ...(line === endLine ? [`col=${column}`, `endColumn=${endColumn}`] : []),
  ];
}

function annotation({ severity, rule, file, at, what, fix }: Entry, { fromRoot }: CheckLook): string {
  const path = safeForTerminal(fromRoot(file));
  const properties = [`file=${property(path)}`, ...lines(at), `title=${property(safeForTerminal(rule))}`];
  // The log shows the message alone, so it says the place again.
  const said = safeForTerminal(`${placeOf(path, at)} ${rule}: ${what}\n${fix}`);
  return `::${SEVERITY_WORDS[severity]} ${properties.join(',')}::${message(said)}`;
}

function notice(errors: number, warnings: number): readonly string[] {
  if (errors + warnings === 0) return [];
  const left = `${counted(errors, 'more error')} and ${counted(warnings, 'more warning')} have no annotation here.`;
  return [`::notice title=demandfit::${message(left)}`];
}

/**
 * Workflow commands of GitHub Actions: what counts as annotations, errors first, at most ten of a level, then how many
 * more there are and, as plain text, how the check ended.
 */
export function checkForGithub(file: CheckFile, look: CheckLook): string {
  const entries = entriesOf(file).filter(({ setAside }) => setAside === null);
  const errors = entries.filter(({ severity }) => severity === 'error');
  const warnings = entries.filter(({ severity }) => severity === 'warn');
  const shown = [...errors.slice(0, MOST), ...warnings.slice(0, MOST)];
  return [
    ...shown.map((entry) => annotation(entry, look)),
    ...notice(Math.max(0, errors.length - MOST), Math.max(0, warnings.length - MOST)),
    `demandfit check ${outcomeOf(file.check)}`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

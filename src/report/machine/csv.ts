import { stringify } from 'csv-stringify/sync';
import type { CheckedFile, CheckJson } from '../../model/check.ts';
import type { RenderContext } from '../format.ts';
import { type CheckDiagnostic, listDiagnostics } from '../wording/check-diagnostics.ts';
import { escapeForTerminal } from '../writers/escape-for-terminal.ts';

const COLUMNS = [
  'file',
  'line',
  'column',
  'end_line',
  'end_column',
  'severity',
  'rule',
  'what',
  'why',
  'fix',
  'set_aside',
  'reason',
  'until',
  'fingerprint',
  'verdict',
  'basis',
  'shown',
  'claimed_only',
  'open',
  'ruled_out',
] as const;

/** What a spreadsheet takes for the start of a formula, behind whatever blanks it skips; the wide signs count in some locales. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** The text with an apostrophe before each line that a spreadsheet would run; a number stays one. */
function guardFormulas(text: string): string {
  if (NUMBER.test(text)) return text;
  return text
    .split('\n')
    .map((line) => (FORMULA.test(line) ? `'${line}` : line))
    .join('\n');
}

function formatCell(text: string): string {
  return guardFormulas(escapeForTerminal(text));
}

/** What the file of a row came to, in the last columns; empty for one without a fit. */
function listFitCells(file: CheckedFile | undefined): readonly (string | number | null)[] {
  const { verdict = null, basis = null, shares = null } = file ?? {};
  const { shown = null, claimedOnly = null, open = null, ruledOut = null } = shares ?? {};
  return [verdict, basis, shown, claimedOnly, open, ruledOut];
}

function toCsvRow(entry: CheckDiagnostic, files: readonly CheckedFile[]): readonly (string | number | null)[] {
  const { file, at, severity, rule, what, why, fix, setAside, fingerprint } = entry;
  const [reason, until] = setAside?.by === 'comment' ? [setAside.reason, setAside.until] : ['', ''];
  return [
    formatCell(file),
    at?.line ?? null,
    at?.column ?? null,
    at?.endLine ?? null,
    at?.endColumn ?? null,
    severity,
    ...[rule, what, why, fix, setAside?.by ?? '', reason, until].map(formatCell),
    fingerprint,
    ...listFitCells(files.find(({ file: name }) => name === file)),
  ];
}

/**
 * A table of what was found, a row each, as comma-separated values (RFC 4180): problems first, then the findings, those set
 * aside too. The first row names the columns and is always there.
 */
export function renderCheckCsv(file: CheckJson, context: RenderContext): string {
  return stringify([COLUMNS, ...listDiagnostics(file, context).map((entry) => toCsvRow(entry, file.check.files))], {
    record_delimiter: 'windows',
    // The package quotes for its own line end alone.
    quoted_match: /[\r\n]/,
  });
}

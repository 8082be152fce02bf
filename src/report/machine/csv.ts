import { stringify } from 'csv-stringify/sync';
import type { CheckJson } from '../../model/check.ts';
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

function toCsvRow(entry: CheckDiagnostic): readonly (string | number | null)[] {
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
  ];
}

/**
 * A table of what was found, a row each, as comma-separated values (RFC 4180): problems first, then the findings, those set
 * aside too. The first row names the columns and is always there.
 */
export function renderCheckCsv(file: CheckJson, { digest }: RenderContext): string {
  return stringify([COLUMNS, ...listDiagnostics(file, digest).map(toCsvRow)], {
    record_delimiter: 'windows',
    // The package quotes for its own line end alone.
    quoted_match: /[\r\n]/,
  });
}

import type { CheckJson } from '../../model/check.ts';
import type { RenderContext } from '../format.ts';
import { listDiagnostics, SEVERITY_WORDS } from '../wording/check-diagnostics.ts';
import { escapeForTerminal } from '../writers/escape-for-terminal.ts';

/** What counts, a line each, as compilers print it: `file:line:column: severity: message [rule]`; nothing where nothing was found. */
export function renderCheckLines(file: CheckJson, context: RenderContext): string {
  return listDiagnostics(file, context)
    .filter(({ setAside }) => setAside === null)
    .map(({ file: name, at, severity, what, rule }) => {
      const place = `${name}:${at?.line ?? 1}:${at?.column ?? 1}`;
      const line = `${place}: ${SEVERITY_WORDS[severity]}: ${what} [${rule}]`;
      return `${escapeForTerminal(line.replace(/\s+/g, ' '))}\n`;
    })
    .join('');
}

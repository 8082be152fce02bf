import { findNearest } from '../../input/problems/find-nearest.ts';
import { escapeForTerminal } from '../../report/writers/escape-for-terminal.ts';
import type { Host } from '../host.ts';
import { UsageError } from './exit.ts';
import { type OptionSpec, type OptionValue, toOptionKey } from './signature.ts';

const PREFIX = 'DEMANDFIT_';

/** The variable of an option, such as DEMANDFIT_MIN_INDEX for `min-index`. */
function toVariableName({ name }: OptionSpec): string {
  return `${PREFIX}${name.replaceAll('-', '_').toUpperCase()}`;
}

/** A mistyped threshold would otherwise be ignored silently. */
function warnAboutUnknownVariables(known: readonly string[], host: Host): void {
  const unknown = host
    .envNames()
    .filter((name) => name.startsWith(PREFIX) && !known.includes(name) && host.env(name) !== '')
    .sort();
  for (const name of unknown) {
    const near = findNearest(name, known);
    const hint = near === null ? `Known variables: ${known.join(', ')}.` : `Did you mean ${near}?`;
    host.stderr.write(`warning: ${escapeForTerminal(name)} is unknown and is ignored. ${hint}\n`);
  }
}

function parseFlag(variable: string, text: string): boolean {
  if (/^(?:1|true|yes|on)$/i.test(text.trim())) return true;
  if (/^(?:0|false|no|off)$/i.test(text.trim())) return false;
  throw new UsageError(
    `${variable} takes true or false, not ${JSON.stringify(text)}`,
    `${variable}=true demandfit check`,
  );
}

/** The options that environment variables give. Unknown DEMANDFIT_* variables produce a warning. @throws UsageError for a flag that is neither true nor false. */
export function readEnvironment(
  specs: readonly OptionSpec[],
  given: Readonly<Record<string, unknown>>,
  host: Host,
): Readonly<Record<string, OptionValue>> {
  const variables = specs.filter(({ variable }) => variable !== undefined);
  warnAboutUnknownVariables(variables.map(toVariableName), host);
  const found: Record<string, OptionValue> = {};
  for (const spec of variables) {
    const name = toVariableName(spec);
    const text = host.env(name) ?? '';
    const unless = spec.variable?.unless;
    if (text === '' || (unless !== undefined && given[toOptionKey({ name: unless })] === true)) continue;
    found[toOptionKey(spec)] = spec.value === null ? parseFlag(name, text) : text;
  }
  return found;
}

import { findNearest } from '../../input/problems/find-nearest.ts';
import { escapeForTerminal } from '../../report/writers/escape-for-terminal.ts';
import type { Host } from '../host.ts';
import { UsageError } from './exit.ts';
import { type OptionSpec, type OptionValue, toOptionKey } from './signature.ts';

/** What the variables begin with that stand for options. */
const PREFIX = 'DEMANDFIT_';

/** The variable that stands for an option, such as DEMANDFIT_MIN_INDEX for `min-index`. */
function toVariableName({ name }: OptionSpec): string {
  return `${PREFIX}${name.replaceAll('-', '_').toUpperCase()}`;
}

/** Tells of variables that look like one for an option and are none: a bar that is mistyped would hold nothing. */
function warnAboutUnknownVariables(specs: readonly OptionSpec[], host: Host): void {
  const known = specs.map(toVariableName);
  const unknown = host
    .envNames()
    .filter((name) => name.startsWith(PREFIX) && !known.includes(name) && host.env(name) !== '')
    .sort();
  for (const name of unknown) {
    const near = findNearest(name, known);
    const hint = near === null ? 'demandfit check --help lists the options.' : `Did you mean ${near}?`;
    host.stderr.write(`warning: ${escapeForTerminal(name)} stands for no option and is ignored. ${hint}\n`);
  }
}

function parseVariable(spec: OptionSpec, text: string): OptionValue | undefined {
  const { value, isMany } = spec;
  if (value === null) {
    if (/^(?:1|true|yes|on)$/i.test(text.trim())) return true;
    if (/^(?:0|false|no|off)$/i.test(text.trim())) return undefined;
    const variable = toVariableName(spec);
    throw new UsageError(
      `${variable} takes true or false, not ${JSON.stringify(text)}`,
      `${variable}=true demandfit check`,
    );
  }
  return isMany === true ? text.split(/\s+/).filter((part) => part !== '') : text;
}

/**
 * The options of a command line, with those that it leaves out taken from the environment. A list has blanks between its values; a flag
 * is on for `1` or `true`. `apart` are pairs that exclude each other: what the command line says silences the other in the
 * environment. A variable that stands for no option is told on stderr. @throws UsageError for a flag that is neither on nor off.
 */
export function applyEnvironment(
  options: Readonly<Record<string, unknown>>,
  specs: readonly OptionSpec[],
  host: Host,
  apart: readonly (readonly [string, string])[] = [],
): Readonly<Record<string, unknown>> {
  const found = { ...options };
  warnAboutUnknownVariables(specs, host);
  for (const spec of specs) {
    const text = host.env(toVariableName(spec));
    const key = toOptionKey(spec);
    const isSilenced = apart.some((pair) => pair.includes(key) && pair.some((name) => options[name] !== undefined));
    if (text === undefined || text === '' || isSilenced || found[key] !== undefined) continue;
    const value = parseVariable(spec, text);
    if (value !== undefined) found[key] = value;
  }
  return found;
}

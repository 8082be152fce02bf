import { findNearest } from '../input/problems/find-nearest.ts';
import { escapeForTerminal } from '../report/writers/escape-for-terminal.ts';
import type { Host } from './host.ts';
import type { RunResult } from './line/exit.ts';
import { type OptionSpec, type OptionsOf, type OptionValue, type Signature, toOptionKey } from './line/signature.ts';
import { UsageError } from './usage-error.ts';

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
function readEnvironment(
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

/** A command with what it takes. */
export interface Command {
  readonly signature: Signature;
  /** What its first argument chooses, each with arguments, options and a help of its own; left out where it chooses nothing. */
  readonly actions?: readonly ActionEntry[];
  /** @param options as they are on the command line. @throws UsageError when the arguments can't be carried out. */
  run(args: readonly string[], options: Readonly<Record<string, unknown>>, host: Host): Promise<RunResult>;
}

/** A command, or an action of one, before its file is loaded. */
export interface ActionEntry {
  readonly id: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** The headings under which the help lists the commands, in this order. */
export const COMMAND_GROUPS = ['Read and score', 'Write', 'Look up', 'CI and maintenance'] as const;

/** A command as the registry knows it. */
export interface CommandEntry extends ActionEntry {
  readonly group: (typeof COMMAND_GROUPS)[number];
  /** The names of its arguments, so that the help of the program loads no command. */
  readonly takes: string;
}

function checkChoice({ name, values = [] }: OptionSpec, value: string, example: string): void {
  if (values.includes(value)) return;
  const near = findNearest(value, values);
  const choices = `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
  const hint = near === null ? '' : `. Did you mean ${near}?`;
  throw new UsageError(
    `--${name} takes ${choices}, not ${JSON.stringify(value)}${hint}`,
    `${example} --${name} ${near ?? values[0]}`,
  );
}

/** All options of a signature: those of the command line, then of the environment, then the defaults. @throws UsageError for a value that an option does not take. */
function completeOptions(
  { options: specs, examples: [example = ''] }: Signature,
  given: Readonly<Record<string, unknown>>,
  host: Host,
): Readonly<Record<string, unknown>> {
  const hasVariables = specs.some(({ variable }) => variable !== undefined);
  const environment = hasVariables ? readEnvironment(specs, given, host) : {};
  return Object.fromEntries(
    specs.map((spec) => {
      const key = toOptionKey(spec);
      const value = given[key] ?? environment[key] ?? spec.preset;
      if (spec.value === null) return [key, value === true];
      if (spec.isMany === true) return [key, value ?? []];
      if (spec.values !== undefined && typeof value === 'string') checkChoice(spec, value, example);
      return [key, value];
    }),
  );
}

/** A command whose options have the types that its signature gives them. */
export function defineCommand<const Specs extends readonly OptionSpec[]>({
  run,
  actions,
  ...signature
}: Omit<Signature, 'options'> & {
  readonly options: Specs;
  readonly actions?: readonly ActionEntry[];
  run(args: readonly string[], options: OptionsOf<Specs>, host: Host): Promise<RunResult>;
}): Command {
  return {
    signature,
    ...(actions === undefined ? {} : { actions }),
    run: (args, given, host) => run(args, completeOptions(signature, given, host) as OptionsOf<Specs>, host),
  };
}

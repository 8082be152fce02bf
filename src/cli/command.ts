import { findNearest } from '../input/problems/find-nearest.ts';
import type { Host } from './host.ts';
import { readEnvironment } from './line/environment.ts';
import { type RunResult, UsageError } from './line/exit.ts';
import { type OptionSpec, type OptionsOf, type Signature, toOptionKey } from './line/signature.ts';

/** A command with what it takes. */
export interface Command {
  readonly signature: Signature;
  /** @param options as they are on the command line. @throws UsageError when the arguments can't be carried out. */
  run(args: readonly string[], options: Readonly<Record<string, unknown>>, host: Host): Promise<RunResult>;
}

/** A command as the registry knows it before its file is loaded. */
export interface CommandEntry {
  readonly id: string;
  readonly summary: string;
  load(): Promise<Command>;
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
  ...signature
}: Omit<Signature, 'options'> & {
  readonly options: Specs;
  run(args: readonly string[], options: OptionsOf<Specs>, host: Host): Promise<RunResult>;
}): Command {
  return {
    signature,
    run: (args, given, host) => run(args, completeOptions(signature, given, host) as OptionsOf<Specs>, host),
  };
}

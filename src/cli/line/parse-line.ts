import { Command as CommanderCommand, Option } from 'commander';
import type { Host } from '../host.ts';
import type { CommandLine, OptionSpec, Signature } from './signature.ts';

/** A parser that writes to the host and throws where commander would exit. */
export function createParser(name: string, host: Host): CommanderCommand {
  return new CommanderCommand(name)
    .exitOverride()
    .configureOutput({ writeOut: (text) => host.stdout.write(text), writeErr: (text) => host.stderr.write(text) })
    .showSuggestionAfterError(true);
}

function toCommanderOption({ name, value, about, preset, isMany }: OptionSpec): Option {
  const option = new Option(value === null ? `--${name}` : `--${name} <${value}>`, about);
  // commander would take `--no-config` for the opposite of `--config`, and keep one value for both.
  option.negate = false;
  if (preset !== undefined) option.default(preset);
  if (isMany === true) option.argParser((given: string, before?: readonly string[]) => [...(before ?? []), given]);
  return option;
}

/** Takes any command line apart, tells what is wrong with it, and prints the help where it is asked for. @throws CommanderError for both. */
export function parseLine(
  words: readonly string[],
  command: { readonly id: string; readonly summary: string; readonly signature: Signature },
  host: Host,
): CommandLine {
  const { args, options, examples } = command.signature;
  const parser = createParser(`demandfit ${command.id}`, host)
    .description(`${command.summary}.`)
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}`)
    .showHelpAfterError(`Run demandfit ${command.id} --help for options and examples.`)
    .action(() => {});
  for (const { name, about } of args) parser.argument(name, about);
  for (const option of options) parser.addOption(toCommanderOption(option));
  parser.parse([...words], { from: 'user' });
  return { args: parser.args, options: parser.opts() };
}

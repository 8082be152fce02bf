import { Command as CommanderCommand, Option } from 'commander';
import type { ActionEntry, Command } from '../command.ts';
import type { Host } from '../host.ts';
import { renderCommandHelp } from './help.ts';
import { spellCommands } from './name-command.ts';
import type { CommandLine, OptionSpec } from './signature.ts';

function toCommanderOption({ name, value, preset, isMany }: OptionSpec): Option {
  const option = new Option(value === null ? `--${name}` : `--${name} <${value}>`);
  // commander would take `--no-config` for the opposite of `--config`, and keep one value for both.
  option.negate = false;
  if (preset !== undefined) option.default(preset);
  if (isMany === true) option.argParser((given: string, before?: readonly string[]) => [...(before ?? []), given]);
  return option;
}

/**
 * Takes any command line apart, reports what is wrong with it, and prints the help where it is asked for. Writes to the host,
 * and throws where commander would exit. @throws CommanderError for both.
 */
export function parseLine(
  words: readonly string[],
  entry: Pick<ActionEntry, 'id' | 'summary'>,
  command: Command,
  host: Host,
): CommandLine {
  const { args, options, examples } = command.signature;
  const parser = new CommanderCommand(`demandfit ${entry.id}`)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(spellCommands(text, host.command)),
      writeErr: (text) => host.stderr.write(spellCommands(text, host.command)),
    })
    .showSuggestionAfterError(true)
    .showHelpAfterError(`For example: ${examples[0]}\nRun demandfit ${entry.id} --help for options and more examples.`)
    .action(() => {});
  parser.helpInformation = () => renderCommandHelp(entry, command);
  for (const { name } of args) parser.argument(name);
  for (const option of options) parser.addOption(toCommanderOption(option));
  parser.parse([...words], { from: 'user' });
  return { args: parser.args, options: parser.opts() };
}

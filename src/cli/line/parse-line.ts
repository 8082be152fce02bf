import { Command as CommanderCommand, Option } from 'commander';
import type { CommandEntry } from '../command.ts';
import type { Host } from '../host.ts';
import { spellCommands } from './name-command.ts';
import type { CommandLine, OptionSpec, Signature } from './signature.ts';

const ABOUT =
  'Scores crypto+AI projects by demand fit: how well one offer meets demand that buyers have today, how sure that is, what holds it back and what would change it.';

export function buildTopLevelHelp(commands: readonly CommandEntry[], host: Host): CommanderCommand {
  const program = createParser('demandfit', host).description(ABOUT).version(host.version, '-V, --version');
  for (const { id, summary } of commands)
    program.command(id).description(summary).allowUnknownOption().argument('[args...]');
  return program.usage('[command] [options] [paths...]').addHelpText(
    'after',
    `
Without a command, arguments are passed to score: \`demandfit project.yaml\` prints a fit report.
\`demandfit COMMAND --help\` lists the options of a command.

Exit codes: 0 done, 1 a check failed, 2 usage or input error, 70 internal error.`,
  );
}

/** A parser that writes to the host and throws where commander would exit. */
export function createParser(name: string, host: Host): CommanderCommand {
  return new CommanderCommand(name)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(spellCommands(text, host.command)),
      writeErr: (text) => host.stderr.write(spellCommands(text, host.command)),
    })
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

import { Command as CommanderCommand } from 'commander';
import type { Host } from './host.ts';
import type { CommandLine, Signature } from './signature.ts';

/** A parser that writes to the host and throws where commander would exit. */
export function parserFor(name: string, host: Host): CommanderCommand {
  return new CommanderCommand(name)
    .exitOverride()
    .configureOutput({ writeOut: (text) => host.stdout.write(text), writeErr: (text) => host.stderr.write(text) })
    .showSuggestionAfterError(true);
}

/** Takes any command line apart, tells what is wrong with it, and prints the help where it is asked for. @throws CommanderError for both. */
export function parseLine(
  words: readonly string[],
  command: { readonly id: string; readonly summary: string; readonly signature: Signature },
  host: Host,
): CommandLine {
  const { args, options, examples } = command.signature;
  const parser = parserFor(`demandfit ${command.id}`, host)
    .description(`${command.summary}.`)
    .addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}`)
    .showHelpAfterError(`Run demandfit ${command.id} --help for options and examples.`)
    .action(() => {});
  for (const { name, about } of args) parser.argument(name, about);
  for (const { name, value, about, preset } of options) {
    parser.option(value === null ? `--${name}` : `--${name} <${value}>`, about, preset);
  }
  parser.parse([...words], { from: 'user' });
  return { args: parser.args, options: parser.opts() };
}

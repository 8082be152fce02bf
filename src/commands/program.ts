import { Command as CommanderCommand, CommanderError } from 'commander';
import { nearest } from '../read/suggest.ts';
import type { CommandEntry } from './command.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import type { Host } from './host.ts';
import { COMMANDS } from './registry.ts';

const ABOUT =
  'Scores crypto+AI projects by demand fit: how well one offer meets demand that buyers have today, how sure that is, what holds it back and what would change it.';

/** Options that take a value stand before a command's name only together with it, so the first bare word decides. */
function commandOf(args: readonly string[]): { entry: CommandEntry | undefined; rest: readonly string[] } {
  const [first] = args;
  const named = COMMANDS.find((entry) => entry.id === first);
  return named === undefined ? { entry: COMMANDS[0], rest: args } : { entry: named, rest: args.slice(1) };
}

/** A first word that is no file and nearly a command was meant as one. @throws UsageError that names it. */
function refuseSlip(first: string | undefined, host: Host): void {
  if (first === undefined || first.startsWith('-') || host.disk.stat(first) !== null) return;
  const near = nearest(
    first,
    COMMANDS.map((entry) => entry.id),
  );
  if (near === null) return;
  throw new UsageError(
    `there is no command and no file ${JSON.stringify(first)}. Did you mean ${near}?`,
    `demandfit ${near} --help`,
  );
}

function configured(command: CommanderCommand, host: Host): CommanderCommand {
  return command
    .exitOverride()
    .configureOutput({ writeOut: (text) => host.stdout.write(text), writeErr: (text) => host.stderr.write(text) })
    .showSuggestionAfterError(true);
}

/** The top of the help: commands from the registry. */
function overview(host: Host): CommanderCommand {
  const program = configured(new CommanderCommand('demandfit'), host)
    .description(ABOUT)
    .version(host.version, '-V, --version');
  for (const { id, summary } of COMMANDS)
    program.command(id).description(summary).allowUnknownOption().argument('[args...]');
  return program.usage('[command] [options] [paths...]').addHelpText(
    'after',
    `
Without a command the arguments go to score, so \`demandfit project.yaml\` prints a fit report.
\`demandfit COMMAND --help\` shows the options of a command.

Exit codes: 0 done, 1 kept for checks, 2 wrong usage or input, 70 a fault of the program.`,
  );
}

async function runCommand(entry: CommandEntry, args: readonly string[], host: Host): Promise<ExitCode> {
  const command = await entry.load();
  const parser = configured(new CommanderCommand(`demandfit ${entry.id}`), host).description(`${entry.summary}.`);
  command.configure(parser);
  parser.showHelpAfterError(`Run demandfit ${entry.id} --help for options and examples.`);
  parser.action(() => {});
  await parser.parseAsync([...args], { from: 'user' });
  return command.run(parser.args, parser.opts(), host);
}

/** True where nothing was asked for: no arguments, and nothing piped in. */
function isIdle(args: readonly string[], host: Host): boolean {
  return args.length === 0 && host.stdinIsTerminal;
}

/**
 * Carries out a command line and returns its exit code. A wrong command line is told on stderr with an example of a
 * right one; anything else that is thrown is a bug and left to the caller.
 */
export async function runProgram(args: readonly string[], host: Host): Promise<ExitCode> {
  try {
    const [first = ''] = args;
    if (isIdle(args, host) || ['-h', '--help', 'help', '-V', '--version'].includes(first)) {
      const topic = first === 'help' ? COMMANDS.find((entry) => entry.id === args[1]) : undefined;
      if (topic !== undefined) return await runCommand(topic, ['--help'], host);
      overview(host).parse(args.length === 0 || first === 'help' ? ['--help'] : [first], { from: 'user' });
    }
    const { entry, rest } = commandOf(args);
    if (entry?.id !== first) refuseSlip(args[0], host);
    return entry === undefined ? EXIT.usage : await runCommand(entry, rest, host);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (!(error instanceof UsageError)) throw error;
    host.stderr.write(`error: ${error.message}\nFor example: ${error.example}\n`);
    return EXIT.usage;
  }
}

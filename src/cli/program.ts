import { findNearest } from '../input/problems/find-nearest.ts';
import type { ActionEntry, CommandEntry } from './command.ts';
import { COMMANDS } from './commands/registry.ts';
import type { Host } from './host.ts';
import { decideExitCode, EXIT, type ExitCode, isCommanderExit } from './line/exit.ts';
import { spellCommands } from './line/name-command.ts';
import { ASK_FOR_PROPOSALS } from './line/signature.ts';
import { UsageError } from './usage-error.ts';

/** Options that take a value stand before a command's name only together with it, so the first bare word decides. */
function findCommand(args: readonly string[]): { entry: CommandEntry | undefined; rest: readonly string[] } {
  const [first] = args;
  const named = COMMANDS.find((entry) => entry.id === first);
  return named === undefined ? { entry: COMMANDS[0], rest: args } : { entry: named, rest: args.slice(1) };
}

function mayExist(file: string, host: Host): boolean {
  try {
    return host.disk.stat(file) !== null;
  } catch {
    // Reading it reports why the system forbids to look.
    return true;
  }
}

/** A first word that is not a file and nearly a command was meant as one. @throws UsageError that names it. */
function refuseMistypedCommand(first: string | undefined, host: Host): void {
  if (first === undefined || first.startsWith('-') || mayExist(first, host)) return;
  const near = findNearest(
    first,
    COMMANDS.map((entry) => entry.id),
  );
  if (near === null) return;
  throw new UsageError(
    `no command or file is called ${JSON.stringify(first)}. Did you mean ${near}?`,
    `demandfit ${near} --help`,
  );
}

async function runCommand(entry: ActionEntry, words: readonly string[], host: Host): Promise<ExitCode> {
  const command = await entry.load();
  const action = command.actions?.find(({ id }) => id === words[0]);
  if (action !== undefined) return runCommand({ ...action, id: `${entry.id} ${action.id}` }, words.slice(1), host);
  const { parseLine } = await import('./line/parse-line.ts');
  const { args, options } = parseLine(words, entry, command, host);
  return decideExitCode(await command.run(args, options, host));
}

/** True where nothing was asked for: no arguments, and nothing on standard input. */
function isNothingAsked(args: readonly string[], host: Host): boolean {
  return args.length === 0 && (host.stdinIsTerminal || !host.hasStdin());
}

/**
 * Carries out a command line and returns its exit code. A wrong command line is told on stderr with an example of a
 * right one; anything else that is thrown is a bug and left to the caller.
 */
export async function runProgram(args: readonly string[], host: Host): Promise<ExitCode> {
  try {
    const [first = ''] = args;
    if (isNothingAsked(args, host) || ['-h', '--help', 'help'].includes(first)) {
      const topic = first === 'help' ? COMMANDS.find((entry) => entry.id === args[1]) : undefined;
      if (topic !== undefined) return await runCommand(topic, [...args.slice(2), '--help'], host);
      const { renderTopLevelHelp } = await import('./line/help.ts');
      host.stdout.write(spellCommands(renderTopLevelHelp(COMMANDS), host.command));
      return EXIT.done;
    }
    if (first === '-V' || first === '--version') {
      host.stdout.write(`${host.version}\n`);
      return EXIT.done;
    }
    if (first === ASK_FOR_PROPOSALS) {
      const { proposeWords } = await import('./line/propose-words.ts');
      host.stdout.write(await proposeWords(args.slice(1), COMMANDS, host.builtInRubric));
      return EXIT.done;
    }
    const { entry, rest } = findCommand(args);
    if (entry?.id !== first) refuseMistypedCommand(args[0], host);
    return entry === undefined ? EXIT.usage : await runCommand(entry, rest, host);
  } catch (error) {
    if (error instanceof UsageError)
      host.stderr.write(spellCommands(`error: ${error.message}\nFor example: ${error.example}\n`, host.command));
    else if (!isCommanderExit(error)) throw error;
    return decideExitCode({ kind: 'thrown', error });
  }
}

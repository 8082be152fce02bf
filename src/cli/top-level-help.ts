import type { Command as CommanderCommand } from 'commander';
import { COMMANDS } from './commands/registry.ts';
import type { Host } from './host.ts';
import { createParser } from './line/parse-line.ts';

const ABOUT =
  'Scores crypto+AI projects by demand fit: how well one offer meets demand that buyers have today, how sure that is, what holds it back and what would change it.';

/** The top of the help: commands from the registry. */
export function buildTopLevelHelp(host: Host): CommanderCommand {
  const program = createParser('demandfit', host).description(ABOUT).version(host.version, '-V, --version');
  for (const { id, summary } of COMMANDS)
    program.command(id).description(summary).allowUnknownOption().argument('[args...]');
  return program.usage('[command] [options] [paths...]').addHelpText(
    'after',
    `
Without a command, arguments are passed to score: \`demandfit project.yaml\` prints a fit report.
\`demandfit COMMAND --help\` lists the options of a command.

Exit codes: 0 done, 1 a check failed, 2 usage or input error, 70 internal error.`,
  );
}

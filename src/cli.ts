#!/usr/bin/env node
import { EXIT } from './commands/exit.ts';
import { realHost } from './host.ts';

/** A reader that went away, as `head` does, is no fault of ours; a full disk is told, as a wrong --output is. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`error: standard output can't be written (${error.code ?? error.message})\n`);
  process.exitCode = EXIT.usage;
});

async function main(): Promise<void> {
  const host = realHost();
  const args = process.argv.slice(2);
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    host.stdout.write(`${host.version}\n`);
    return;
  }
  try {
    const { runProgram } = await import('./commands/program.ts');
    process.exitCode = await runProgram(args, host);
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    host.stderr.write(
      `demandfit ${host.version} met a fault of its own. Please report it with this trace:\n${trace}\n`,
    );
    process.exitCode = EXIT.bug;
  }
}

void main();

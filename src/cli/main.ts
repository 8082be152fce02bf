#!/usr/bin/env node
import { decideExitCode, isSystemError } from './line/exit.ts';
import { THREAD } from './line/signature.ts';
import { createNodeHost } from './node-host.ts';

async function main(): Promise<void> {
  const own = createNodeHost();
  const host = own.args[0] === THREAD ? await (await import('./node-threads.ts')).createThreadHost(own) : own;
  const { args } = host;
  try {
    if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
      host.stdout.write(`${host.version}\n`);
      return;
    }
    const { runProgram } = await import('./program.ts');
    process.exitCode = await runProgram(args, host);
  } catch (error) {
    // Whoever started the thread tells what ended it.
    if (host.feed !== null) throw error;
    process.exitCode = decideExitCode({ kind: 'thrown', error });
    if (isSystemError(error)) {
      const { explainSystemError } = await import('./deliver.ts');
      host.stderr.write(`error: ${explainSystemError(error)}\n`);
      return;
    }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    host.stderr.write(`demandfit ${host.version} internal error. Please report it with this stack trace:\n${trace}\n`);
  }
}

// Where a PDF is damaged, its reader throws, and leaves promises of its own without a handler besides, for each of which Node
// would end the program.
process.on('unhandledRejection', (reason) => {
  if (!(reason instanceof Error && reason.stack?.includes('pdfjs'))) throw reason;
});

void main();

import type { Problem } from '../model/problem.ts';
import { renderProblems } from '../render/problems.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Host } from './host.ts';
import { lookFor } from './look.ts';

/** Tells on stderr what is wrong in the user's files, and gives the exit code for it. */
export async function tellProblems(
  problems: readonly Problem[],
  options: Readonly<Record<string, unknown>>,
  host: Host,
  textOf: (file: string) => string | null = () => null,
): Promise<ExitCode> {
  const look = await lookFor(options, host, host.stderr);
  host.stderr.write(renderProblems(problems, textOf, look));
  return EXIT.usage;
}

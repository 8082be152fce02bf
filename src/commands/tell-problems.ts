import type { Problem } from '../model/problem.ts';
import { renderProblems } from '../render/problems.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Host } from './host.ts';
import { lookFor } from './look.ts';

/** Tells on stderr what is wrong in the user's files, with lines of their `texts`, and gives the exit code: done where nothing is. */
export async function tellProblems(
  problems: readonly Problem[],
  options: Readonly<Record<string, unknown>>,
  host: Host,
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<ExitCode> {
  if (problems.length === 0) return EXIT.done;
  const look = await lookFor(options, host, host.stderr);
  host.stderr.write(renderProblems(problems, (file) => texts.get(file) ?? null, look));
  return EXIT.usage;
}

import type { Problem } from '../model/problem.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Host } from './host.ts';
import { lookFor } from './look.ts';

/** Problems of one file that are told in full; all of them are in the JSON output. */
const MOST_TOLD = 50;

/** Tells on stderr what is wrong in the user's files, with lines of their `texts`, and gives the exit code: done where nothing is. */
export async function tellProblems(
  problems: readonly Problem[],
  options: Readonly<Record<string, unknown>>,
  host: Host,
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<ExitCode> {
  if (problems.length === 0) return EXIT.done;
  const look = await lookFor(options, host, host.stderr);
  const { renderProblems } = await import('../render/problems.ts');
  const told = problems.filter((problem, i) => i < MOST_TOLD || problem.file !== problems[i - MOST_TOLD]?.file);
  host.stderr.write(renderProblems(told, (file) => texts.get(file) ?? null, look));
  const left = problems.length - told.length;
  if (left > 0) host.stderr.write(`\n... and ${left} more problems in the same files\n`);
  return EXIT.usage;
}

import type { CheckResult } from '../../model/check.ts';
import type { Problem } from '../../model/diagnostic.ts';
import type { GoldenCaseRun } from '../../model/rubric-audit.ts';
import { UsageError } from '../usage-error.ts';

/** The exit codes, the same for every command and format. */
export const EXIT = {
  done: 0,
  /** A check failed: the input was read, and something in it is not as it must be. */
  failed: 1,
  /** A wrong command line, or input that can't be read. */
  usage: 2,
  /** An internal error, after sysexits' EX_SOFTWARE. */
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command came to. Problems are those of files that can't be read. */
export type RunResult =
  | { readonly kind: 'done'; readonly problems: readonly Problem[] }
  /** JSON lines: how many lines and paths have problems, and whether a check of them fails. */
  | { readonly kind: 'lines'; readonly faulty: number; readonly failed: boolean }
  | { readonly kind: 'check'; readonly problems: readonly Problem[]; readonly check: CheckResult }
  | { readonly kind: 'vectors'; readonly problems: readonly Problem[]; readonly vectors: GoldenCaseRun }
  /** `init` that was stopped before it had anything to write, or `sources --refresh` before it had opened all. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'thrown'; readonly error: unknown };

export const DONE: RunResult = { kind: 'done', problems: [] };

/** What commander throws when it has printed help or a usage error; told by its code, so that commander is not loaded. */
export function isCommanderExit(error: unknown): error is Error & { readonly exitCode: number } {
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('commander.') && 'exitCode' in error
  );
}

/** True for what the system says of a file or stream, such as that a name is too long or the disk is full. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

function decideThrownCode(error: unknown): ExitCode {
  if (isCommanderExit(error)) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  return error instanceof UsageError || isSystemError(error) ? EXIT.usage : EXIT.bug;
}

/** The exit code of a run: input that can't be read comes before a check that fails. */
export function decideExitCode(result: RunResult): ExitCode {
  if (result.kind === 'thrown') return decideThrownCode(result.error);
  if (result.kind === 'stopped') return EXIT.failed;
  if (result.kind === 'lines') return result.faulty > 0 ? EXIT.usage : result.failed ? EXIT.failed : EXIT.done;
  if (result.problems.length > 0) return EXIT.usage;
  switch (result.kind) {
    case 'check':
      return result.check.failures.length > 0 ? EXIT.failed : EXIT.done;
    case 'vectors':
      return result.vectors.checks.some(({ differs }) => differs.length > 0) ? EXIT.failed : EXIT.done;
    default:
      return EXIT.done;
  }
}

import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface ProgramOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** Runs the built program at 80 columns, with no other settings than these. */
export function runBuilt(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  cwd = ROOT,
): ProgramOutput {
  const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(ROOT, 'dist/cli.cjs'), ...args], {
    argv0: 'demandfit',
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', COLUMNS: '80', ...environment },
  });
  return { stdout, stderr, code: status };
}

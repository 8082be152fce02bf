import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { ROOT } from './rubric.ts';

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program, or a copy of it, as a user would, without a terminal. */
export function run(
  args: readonly string[],
  more: { input?: string; cwd?: string; env?: Readonly<Record<string, string>>; program?: string } = {},
): Run {
  const result = spawnSync(process.execPath, [more.program ?? path.join(ROOT, 'dist/cli.cjs'), ...args], {
    argv0: 'demandfit',
    cwd: more.cwd ?? ROOT,
    encoding: 'utf8',
    input: more.input ?? '',
    maxBuffer: 64 * 1024 * 1024,
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', ...more.env },
  });
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}

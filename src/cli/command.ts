import type { Host } from './host.ts';
import type { RunResult } from './line/exit.ts';
import type { Signature } from './line/signature.ts';

/** What a command's own file exports. */
export interface Command {
  readonly signature: Signature;
  /** @throws UsageError when the arguments can't be carried out. */
  run(args: readonly string[], options: Readonly<Record<string, unknown>>, host: Host): Promise<RunResult>;
}

/** A command as the registry knows it before its file is loaded. */
export interface CommandEntry {
  readonly id: string;
  readonly summary: string;
  load(): Promise<Command>;
}

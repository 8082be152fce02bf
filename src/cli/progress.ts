import type { Host } from './host.ts';

/** A run that takes longer than this, in milliseconds, tells how far it is; then as often as `BETWEEN`. */
const PATIENCE = 1000;
const BETWEEN = 200;

/** Tells on a terminal's stderr how many descriptions are done; `end` takes the line away again. */
export interface Progress {
  step(): void;
  end(): void;
}

const SILENT: Progress = { step() {}, end() {} };

/** For a run that begins now; says nothing where stderr is not a terminal. */
export function startProgress(host: Host, of: string): Progress {
  if (!host.stderr.isTerminal) return SILENT;
  let [count, last, isShown] = [0, host.milliseconds() + PATIENCE - BETWEEN, false];
  return {
    step() {
      count += 1;
      const now = host.milliseconds();
      if (now - last < BETWEEN) return;
      [last, isShown] = [now, true];
      host.stderr.write(`\r${count} ${of}`);
    },
    end() {
      if (isShown) host.stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}

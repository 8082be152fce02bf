import { spawnSync } from 'node:child_process';
import * as path from 'node:path';
import { ROOT } from './rubric.ts';

/** True where tests can have a real terminal. */
export const HAS_TERMINAL = spawnSync('tmux', ['-V']).status === 0;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The built program with arguments, as a shell takes them. */
export function programLine(args: readonly string[]): string {
  return [process.execPath, path.join(ROOT, 'dist/cli.cjs'), ...args].map((arg) => `'${arg}'`).join(' ');
}

/** A terminal, of 100 columns by default, in which a program runs as it does before a person. */
export class Terminal {
  static #count = 0;
  readonly #socket = `demandfit-${process.pid}-${Terminal.#count}`;

  /** @param line what the shell of the terminal runs. */
  constructor(line: string, cwd: string, rows = 45, columns = 100) {
    Terminal.#count += 1;
    const size = ['-x', String(columns), '-y', String(rows)];
    this.#tmux('-f', '/dev/null', 'new-session', '-d', ...size, '-c', cwd, '-e', 'LC_ALL=C.UTF-8', '/bin/sh');
    this.type(`exec 2>&1; ${line}; echo "left with $?"; read wait`, 'Enter');
  }

  #tmux(...args: readonly string[]): string {
    return spawnSync('tmux', ['-L', this.#socket, ...args], { encoding: 'utf8' }).stdout;
  }

  /** Keys by tmux's names, such as `Enter` and `C-c`; other words are typed as they are. */
  type(...keys: readonly string[]): void {
    for (const key of keys) this.#tmux('send-keys', key);
  }

  screen(): string {
    return this.#tmux('capture-pane', '-p', '-J', '-S', '-200');
  }

  /** What is in view, line by line. */
  visible(): readonly string[] {
    return this.#tmux('capture-pane', '-p').trimEnd().split('\n');
  }

  /** The screen once the text stands on it. @throws Error with the screen where it never comes. */
  async until(text: string): Promise<string> {
    for (let i = 0; i < 150; i += 1) {
      const screen = this.screen();
      if (screen.includes(text)) return screen;
      await pause(100);
    }
    throw new Error(`${JSON.stringify(text)} never came:\n${this.screen()}`);
  }

  /** The process that the shell of the terminal runs, by its id. */
  program(): number | null {
    const shell = this.#tmux('display-message', '-p', '#{pane_pid}').trim();
    const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', shell], { encoding: 'utf8' });
    const pid = Number(stdout.trim().split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  }

  close(): void {
    this.#tmux('kill-server');
  }
}

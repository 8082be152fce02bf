/** The exit codes, the same for every command and format. */
export const EXIT = {
  done: 0,
  /** A check failed: the input was read, and something in it is not as it must be. */
  failed: 1,
  /** A wrong command line, or input that can't be read. */
  usage: 2,
  /** A fault of the program, after sysexits' EX_SOFTWARE. */
  bug: 70,
} as const;

/** A right command line with --output. */
export const EXAMPLE_OUTPUT = 'demandfit score project.yaml --output report.txt';

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command line that can't be carried out; `example` is one that can. */
export class UsageError extends Error {
  readonly example: string;

  constructor(message: string, example: string) {
    super(message);
    this.name = 'UsageError';
    this.example = example;
  }
}

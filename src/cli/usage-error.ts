/** A command line that can't be carried out; `example` is one that can. */
export class UsageError extends Error {
  readonly example: string;

  constructor(message: string, example: string) {
    super(message);
    this.name = 'UsageError';
    this.example = example;
  }
}

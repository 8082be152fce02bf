import { EXAMPLE_OUTPUT, UsageError } from './exit.ts';
import type { Host } from './host.ts';

/**
 * Hands finished output to standard output (also as `-`) or, whole or not at all, to a file.
 * @throws UsageError when it can't be written, or when the file is one of `inputs`: no command changes what it reads.
 */
export function deliver(text: string, file: string | undefined, host: Host, inputs: readonly string[] = []): void {
  if (file === undefined || file === '-') {
    host.stdout.write(text);
    return;
  }
  const input = inputs.find((name) => host.isSameFile(name, file));
  if (input !== undefined)
    throw new UsageError(`--output: ${file} is what was read (${input}), and would be lost`, EXAMPLE_OUTPUT);
  try {
    host.writeFile(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--output: ${file} can't be written (${reason})`, EXAMPLE_OUTPUT);
  }
}

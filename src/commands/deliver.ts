import { UsageError } from './exit.ts';
import type { Host } from './host.ts';

/** Hands finished output to standard output or, whole or not at all, to a file. @throws UsageError when it can't be written. */
export function deliver(text: string, file: string | undefined, host: Host): void {
  if (file === undefined) {
    host.stdout.write(text);
    return;
  }
  try {
    host.writeFile(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `--output: ${file} can't be written (${reason})`,
      'demandfit score project.yaml --output report.txt',
    );
  }
}

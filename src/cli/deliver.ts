import { getErrorCode } from '../input/text/read-text.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { ReportHead } from '../model/report.ts';
import type { FormatInfo } from '../report/format.ts';
import { escapeForTerminal } from '../report/writers/escape-for-terminal.ts';
import type { Host, Sink } from './host.ts';
import { isSystemError } from './line/exit.ts';
import type { ProblemLog } from './read-descriptions.ts';
import { UsageError } from './usage-error.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such folder',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'read-only file system',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EIO: 'the disk fails',
  EBUSY: 'it is in use',
  ETXTBSY: 'it is in use',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EBADF: 'the stream is closed',
};

/** Why the system let a file not be read or written, in words; the name of a file that stands in for it meanwhile is left out. */
export function explainWriteError(error: unknown): string {
  if (isSystemError(error)) return REASONS[getErrorCode(error)] ?? getErrorCode(error);
  return error instanceof Error ? error.message : String(error);
}

/** What the system says of a file, for the run that ends by it. */
export function explainSystemError(error: NodeJS.ErrnoException): string {
  const { syscall, path } = error;
  const name = path === undefined ? 'standard output' : escapeForTerminal(path);
  return `cannot ${syscall === 'write' ? 'write to' : 'open'} ${name} (${explainWriteError(error)})`;
}

/** A right command line. */
const EXAMPLE = 'demandfit score project.yaml --output report.txt';

/** Writes a file, whole or not at all. @throws Error when the system forbids it. */
export function writeFile(file: string, text: string, host: Host): void {
  const sink = host.createFile(file);
  try {
    sink.write(text);
  } catch (error) {
    sink.discard();
    throw error;
  }
  sink.close();
}

/** Where a result goes. */
export interface Destination {
  /** undefined or `-` for standard output. */
  readonly output?: string | undefined;
  /** What is written there, for the line that says so. */
  readonly format: string;
}

/** Says what was written, which nobody sees otherwise. */
export function tellWritten(file: string, format: string, host: Host): void {
  host.stderr.write(`${escapeForTerminal(`Wrote ${file} (${format}).`)}\n`);
}

/** Letters that are gathered before they are written. */
const BUFFER_SIZE = 65_536;

function refuseOutput(file: string, error: unknown): never {
  throw new UsageError(`--output: cannot write ${file} (${explainWriteError(error)})`, EXAMPLE);
}

/** The sink behind --output. @throws UsageError when it is one of `inputs`: no command changes what it reads. */
function openOutputFile(file: string, host: Host, inputs: readonly string[]): Sink {
  const input = inputs.find((name) => host.isSameFile(name, file));
  if (input !== undefined)
    throw new UsageError(`--output: ${file} is an input file (${input}) and would be overwritten`, EXAMPLE);
  try {
    return host.createFile(file);
  } catch (error) {
    return refuseOutput(file, error);
  }
}

/**
 * Where a result goes: standard output (also as `-`), piece by piece, or a file, whole or not at all. A file is opened
 * with the first piece and never without one, when `inputs`, which may grow until then, are known. @throws UsageError when it can't be written.
 */
function openOutput(
  { output: file, format }: Destination,
  host: Host,
  inputs: readonly string[],
  most = BUFFER_SIZE,
): Sink {
  let held = '';
  let sink: Sink | null = null;
  let isBegun = false;
  const drop = () => {
    sink?.discard();
    sink = null;
  };
  const flush = (): Sink | null => {
    if (file === undefined || file === '-') host.stdout.write(held);
    else {
      sink ??= openOutputFile(file, host, inputs);
      try {
        sink.write(held);
      } catch (error) {
        drop();
        refuseOutput(file, error);
      }
    }
    held = '';
    return sink;
  };
  return {
    write(text) {
      isBegun = true;
      held += text;
      if (held.length >= most) flush();
    },
    close() {
      if (!isBegun) return;
      const opened = flush();
      sink = null;
      try {
        opened?.close();
        if (opened !== null) tellWritten(file ?? '', format, host);
      } catch (error) {
        refuseOutput(file ?? '', error);
      }
    },
    discard: drop,
  };
}

/** Hands a finished text over, as `deliverPieces` does. */
export function deliver(text: string, destination: Destination, host: Host, inputs: readonly string[] = []): void {
  const output = openOutput(destination, host, inputs);
  output.write(text);
  output.close();
}

/** Hands over the pieces as they come, as `deliver` does; where one can't be made, nothing is left in the file's place. @param most letters that are gathered before they are written. */
export async function deliverPieces(
  pieces: AsyncIterable<string>,
  destination: Destination,
  host: Host,
  inputs: readonly string[],
  most?: number,
): Promise<void> {
  const output = openOutput(destination, host, inputs, most);
  try {
    for await (const piece of pieces) output.write(piece);
    output.close();
  } catch (error) {
    output.discard();
    throw error;
  }
}

/**
 * A result of many items piece by piece: in a format of lines each item at once under `key`, then the problems of
 * those that could not be read; in any other format the whole at the end, nothing for a reader where there is no item.
 */
export async function* renderPieces<T>(
  items: AsyncIterable<T>,
  key: string,
  { format: { line, isData }, head }: { readonly format: FormatInfo; readonly head: ReportHead },
  { problems }: Pick<ProblemLog, 'problems'>,
  renderAll: (items: readonly T[], problems: readonly Problem[]) => Promise<string>,
): AsyncGenerator<string> {
  if (line === null) {
    const all: T[] = [];
    for await (const item of items) all.push(item);
    if (all.length > 0 || isData) yield renderAll(all, problems);
    return;
  }
  // Data without a line is an empty file, and not a missing one.
  yield '';
  for await (const item of items) yield line({ ...head, [key]: item });
  for (const problem of problems) yield line({ ...head, problem });
}

import { expandPaths } from '../../input/text/expand-paths.ts';
import { type InputLine, isBlankLine, isJsonLines, readWholeLine } from '../../input/text/json-lines.ts';
import { explainUnreadable } from '../../input/text/read-text.ts';
import type { Outcome, Problem } from '../../model/diagnostic.ts';
import type { ReportHead } from '../../model/report.ts';
import type { FormatInfo } from '../../report/format.ts';
import { formatCount } from '../../report/wording/figures.ts';
import { type Destination, deliverPieces } from '../deliver.ts';
import type { BlockResult, Host, LineBlock } from '../host.ts';
import type { LineOptions } from '../line/common-options.ts';
import type { RunResult } from '../line/exit.ts';
import { parseCountOption } from '../line/read-options.ts';
import { explainStumble } from '../read-descriptions.ts';
import { UsageError } from '../usage-error.ts';

/** What is written of a line, and what it adds to the sums of the run. */
export interface LineOutput {
  readonly entry: object;
  readonly sums?: Readonly<Record<string, number>>;
}

/** What one line comes to, whatever the others are. */
export type LineFilter = (line: InputLine) => Outcome<LineOutput> | Promise<Outcome<LineOutput>>;

/** What a command has settled before its first line. */
export interface LineRun {
  readonly args: readonly string[];
  readonly options: LineOptions;
  readonly format: FormatInfo;
  readonly head: ReportHead;
  readonly destination: Destination;
  /** A right command line. */
  readonly example: string;
}

/** A block that was read, or why a file gives no more. */
type ReadBlock = LineBlock | { readonly problem: Problem };

/** Blocks that each thread is given ahead, so that none waits for the others. */
const AHEAD = 3;

const MOST_JOBS = 256;

function sumUp(totals: Record<string, number>, sums: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(sums)) totals[name] = (totals[name] ?? 0) + value;
}

/** Numbers the lines of each file, from 1. */
function* numberLines(file: string, blocks: Iterable<readonly string[]>, start = 1): Generator<ReadBlock> {
  let first = start;
  try {
    for (const lines of blocks) {
      yield { file, first, lines };
      first += lines.length;
    }
  } catch (error) {
    yield { problem: explainUnreadable(file, error) };
  }
}

/** @param files null for standard input, whose first line has the number `start`. */
function* readBlocks(files: readonly string[] | null, stdinName: string, start: number, host: Host) {
  if (files === null) yield* numberLines(stdinName, host.stdinLines(), start);
  for (const file of files ?? []) yield* numberLines(file, host.disk.lines(file));
}

async function filterBlock(
  { file, first, lines }: LineBlock,
  filter: LineFilter,
  write: (entry: object) => string,
): Promise<BlockResult> {
  const sums: Record<string, number> = { lines: 0, faulty: 0 };
  const texts: string[] = [];
  for (const [at, written] of lines.entries()) {
    if (isBlankLine(written)) continue;
    const line = first + at;
    const whole = readWholeLine({ written, number: line, file });
    let found: Outcome<LineOutput>;
    try {
      found = whole.ok ? await filter(whole.value) : whole;
    } catch (error) {
      found = { ok: false, problems: [explainStumble(file, error)] };
    }
    sumUp(sums, { lines: 1, faulty: found.ok ? 0 : 1 });
    if (found.ok) {
      sumUp(sums, found.value.sums ?? {});
      texts.push(write({ line, ...found.value.entry }));
    } else for (const problem of found.problems) texts.push(write({ line, problem }));
  }
  return { text: texts.join(''), sums };
}

/** The results of the blocks in their order, made by threads that each have a few ahead. */
async function* spreadBlocks(
  blocks: Iterable<ReadBlock>,
  jobs: number,
  filterHere: (block: ReadBlock) => Promise<BlockResult>,
  host: Host,
): AsyncGenerator<BlockResult> {
  const threads = await host.startThreads(jobs);
  const begun: Promise<BlockResult>[] = [];
  let turn = 0;
  try {
    for (const block of blocks) {
      const thread = 'problem' in block ? undefined : threads[turn++ % threads.length];
      const result = thread === undefined || 'problem' in block ? filterHere(block) : thread.filter(block);
      // Whoever awaits it is told all the same.
      result.catch(() => undefined);
      begun.push(result);
      const first = begun.length > AHEAD * jobs ? begun.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (const one of begun) yield await one;
  } finally {
    for (const thread of threads) thread.stop();
  }
}

/** The files of lines that the arguments name; null for standard input. @throws UsageError where there is anything else among them. */
async function findFiles({ args, options, example }: LineRun, host: Host) {
  if (options.stdinFilename !== undefined) return null;
  const other = args.find((name) => !isJsonLines(name));
  if (other !== undefined)
    throw new UsageError(`JSON lines cannot be combined with other paths such as ${other}`, example);
  return expandPaths(args, host.disk);
}

/**
 * Writes what each line comes to, in the order of the lines, as they come: of a sound one its entry, of any other each
 * problem, both with its number. @returns the sums of the run: `lines`, those that are `faulty`, and files that are `unread` to their end among them.
 * @throws UsageError where the format has no lines.
 */
async function filterAll(run: LineRun, filter: LineFilter, host: Host): Promise<Readonly<Record<string, number>>> {
  const { options, format, head, destination, example } = run;
  const toLine = format.line;
  if (toLine === null) throw new UsageError(`JSON lines require --format jsonl, not ${format.id}`, example);
  const jobs = parseCountOption(options.jobs, 'jobs', 1, MOST_JOBS, example) ?? 1;
  const start = parseCountOption(options.firstLine, 'first-line', 1, Number.MAX_SAFE_INTEGER, example) ?? 1;
  if (start > 1 && options.stdinFilename === undefined)
    throw new UsageError('--first-line requires --stdin-filename', example);
  const write = (entry: object) => toLine({ ...head, ...entry });
  const filterHere = async (block: ReadBlock): Promise<BlockResult> =>
    'problem' in block
      ? { text: write({ problem: block.problem }), sums: { unread: 1 } }
      : filterBlock(block, filter, write);
  if (host.feed !== null) {
    for await (const block of host.feed.blocks) host.feed.answer(await filterHere(block));
    return {};
  }
  const found = await findFiles(run, host);
  const sums: Record<string, number> = { lines: 0, faulty: 0 };
  async function* listPieces(): AsyncGenerator<string> {
    // Data without a line is an empty file, and not a missing one.
    yield '';
    for (const problem of found?.problems ?? []) {
      sumUp(sums, { unread: 1 });
      yield write({ problem });
    }
    const blocks = readBlocks(found?.files ?? null, options.stdinFilename ?? '', start, host);
    for await (const result of jobs > 1
      ? spreadBlocks(blocks, jobs, filterHere, host)
      : mapBlocks(blocks, filterHere)) {
      sumUp(sums, result.sums);
      yield result.text;
    }
  }
  await deliverPieces(listPieces(), destination, host, found?.files ?? [], 0);
  return sums;
}

async function* mapBlocks<T>(blocks: Iterable<ReadBlock>, filter: (block: ReadBlock) => Promise<T>): AsyncGenerator<T> {
  for (const block of blocks) yield await filter(block);
}

/** Filters the lines as `filterAll` does, and says on stderr how many have problems, and how many files. @param fails whether sums are those of a check that fails. */
export async function filterLines(
  run: LineRun,
  filter: LineFilter,
  host: Host,
  fails: (sums: Readonly<Record<string, number>>) => boolean = () => false,
): Promise<RunResult> {
  const sums = await filterAll(run, filter, host);
  const { lines = 0, faulty = 0, unread = 0 } = sums;
  if (faulty > 0) host.stderr.write(`${faulty} of ${lines} lines have problems, which are in the output.\n`);
  if (unread > 0) host.stderr.write(`${formatCount(unread, 'path')} could not be read; the output says why.\n`);
  return { kind: 'lines', faulty: faulty + unread, failed: fails(sums) };
}

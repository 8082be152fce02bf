import type { RubricFiles } from '../input/rubric/rubric-files.ts';
import type { Disk } from '../input/text/disk.ts';
import type { PageProgram } from '../model/page.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Web } from '../sources/web.ts';

/** A stream that a person or a program reads. */
export interface Stream {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; null where it is not one. */
  readonly columns: number | null;
}

/** Output that is written piece by piece. A file is seen when it is closed, whole, and never when it is discarded. */
export interface Sink {
  write(text: string): void;
  close(): void;
  discard(): void;
}

/** Why git gives no content. `owner`: the repository belongs to somebody else; `shallow`: the clone is cut off, and may lack the revision therefore; `unreadable`: it may be there, but this clone lacks it, or git cannot open it. */
export interface GitRefusal {
  readonly ok: false;
  readonly cause: 'no-git' | 'no-repository' | 'owner' | 'shallow' | 'no-file' | 'unreadable';
  /** The words of git, or of the system that did not start it. */
  readonly said: string;
}

/** Lines of one file that are filtered together. */
export interface LineBlock {
  readonly file: string;
  /** The number of the first one, from 1. */
  readonly first: number;
  readonly lines: readonly string[];
}

/** What a block comes to: text to be written, and sums by name. */
export interface BlockResult {
  readonly text: string;
  readonly sums: Readonly<Record<string, number>>;
}

export interface LineThread {
  filter(block: LineBlock): Promise<BlockResult>;
  stop(): void;
}

export interface LineFeed {
  readonly blocks: AsyncIterable<LineBlock>;
  answer(result: BlockResult): void;
}

/** Everything outside the program that a command may touch. `node-host.ts` makes the real one. */
export interface Host {
  readonly version: string;
  /** Address of the repository, as `package.json` has it; null where it has none. */
  readonly homepage: string | null;
  /** The words that start the program again, such as `npx demandfit`. */
  readonly command: string;
  /** The command that adds an optional package to this installation. */
  installCommand(name: string): string;
  /** What stands behind them. */
  readonly args: readonly string[];
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** The first `limit` bytes of standard input. @throws Error when it can't be read. */
  readStdin(limit: number): Uint8Array;
  /** The lines of standard input, as `lines` of the disk has those of a file. @throws Error when it can't be read. */
  stdinLines(): Iterable<readonly string[]>;
  /** Threads that carry out the command line of this run, each on the lines that it is given. */
  startThreads(count: number): Promise<readonly LineThread[]>;
  /** In such a thread, where its lines come from and what they come to goes; null in the program itself. */
  readonly feed: LineFeed | null;
  readonly stdinIsTerminal: boolean;
  /** True where standard input has at least one byte; waits for it or for the end. @throws Error when it can't be read. */
  hasStdin(): boolean;
  env(name: string): string | undefined;
  /** The names of all variables of the environment. */
  envNames(): readonly string[];
  readonly disk: Disk;
  /** True where both names lead to one file, through links too. */
  isSameFile(a: string, b: string): boolean;
  /** A file to be written, through links and with its mode kept. @throws Error when the system forbids it, when it is closed too. */
  createFile(path: string): Sink;
  /** Makes a folder with these files, by name with `/`, whole or not at all. @throws Error when the system forbids it, or anything but an empty folder exists there. */
  createFolder(path: string, files: ReadonlyMap<string, string>): void;
  /** The folder of the shipped examples. */
  readonly shippedExamples: string;
  /** The first `limit` bytes of a file as it was in a git revision, or what git said. */
  gitShow(
    revision: string,
    path: string,
    limit: number,
  ): Promise<{ readonly ok: true; readonly bytes: Uint8Array } | GitRefusal>;
  /** The day, in UTC, on which what is checked out was committed; null where git cannot tell. */
  gitDay(): Promise<string | null>;
  /** The files of a folder as it was in a git revision, or what git said. */
  gitFolder(revision: string, folder: string): Promise<{ readonly ok: true; readonly files: RubricFiles } | GitRefusal>;
  /** The text files below a folder as they were in a git revision, by name from the folder, or what git said; links are not among them. */
  gitTexts(
    revision: string,
    folder: string,
    isWanted: (name: string) => boolean,
  ): Promise<{ readonly ok: true; readonly texts: ReadonlyMap<string, string> } | GitRefusal>;
  /** How a file is named from a folder, with `/`: `../` where it lies outside of it. */
  nameFrom(folder: string, file: string): string;
  /** Hexadecimal digits of a hash that stands for a text, 64 of them. */
  digest(text: string): string;
  /** Milliseconds that have passed since some moment, to tell that a run takes long. */
  milliseconds(): number;
  /** The names of files each time that one is saved, from now on until they are interrupted with Ctrl-C. */
  saves(files: readonly string[]): Promise<AsyncIterable<string>>;
  /** Aborted when the process is asked to end (SIGTERM, SIGINT) or its terminal is closed (SIGHUP); from the first call on. */
  terminated(): AbortSignal;
  /** Lets something change what is typed at the terminal, before any prompt has it. */
  filterTyped(change: (typed: Uint8Array) => void): void;
  /** The day on which the program runs, in UTC as pipelines count it, for a file that is begun and for `--today now`; nothing else is judged by it. */
  today(): string;
  /** Bytes of a text in UTF-8 after gzip. */
  compressedSize(text: string): number;
  /** Letters that nobody can foresee. */
  randomId(): string;
  /** Puts text at the end of a file, which need not exist. @throws Error when the system forbids it. */
  appendFile(path: string, text: string): void;
  /** The network, for the one command that connects. */
  connect(): Promise<Web>;
  /** The rubric that was checked and compiled at build. */
  builtInRubric(): Rubric;
  /** The code that makes a page answer, one script for the browser, made at build. */
  pageProgram(name: PageProgram): string;
  /** The files of a rubric set in a folder; null where there is no such folder. */
  rubricFiles(folder: string): RubricFiles | null;
  /** The files that the built-in rubric is made of. */
  shippedRubricFiles(): RubricFiles;
}

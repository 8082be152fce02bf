import * as path from 'node:path';
import type { Host, Sink, Stream } from '../../src/cli/host.ts';
import type { Rubric } from '../../src/model/rubric.ts';

/** A host without a terminal that keeps what is written; its disk is empty. */
export class RecordingHost implements Host {
  readonly version = '0.0.0';
  readonly homepage = 'https://example.org/demandfit';
  readonly command = 'demandfit';
  readonly args: readonly string[] = [];
  readonly written = { stdout: '', stderr: '' };
  readonly stdout: Stream = this.stream('stdout');
  readonly stderr: Stream = this.stream('stderr');
  readonly stdinIsTerminal = true;
  readonly disk: Host['disk'] = {
    separator: '/',
    stat: () => null,
    readFile: () => new Uint8Array(),
    list: () => [],
    realPath: (name) => path.posix.resolve('/', name),
    lines: () => [],
  };
  readonly rubric: Rubric;

  constructor(rubric: Rubric) {
    this.rubric = rubric;
  }

  private stream(name: 'stdout' | 'stderr'): Stream {
    return {
      write: (text) => {
        this.written[name] += text;
      },
      isTerminal: false,
      columns: null,
    };
  }

  installCommand(name: string): string {
    return `npm install ${name}`;
  }

  isSameFile(a: string, b: string): boolean {
    return a === b;
  }

  hasStdin(): boolean {
    return false;
  }

  readStdin(): Uint8Array {
    return new Uint8Array();
  }

  env(name: string): string | undefined {
    return name === 'LC_ALL' ? 'C.UTF-8' : undefined;
  }

  envNames(): readonly string[] {
    return ['LC_ALL'];
  }

  stdinLines(): Iterable<readonly string[]> {
    return [];
  }

  async startThreads() {
    return [];
  }

  readonly feed: Host['feed'] = null;

  async gitShow(..._: Parameters<Host['gitShow']>): ReturnType<Host['gitShow']> {
    return { ok: false, cause: 'no-git', said: 'there is no git here' };
  }

  async gitDay(): ReturnType<Host['gitDay']> {
    return null;
  }

  async gitFolder(): ReturnType<Host['gitFolder']> {
    return this.gitShow('', '', 0) as ReturnType<Host['gitFolder']>;
  }

  async gitTexts(..._: Parameters<Host['gitTexts']>): ReturnType<Host['gitTexts']> {
    return this.gitShow('', '', 0) as ReturnType<Host['gitTexts']>;
  }

  nameFrom(_folder: string, file: string): string {
    return file;
  }

  digest(text: string): string {
    return text;
  }

  compressedSize(text: string): number {
    return text.length;
  }

  milliseconds(): number {
    return 0;
  }

  async saves(): Promise<AsyncIterable<string>> {
    return (async function* () {})();
  }

  terminated(): AbortSignal {
    return new AbortController().signal;
  }

  filterTyped(): void {}

  today(): string {
    return '2026-06-29';
  }

  randomId(): string {
    return 'random';
  }

  appendFile(): void {}

  createFile(_name: string): Sink {
    return { write() {}, close() {}, discard() {} };
  }

  createFolder(): void {}

  readonly shippedExamples = 'examples';

  connect(): ReturnType<Host['connect']> {
    return Promise.reject(new Error('there is no network here'));
  }

  builtInRubric(): Rubric {
    return this.rubric;
  }

  pageProgram(): string {
    return '';
  }

  rubricFiles(folder: string) {
    return folder === 'broken' ? this.shippedRubricFiles() : null;
  }

  shippedRubricFiles() {
    return { list: () => [], read: () => null };
  }
}

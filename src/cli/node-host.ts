import { on, once } from 'node:events';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { RubricFiles } from '../input/rubric/rubric-files.ts';
import type { Disk, DiskItem } from '../input/text/disk.ts';
import { decodeText, explainUnreadable, getErrorCode, MAX_BYTES } from '../input/text/read-text.ts';
import type { Classifier } from '../model/classifier.ts';
import type { Rubric } from '../model/rubric.ts';
import type { Host, Sink, Stream } from './host.ts';
import { nameCommand } from './line/name-command.ts';
import { linkScript } from './link-script.ts';
import { openGitFolder, readGitDay, readGitFile, readGitTexts } from './node-git.ts';

declare const DEMANDFIT_VERSION: string;
declare const DEMANDFIT_HOMEPAGE: string | null;

/** Waits a little, for a pipe that is full or empty at the moment and answers EAGAIN. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

/** Writes the whole text. A reader that went away, as `head` does, is not our fault. */
function writeFully(descriptor: number, text: string | Uint8Array): void {
  let rest = typeof text === 'string' ? Buffer.from(text) : text;
  while (rest.length > 0) {
    try {
      rest = rest.subarray(fs.writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
}

/** Node's own streams, of which each loads a quarter of what `node -e 0` takes when it is first asked for. */
const STREAMS = [() => process.stdin, () => process.stdout, () => process.stderr] as const;

/** True where a person sits at the other end; what is a pipe or a file, or closed, needs no stream to tell. */
function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    return fs.fstatSync(descriptor).isCharacterDevice() && STREAMS[descriptor]().isTTY === true;
  } catch {
    return false;
  }
}

/** Standard output or error. */
function openStream(descriptor: 1 | 2): Stream {
  const stream = isTerminal(descriptor) ? STREAMS[descriptor]() : null;
  return {
    write: (text) => (stream === null ? writeFully(descriptor, text) : void stream.write(text)),
    isTerminal: stream !== null,
    columns: stream?.columns ?? null,
  };
}

/** The file that a name leads to through links, or the name made whole where nothing exists there yet. */
function resolvePath(name: string): string {
  try {
    return fs.realpathSync(name);
  } catch {
    return path.resolve(name);
  }
}

/** The descriptor that a name such as `/dev/stdout` stands for; null for any other name. */
function findDescriptor(name: string): number | null {
  const [, word, number] = /^\/(?:dev|proc\/self)\/(?:(stdout|stderr)|fd\/(\d{1,6}))$/.exec(name) ?? [];
  if (word !== undefined) return word === 'stdout' ? 1 : 2;
  return number === undefined ? null : Number(number);
}

/** What a system says of a name or a folder where the file itself may still be written. */
const NOT_BESIDE = ['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EXDEV', 'ENAMETOOLONG'];

/** A new file next to the target. A run that was killed may have left one, so the first free name counts. */
function openBeside(target: string): { readonly name: string; readonly descriptor: number } {
  const base = path.basename(target).slice(0, 60);
  for (let count = 0; ; count += 1) {
    const name = path.join(path.dirname(target), `.${base}.${process.pid}${count === 0 ? '' : `-${count}`}.tmp`);
    try {
      return { name, descriptor: fs.openSync(name, 'wx') };
    } catch (error) {
      if (getErrorCode(error) !== 'EEXIST' || count === 100) throw error;
    }
  }
}

/** Writes over a file that cannot be replaced; what it held is put back where that fails. */
function overwrite(target: string, text: string): void {
  const held = fs.readFileSync(target);
  const write = (bytes: string | Uint8Array) => {
    const descriptor = fs.openSync(target, 'r+');
    try {
      fs.ftruncateSync(descriptor);
      writeFully(descriptor, bytes);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  };
  try {
    write(text);
  } catch (error) {
    write(held);
    throw error;
  }
}

/** Temporary files of this run; what ends it removes them. */
const unfinished = new Set<string>();

function endBySignal(signal: NodeJS.Signals): void {
  for (const name of unfinished) fs.rmSync(name, { force: true });
  for (const one of END_SIGNALS) process.off(one, endBySignal);
  process.kill(process.pid, signal);
}

const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function keepUntilEnd(name: string): () => void {
  if (unfinished.size === 0) for (const signal of END_SIGNALS) process.on(signal, endBySignal);
  unfinished.add(name);
  return () => {
    unfinished.delete(name);
    if (unfinished.size === 0) for (const signal of END_SIGNALS) process.off(signal, endBySignal);
  };
}

/** What is written goes straight to an open stream or device. */
function createDirectSink(descriptor: number, isOurs: boolean): Sink {
  const end = () => {
    if (isOurs) fs.closeSync(descriptor);
  };
  return { write: (text) => writeFully(descriptor, text), close: end, discard: end };
}

/** Gathers the text and writes over the file at the end, where nothing may be put next to it. */
function createOverwritingSink(target: string): Sink {
  fs.accessSync(target, fs.constants.W_OK);
  const pieces: string[] = [];
  return {
    write: (text) => void pieces.push(text),
    close: () => overwrite(target, pieces.join('')),
    discard: () => {},
  };
}

/** Writes next to the target and renames, so that a reader never sees half a file; where the system forbids that, over the target. */
function createFile(name: string): Sink {
  const stream = findDescriptor(name);
  if (stream !== null) return createDirectSink(stream, false);
  const target = resolvePath(name);
  const held = fs.statSync(target, { throwIfNoEntry: false });
  if (held !== undefined && !held.isFile()) return createDirectSink(fs.openSync(target, 'w'), true);
  let opened: ReturnType<typeof openBeside>;
  try {
    opened = openBeside(target);
  } catch (error) {
    if (held === undefined || !NOT_BESIDE.includes(getErrorCode(error))) throw error;
    return createOverwritingSink(target);
  }
  const { name: beside, descriptor } = opened;
  const release = keepUntilEnd(beside);
  let isOpen = true;
  const shut = () => {
    if (isOpen) fs.closeSync(descriptor);
    isOpen = false;
  };
  const discard = () => {
    shut();
    fs.rmSync(beside, { force: true });
    release();
  };
  return {
    write: (text) => writeFully(descriptor, text),
    discard,
    close() {
      try {
        // Some systems tell only here that the disk is full.
        fs.fsyncSync(descriptor);
        shut();
        if (held !== undefined) fs.chmodSync(beside, held.mode);
        fs.renameSync(beside, target);
        release();
      } catch (error) {
        const text =
          NOT_BESIDE.includes(getErrorCode(error)) && held !== undefined ? fs.readFileSync(beside, 'utf8') : null;
        discard();
        if (text === null) throw error;
        overwrite(target, text);
      }
    },
  };
}

/** Builds the folder next to the target and renames it; a rename never replaces a folder that holds something. */
function createFolder(name: string, files: ReadonlyMap<string, string>): void {
  const target = path.resolve(name);
  if (fs.existsSync(target) && (!fs.statSync(target).isDirectory() || fs.readdirSync(target).length > 0))
    throw new Error('it exists and is not an empty folder');
  const beside = fs.mkdtempSync(path.join(path.dirname(target), `.${path.basename(target)}.`));
  try {
    // A temporary folder is for its owner alone.
    fs.chmodSync(beside, 0o777 & ~process.umask());
    for (const [file, text] of files) {
      const full = path.join(beside, file);
      fs.mkdirSync(path.dirname(full), { recursive: true });
      fs.writeFileSync(full, text, { flag: 'wx' });
    }
    // Windows renames to no folder that exists, an empty one included.
    if (fs.existsSync(target)) fs.rmdirSync(target);
    fs.renameSync(beside, target);
  } catch (error) {
    fs.rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}

/** The first `limit` bytes of an open file or stream. */
function readUpTo(descriptor: number, limit: number): Uint8Array {
  const chunks: Buffer[] = [];
  let total = 0;
  while (total < limit) {
    const chunk = Buffer.alloc(Math.min(65_536, limit - total));
    const read = readSome(descriptor, chunk);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    total += read;
  }
  return Buffer.concat(chunks);
}

/** A pipe that has nothing to give at the moment answers EAGAIN, and a closed one on Windows EOF. */
function readSome(descriptor: number, into: Buffer): number {
  for (;;) {
    try {
      return fs.readSync(descriptor, into);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
}

/** The lines of an open file or stream; no more than one piece and one line of a bounded length are held at a time. */
function* streamLines(descriptor: number): Generator<readonly string[]> {
  const decoder = new TextDecoder('utf-8');
  const piece = Buffer.alloc(65_536);
  let rest = '';
  for (;;) {
    const read = readSome(descriptor, piece);
    const [first = '', ...others] = decoder.decode(piece.subarray(0, read), { stream: read > 0 }).split('\n');
    if (rest.length <= MAX_BYTES) rest += first;
    if (others.length > 0 || (read === 0 && rest !== '')) {
      const lines = [rest, ...others];
      rest = read === 0 ? '' : (lines.pop() ?? '');
      yield lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
    }
    if (read === 0) return;
  }
}

const findKind = (found: fs.Dirent | fs.Stats): DiskItem['kind'] =>
  found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';

/** What a link leads to; one that leads nowhere, or in a circle, is nothing to read. */
function findLinkKind(name: string): DiskItem['kind'] {
  try {
    return findKind(fs.statSync(name));
  } catch {
    return 'other';
  }
}

const nodeDisk: Disk = {
  separator: path.sep,
  stat(name) {
    try {
      return { kind: findKind(fs.statSync(name)) };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw error;
    }
  },
  readFile(name, limit) {
    const descriptor = fs.openSync(name, 'r');
    try {
      return readUpTo(descriptor, limit);
    } finally {
      fs.closeSync(descriptor);
    }
  },
  *lines(name) {
    const descriptor = fs.openSync(name, 'r');
    try {
      yield* streamLines(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  },
  list: (folder) =>
    fs.readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const isLink = entry.isSymbolicLink();
      return { name: entry.name, kind: isLink ? findLinkKind(path.join(folder, entry.name)) : findKind(entry), isLink };
    }),
  realPath: (name) => fs.realpathSync(name),
};

/** The names of the files below a folder. A folder that may not be listed, or is called as a file of a set is, stands for what is in it. */
function listFilesBelow(folder: string, name: string): readonly string[] {
  let entries: readonly fs.Dirent[];
  try {
    entries = fs.readdirSync(path.join(folder, name), { withFileTypes: true });
  } catch {
    return [name];
  }
  return entries
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) => {
      const below = path.posix.join(name, entry.name);
      return entry.isDirectory() && !entry.name.endsWith('.yaml') ? listFilesBelow(folder, below) : [below];
    })
    .sort();
}

/** The files of a rubric set in a folder on the disk. */
export function openRubricFolder(folder: string): RubricFiles {
  return {
    list: () => listFilesBelow(folder, '.'),
    read(name) {
      try {
        return decodeText(nodeDisk.readFile(path.join(folder, name), MAX_BYTES + 1), name);
      } catch (error) {
        return ['ENOENT', 'ENOTDIR'].includes(getErrorCode(error))
          ? null
          : { ok: false, problems: [explainUnreadable(name, error)] };
      }
    },
  };
}

/** A rubric set in a folder of the user's; null where there is no such folder. */
function findRubricFolder(folder: string): RubricFiles | null {
  return fs.existsSync(folder) && fs.statSync(folder).isDirectory() ? openRubricFolder(folder) : null;
}

/** The built-in set: as it is in a checkout, and as the build packed it in an install. */
function openShippedRubric(): RubricFiles {
  const folder = findRubricFolder(path.join(import.meta.dirname, '..', 'rubrics'));
  if (folder !== null) return folder;
  const packed = fs.readFileSync(path.join(import.meta.dirname, 'rubric-set.json.br'));
  const text = process.getBuiltinModule('node:zlib').brotliDecompressSync(packed).toString();
  const texts = new Map(Object.entries(JSON.parse(text) as Record<string, string>));
  return {
    list: () => [...texts.keys()],
    read(name) {
      const value = texts.get(name);
      return value === undefined ? null : { ok: true, value };
    },
  };
}

/** How long a file has to lie still before it counts as saved: an editor writes in several steps. */
const WRITE_STABILITY = { stabilityThreshold: 60, pollInterval: 20 };

/** What comes is kept until it is asked for; it ends when the process is interrupted. */
async function watchSaves(files: readonly string[]): Promise<AsyncIterable<string>> {
  const { watch } = await import('chokidar');
  const names = new Map(files.map((file) => [path.resolve(file), file]));
  const watcher = watch([...names.keys()], { ignoreInitial: true, atomic: true, awaitWriteFinish: WRITE_STABILITY });
  const interrupted = new AbortController();
  const end = () => interrupted.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  await once(watcher, 'ready');
  const events = on(watcher, 'all', { signal: interrupted.signal });
  async function* listSaved(): AsyncGenerator<string> {
    try {
      for await (const [, name] of events) yield names.get(path.resolve(String(name))) ?? String(name);
    } catch (error) {
      if (!interrupted.signal.aborted) throw error;
    } finally {
      process.off('SIGINT', end).off('SIGTERM', end);
      await watcher.close();
    }
  }
  return listSaved();
}

function watchTermination(): AbortSignal {
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended.abort(signal));
  // A terminal that is gone answers with an error to whatever is written.
  for (const open of STREAMS) open().on('error', () => ended.abort('SIGHUP'));
  // Ctrl-D ends what a terminal reads.
  const end = () => ended.abort('SIGHUP');
  const onKey = (_: unknown, key?: { readonly ctrl?: boolean; readonly name?: string }) => {
    if (key?.ctrl === true && key.name === 'd') end();
  };
  process.stdin.on('end', end).on('keypress', onKey);
  return ended.signal;
}

function filterTyped(change: (typed: Uint8Array) => void): void {
  // Paused first, as a listener would otherwise begin to read, and a prompt that is never asked for would keep the process.
  process.stdin.pause().prependListener('data', change);
}

/** Loaded where it is used: a start needs none of it. */
function loadCrypto() {
  return process.getBuiltinModule('node:crypto');
}

/**
 * The value in a module of the package, `export default {...};`, which takes less time to read as JSON than to run, and less as
 * Latin-1 than as UTF-8, since all of it is ASCII.
 */
function readDataModule<T>(name: string): T {
  const text = fs.readFileSync(path.join(import.meta.dirname, name), 'latin1');
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as T;
}

/** The rubric of the package. What was learnt of claims is read where a memo is judged. */
function readBuiltInRubric(): Rubric {
  const rubric = readDataModule<Rubric>('rubric.js');
  let claims: Classifier['claims'] | undefined;
  Object.defineProperty(rubric.classifier, 'claims', {
    enumerable: true,
    get: () => (claims ??= readDataModule<NonNullable<typeof claims>>('claims.js')),
  });
  return rubric;
}

function nameFrom(folder: string, file: string): string {
  return path.relative(path.resolve(folder), path.resolve(file)).replaceAll(path.sep, '/') || '.';
}

/** The real world, for the entry point only. */
export function createNodeHost(): Host {
  /** What was read of standard input to see whether it has anything. */
  let peeked: Uint8Array = new Uint8Array();
  return {
    version: DEMANDFIT_VERSION,
    homepage: DEMANDFIT_HOMEPAGE,
    get command() {
      const script = nameFrom('.', process.argv[1] ?? '');
      return nameCommand({ argv0: process.argv0, script, npmCommand: process.env['npm_command'] });
    },
    installCommand(name) {
      const place = path.join(import.meta.dirname, '..', '..');
      if (/[\\/]_npx[\\/]/.test(place)) return `npx --package demandfit --package ${name} demandfit`;
      const isInProject =
        path.basename(place) !== 'node_modules' || fs.existsSync(path.join(place, '..', 'package.json'));
      return `npm install ${isInProject ? '' : '-g '}${name}`;
    },
    args: process.argv.slice(2),
    stdout: openStream(1),
    stderr: openStream(2),
    hasStdin() {
      if (peeked.length === 0) peeked = readUpTo(0, 1);
      return peeked.length > 0;
    },
    readStdin: (limit) => Buffer.concat([peeked, readUpTo(0, limit - peeked.length)]),
    stdinLines: () => streamLines(0),
    startThreads: async (count) => (await import('./node-threads.ts')).startThreads(count),
    feed: null,
    disk: nodeDisk,
    get stdinIsTerminal() {
      return isTerminal(0);
    },
    env: (name) => process.env[name],
    envNames: () => Object.keys(process.env),
    isSameFile: (a, b) => resolvePath(a) === resolvePath(b),
    createFile,
    createFolder,
    // The folder of this file, in the package and in a checkout, is next to that of the examples.
    shippedExamples: path.join(import.meta.dirname, '..', 'examples'),
    gitShow: readGitFile,
    gitDay: readGitDay,
    gitFolder: openGitFolder,
    gitTexts: readGitTexts,
    nameFrom,
    digest: (text) => loadCrypto().createHash('sha256').update(text).digest('hex'),
    milliseconds: () => performance.now(),
    saves: watchSaves,
    terminated: watchTermination,
    filterTyped,
    today: () => new Date().toISOString().slice(0, 10),
    compressedSize: (text) => process.getBuiltinModule('node:zlib').gzipSync(text).length,
    randomId: () => loadCrypto().randomUUID(),
    appendFile: (name, text) => fs.appendFileSync(name, text),
    connect: async () => (await import('./network/open-address.ts')).connectToWeb(),
    builtInRubric: readBuiltInRubric,
    pageProgram: (name) =>
      linkScript(name, (file) => fs.readFileSync(path.join(import.meta.dirname, `${file}.js`), 'utf8')),
    rubricFiles: findRubricFolder,
    shippedRubricFiles: openShippedRubric,
  };
}

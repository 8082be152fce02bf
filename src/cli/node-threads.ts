import { on } from 'node:events';
import * as path from 'node:path';
import { parentPort, Worker } from 'node:worker_threads';
import type { BlockResult, Host, LineBlock, LineThread, Stream } from './host.ts';
import { THREAD } from './line/signature.ts';

function startThread(): LineThread {
  const worker = new Worker(path.join(import.meta.dirname, 'cli.cjs'), { argv: [THREAD, ...process.argv.slice(2)] });
  const waiting: { readonly take: (result: BlockResult) => void; readonly fail: (error: Error) => void }[] = [];
  let ended: Error | null = null;
  const end = (error: Error) => {
    ended ??= error;
    for (const { fail } of waiting.splice(0)) fail(ended);
  };
  worker.on('message', (result: BlockResult) => waiting.shift()?.take(result));
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`a thread ended with ${code}`)));
  return {
    filter: (block) =>
      new Promise((take, fail) => {
        if (ended !== null) return fail(ended);
        waiting.push({ take, fail });
        worker.postMessage(block);
      }),
    stop: () => void worker.terminate(),
  };
}

export function startThreads(count: number): readonly LineThread[] {
  return Array.from({ length: count }, startThread);
}

const SILENT: Stream = { write: () => undefined, isTerminal: false, columns: null };

/** The host of a thread: its lines come from whoever started it, who alone reads, writes and tells. */
export function createThreadHost(host: Host): Host {
  const port = parentPort;
  if (port === null) return host;
  async function* receive(from: NonNullable<typeof port>): AsyncGenerator<LineBlock> {
    for await (const [block] of on(from, 'message')) yield block as LineBlock;
  }
  const feed = { blocks: receive(port), answer: (result: BlockResult) => port.postMessage(result) };
  return Object.assign(Object.create(host) as Host, { args: host.args.slice(1), stdout: SILENT, stderr: SILENT, feed });
}

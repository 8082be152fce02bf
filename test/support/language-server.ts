import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import * as path from 'node:path';
import { ROOT } from './rubric.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: object };
}

interface Completion {
  readonly label: string;
  readonly documentation?: string | { readonly kind: string; readonly value: string };
}

/** The language server that editors use for YAML, driven over its standard streams as an editor does. */
export class LanguageServer {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number | string, (message: Message) => void>();
  #rest = Buffer.alloc(0);
  #last = 0;

  constructor() {
    const program = path.join(ROOT, 'node_modules/yaml-language-server/bin/yaml-language-server');
    this.#child = spawn(process.execPath, [program, '--stdio']);
    this.#child.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
  }

  async start(): Promise<void> {
    const hover = { contentFormat: ['markdown'] };
    const completion = { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } };
    await this.#ask('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { hover, completion, publishDiagnostics: {} } },
    });
    this.#tell('initialized', {});
    // Without this it asks the network for a list of schemas.
    const yaml = { schemaStore: { enable: false }, completion: true, hover: true, validate: true };
    this.#tell('workspace/didChangeConfiguration', { settings: { yaml } });
  }

  /** Opens a text under a name and gives what is underlined in it. */
  open(uri: string, text: string): Promise<readonly Diagnostic[]> {
    const told = new Promise<Message>((resolve) => this.#waiting.set(uri, resolve));
    this.#tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return told.then(({ params }) => (params as { diagnostics: readonly Diagnostic[] }).diagnostics);
  }

  async complete(uri: string, line: number, character: number): Promise<readonly Completion[]> {
    const position = { line, character };
    const { result } = await this.#ask('textDocument/completion', { textDocument: { uri }, position });
    return (result as { items: readonly Completion[] }).items;
  }

  async hover(uri: string, line: number, character: number): Promise<string> {
    const position = { line, character };
    const { result } = await this.#ask('textDocument/hover', { textDocument: { uri }, position });
    return (result as { contents: { value: string } }).contents.value;
  }

  stop(): void {
    this.#child.kill();
  }

  #ask(method: string, params: unknown): Promise<Message> {
    this.#last += 1;
    const id = this.#last;
    const answered = new Promise<Message>((resolve) => this.#waiting.set(id, resolve));
    this.#send({ id, method, params });
    return answered;
  }

  #tell(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #read(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end === -1) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.#rest.toString('ascii', 0, end))?.[1]);
      if (this.#rest.length < end + 4 + length) return;
      const body = this.#rest.toString('utf8', end + 4, end + 4 + length);
      this.#rest = this.#rest.subarray(end + 4 + length);
      this.#take(JSON.parse(body) as Message);
    }
  }

  #take(message: Message): void {
    if (message.method === 'textDocument/publishDiagnostics') {
      const { uri } = message.params as { uri: string };
      this.#waiting.get(uri)?.(message);
    } else if (message.method !== undefined && message.id !== undefined) {
      // A question of the server: for settings, or to register something.
      const { items } = (message.params ?? {}) as { items?: readonly unknown[] };
      this.#send({ id: message.id, result: items?.map(() => null) ?? null });
    } else if (message.id !== undefined) {
      this.#waiting.get(message.id)?.(message);
      this.#waiting.delete(message.id);
    }
  }
}

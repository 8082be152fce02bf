import type { Opened, Web } from '../../src/sources/web.ts';

/** An answer of a fake server; a text alone is a page with status 200. */
export type FakeAnswer =
  | string
  | Opened
  | { status?: number; headers?: Record<string, string>; body?: string | Uint8Array };

const encode = (body: string | Uint8Array) => (typeof body === 'string' ? new TextEncoder().encode(body) : body);

function toOpened(answer: FakeAnswer): Opened {
  if (typeof answer === 'string') return toOpened({ body: answer });
  if ('ok' in answer) return answer;
  const { status = 200, headers = {}, body = '' } = answer;
  return { ok: true, answer: { status, headers: { 'content-type': 'text/html', ...headers }, body: encode(body) } };
}

/** A web whose clock moves by what is waited for. Pages answer in turn, the last one for ever; without a page it is 404. */
export class FakeWeb implements Web {
  readonly requests: {
    readonly at: number;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
  }[] = [];
  private time = Date.parse('2026-11-30T12:00:00Z');
  private readonly start = this.time;
  private readonly pages: Map<string, FakeAnswer[]>;
  /** Called before each answer. */
  onRequest: (url: string) => void = () => {};

  constructor(pages: Readonly<Record<string, FakeAnswer | FakeAnswer[]>>) {
    this.pages = new Map(Object.entries(pages).map(([url, page]) => [url, Array.isArray(page) ? page : [page]]));
  }

  async open({ href: url }: URL, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Opened> {
    this.requests.push({ at: this.time - this.start, url, headers });
    this.onRequest(url);
    signal.throwIfAborted();
    const answers = this.pages.get(url);
    const answer = answers !== undefined && answers.length > 1 ? answers.shift() : answers?.[0];
    return toOpened(answer ?? { status: 404 });
  }

  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.time += milliseconds;
  }

  now(): number {
    return this.time;
  }

  /** What was opened but for the files of rules, in order. */
  get opened(): readonly string[] {
    return this.requests.map(({ url }) => url).filter((url) => !url.endsWith('/robots.txt'));
  }
}

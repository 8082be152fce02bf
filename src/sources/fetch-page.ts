import robotsParser from 'robots-parser';
import type { MissReason } from '../model/lock.ts';
import type { Unanswered, Web, WebAnswer } from './web.ts';

/** The package is a function, whatever its types say. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

const MOST_REDIRECTS = 5;
/** Milliseconds between two requests to one host. */
const PAUSE = 1000;
/** Milliseconds that `Retry-After` is waited for, once. */
const MOST_PATIENCE = 30_000;
/** Letters of a robots.txt that are read. */
const MOST_ROBOTS = 100_000;

const ACCEPTED = 'text/html,application/xhtml+xml,application/pdf,text/markdown,text/plain;q=0.9,*/*;q=0.1';

/** What became of one address. */
export type Fetched =
  | { readonly kind: 'page'; readonly url: URL; readonly answer: WebAnswer }
  /** As it was when it was read before. */
  | { readonly kind: 'same' }
  | { readonly kind: 'missed'; readonly status: number | null; readonly reason: Unanswered };

/** What is known of a page that was read before, for a conditional request. */
export interface Conditions {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

const miss = (reason: Unanswered, status: number | null = null): Fetched => ({ kind: 'missed', status, reason });

/** What a status other than 2xx says of a page. */
function judgeStatus(status: number): MissReason {
  if (status === 404 || status === 410) return 'gone';
  if (status === 429 || status === 503) return 'busy';
  return status >= 500 ? 'failed' : 'refused';
}

/** Milliseconds that a server asks to wait; null where it does not say. */
function readRetryAfter({ headers }: WebAnswer, now: number): number | null {
  const asked = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(asked)) return Number(asked) * 1000;
  const until = Date.parse(asked);
  if (Number.isNaN(until)) return null;
  const sent = Date.parse(headers['date'] ?? '');
  return Math.max(0, until - (Number.isNaN(sent) ? now : sent));
}

type Robots = { readonly isAllowed: (url: string) => boolean } | { readonly missed: Fetched };

/** With these, nobody knows what the rules of a host are. */
const UNREACHED: readonly Unanswered[] = ['busy', 'failed', 'timeout', 'unreachable', 'no-host'];

const OPEN: Robots = { isAllowed: () => true };

/** Opens pages as a guest does: one request a host and second, robots.txt and Retry-After respected, nothing remembered. */
export class PageFetcher {
  private readonly web: Web;
  private readonly agent: string;
  private readonly signal: AbortSignal;
  /** When the next request to a host may go out. */
  private readonly nextAt = new Map<string, number>();
  private readonly robots = new Map<string, Promise<Robots>>();
  /** Hosts that asked for patience. */
  private readonly busy = new Set<string>();
  /** True once any server has answered. */
  hasAnswers = false;

  /** @param agent such as `demandfit/1.0.0`; robots.txt knows it by what is before the slash. */
  constructor(web: Web, agent: string, signal: AbortSignal) {
    this.web = web;
    this.agent = agent;
    this.signal = signal;
  }

  private async request(url: URL, headers: Readonly<Record<string, string>>): Promise<Fetched> {
    const { web, signal } = this;
    const now = web.now();
    const at = Math.max(now, this.nextAt.get(url.host) ?? 0);
    this.nextAt.set(url.host, at + PAUSE);
    if (at > now) await web.wait(at - now, signal);
    signal.throwIfAborted();
    const opened = await web.open(
      url,
      { 'user-agent': this.agent, accept: ACCEPTED, 'accept-encoding': 'gzip, br', ...headers },
      signal,
    );
    if (!opened.ok) return miss(opened.reason);
    this.hasAnswers = true;
    return { kind: 'page', url, answer: opened.answer };
  }

  /** As `request`, with one more try where the server says when. */
  private async requestPatiently(url: URL, headers: Readonly<Record<string, string>>): Promise<Fetched> {
    if (this.busy.has(url.host)) return miss('busy');
    const first = await this.request(url, headers);
    if (first.kind !== 'page' || judgeStatus(first.answer.status) !== 'busy') return first;
    const asked = readRetryAfter(first.answer, this.web.now());
    if (asked !== null && asked <= MOST_PATIENCE) {
      await this.web.wait(asked, this.signal);
      const second = await this.request(url, headers);
      if (second.kind !== 'page' || judgeStatus(second.answer.status) !== 'busy') return second;
    }
    this.busy.add(url.host);
    return first;
  }

  /** The answer at the end of the redirects, each of which is checked like the first address. */
  private async follow(start: URL, headers: Readonly<Record<string, string>>, obeysRobots: boolean): Promise<Fetched> {
    let url = start;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const robots = obeysRobots ? await this.readRobots(url) : OPEN;
      if ('missed' in robots) return robots.missed;
      if (!robots.isAllowed(url.href)) return miss('robots');
      const fetched = await this.requestPatiently(url, redirects === 0 ? headers : {});
      if (fetched.kind !== 'page') return fetched;
      const { status, headers: answered } = fetched.answer;
      const location = answered['location'];
      if (status < 300 || status >= 400 || status === 304 || location === undefined) return fetched;
      if (!URL.canParse(location, url.href)) return miss('redirects', status);
      url = new URL(location, url.href);
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return miss('not-public', status);
    }
    return miss('redirects');
  }

  /** The rules of a host, by RFC 9309: none where it has no file, and all is closed where the file cannot be had. */
  private readRobots({ origin }: URL): Promise<Robots> {
    const held = this.robots.get(origin) ?? this.fetchRobots(origin);
    this.robots.set(origin, held);
    return held;
  }

  private async fetchRobots(origin: string): Promise<Robots> {
    const address = new URL('/robots.txt', origin);
    const fetched = await this.follow(address, {}, false);
    if (fetched.kind === 'missed' && UNREACHED.includes(fetched.reason)) return { missed: fetched };
    if (fetched.kind !== 'page') return OPEN;
    const { status, body } = fetched.answer;
    const reason = judgeStatus(status);
    if (status >= 300 && UNREACHED.includes(reason)) return { missed: miss(reason, status) };
    if (status >= 300) return OPEN;
    const rules = parseRobots(address.href, new TextDecoder().decode(body.subarray(0, MOST_ROBOTS)));
    return { isAllowed: (url) => rules.isAllowed(url, this.agent) !== false };
  }

  /** Opens one address. @throws the reason of the signal where that is aborted. */
  async openPage(address: string, { etag, lastModified }: Conditions): Promise<Fetched> {
    const conditions = {
      ...(etag === null ? {} : { 'if-none-match': etag }),
      ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
    };
    const fetched = await this.follow(new URL(address), conditions, true);
    if (fetched.kind !== 'page') return fetched;
    const { status } = fetched.answer;
    if (status === 304) return { kind: 'same' };
    return status >= 200 && status < 300 ? fetched : miss(judgeStatus(status), status);
  }
}

import type { Day } from '../model/day.ts';
import type { Digest } from '../model/fingerprint.ts';
import type { Lock, MissReason, SeenPage, SeenQuote, SeenSource } from '../model/lock.ts';
import type { Rubric } from '../model/rubric.ts';
import { isSameQuote, NOT_SEEN } from '../model/sight.ts';
import { excerptText, seeQuote } from '../prose/see-quote.ts';
import type { Conditions, Fetched, PageFetcher } from './fetch-page.ts';
import { type ReadPage, readPage } from './read-page.ts';

/** A quote to look for. */
export type WantedQuote = Pick<SeenQuote, 'text' | 'prefix' | 'suffix'>;

/** What to open: quotes by address. */
export type WantedPages = ReadonlyMap<string, readonly WantedQuote[]>;

/** Letters of a title that are kept. */
const MOST_TITLE = 200;

/** What a refresh judges by. */
export interface RefreshContext {
  readonly rubric: Pick<Rubric, 'hosts' | 'statements'>;
  readonly today: Day;
  readonly digest: Digest;
}

/** Everything that is looked for on a page: what is cited now, and what was looked for before. */
function listQuotes(before: SeenSource, cited: readonly WantedQuote[]): readonly WantedQuote[] {
  const old = before.quotes.filter((quote) => !cited.some((entry) => isSameQuote(entry, quote)));
  const all = [...cited.filter((quote, at) => cited.findIndex((one) => isSameQuote(one, quote)) === at), ...old];
  const toKey = ({ text, prefix, suffix }: WantedQuote) => JSON.stringify([text, prefix, suffix]);
  return all.sort((a, b) => (toKey(a) < toKey(b) ? -1 : 1));
}

/** Looks for a quote; null where the page neither has it nor can be said not to. */
function lookForQuote(quote: WantedQuote, page: ReadPage, { statements }: RefreshContext['rubric']): SeenQuote | null {
  const seen = seeQuote(quote, page.text, statements);
  return page.isWhole || seen?.state === 'found' ? seen : null;
}

function addMiss(before: SeenSource, day: Day, status: number | null, reason: MissReason): SeenSource {
  // Whether a page that was gone is back, only a page says.
  if (before.missed?.reason === 'gone') return before;
  return { ...before, missed: { day, status, reason } };
}

/** The entry of an address after its page was read; a poorer reading never takes the place of a better one. */
function recordPage(
  before: SeenSource,
  page: ReadPage,
  {
    url,
    status,
    headers,
  }: { readonly url: string; readonly status: number; readonly headers: Readonly<Record<string, string | undefined>> },
  cited: readonly WantedQuote[],
  context: RefreshContext,
): SeenSource {
  const { today, digest, rubric } = context;
  const found = listQuotes(before, cited).map((quote) => ({ quote, seen: lookForQuote(quote, page, rubric) }));
  const count = (quotes: readonly (SeenQuote | null)[]) => quotes.filter((quote) => quote?.state === 'found').length;
  const foundNow = count(found.map(({ seen }) => seen));
  if (page.doubt !== null && foundNow === 0) return addMiss(before, today, status, page.doubt);
  // What was read before may have been no more than a long notice.
  const isPoorer = before.page !== null && page.words * 2 < before.page.words && foundNow <= count(before.quotes);
  if (isPoorer) return addMiss(before, today, status, 'poorer');
  const hash = digest(page.normalised);
  const seen: SeenPage = {
    finalUrl: url,
    day: today,
    status,
    contentType: headers['content-type']?.slice(0, 200) ?? null,
    hash,
    words: page.words,
    title: page.title === null ? null : excerptText(page.title, MOST_TITLE),
    published: page.published,
    modified: page.modified,
    etag: headers['etag']?.slice(0, 500) ?? null,
    lastModified: headers['last-modified']?.slice(0, 100) ?? null,
  };
  const quotes = found.flatMap(({ quote, seen: now }) => {
    const old = before.quotes.find((entry) => isSameQuote(entry, quote));
    return now !== null ? [now] : old === undefined ? [] : [old];
  });
  return { ...before, page: seen, missed: null, quotes };
}

/** What makes an answer conditional: nothing where a quote is new, as the text is not kept. */
function findConditions({ page, quotes, missed }: SeenSource, cited: readonly WantedQuote[]): Conditions {
  const isKnown = cited.every((quote) => quotes.some((entry) => isSameQuote(entry, quote)));
  const { etag = null, lastModified = null } = page !== null && missed === null && isKnown ? page : {};
  return { etag, lastModified };
}

async function record(
  address: string,
  fetched: Fetched,
  before: SeenSource,
  cited: readonly WantedQuote[],
  context: RefreshContext,
): Promise<SeenSource | 'no-host'> {
  const { today, rubric } = context;
  if (fetched.kind === 'same')
    return { ...before, page: before.page === null ? null : { ...before.page, day: today }, missed: null };
  if (fetched.kind === 'missed')
    return fetched.reason === 'no-host' ? 'no-host' : addMiss(before, today, fetched.status, fetched.reason);
  const { url, answer } = fetched;
  const { status, headers } = answer;
  const asked = new URL(address);
  const page = await readPage(answer, { asked, url, seen: today, hosts: rubric.hosts });
  if (!page.ok) return addMiss(before, today, status, page.reason);
  return recordPage(before, page, { url: url.href, status, headers }, cited, context);
}

/** How many hosts are asked at the same time. */
const HOSTS_AT_ONCE = 4;

/** What a refresh goes by besides the lock. */
export interface Refresher {
  readonly fetcher: PageFetcher;
  readonly signal: AbortSignal;
  /** Called after each address. */
  onStep(): void;
}

/** Opens pages and records what was seen of them; where the signal is aborted, of those that were opened by then. */
export async function refreshLock(
  lock: Lock,
  wanted: WantedPages,
  { fetcher, signal, onStep }: Refresher,
  context: RefreshContext,
): Promise<Lock> {
  const seen = new Map<string, SeenSource>();
  const nameless: string[] = [];
  const queues = new Map<string, string[]>();
  for (const address of [...wanted.keys()].sort()) {
    const { host } = new URL(address);
    queues.set(host, [...(queues.get(host) ?? []), address]);
  }
  const waiting = [...queues.values()];
  const work = async () => {
    for (let queue = waiting.shift(); queue !== undefined; queue = waiting.shift())
      for (const address of queue) {
        const before = lock.sources[address] ?? NOT_SEEN;
        const cited = wanted.get(address) ?? [];
        const fetched = await fetcher.openPage(address, findConditions(before, cited));
        const entry = await record(address, fetched, before, cited, context);
        if (entry === 'no-host') nameless.push(address);
        else seen.set(address, entry);
        onStep();
      }
  };
  const workers = await Promise.allSettled(Array.from({ length: HOSTS_AT_ONCE }, work));
  const failed = workers.find((worker) => worker.status === 'rejected');
  if (failed !== undefined && !signal.aborted) throw failed.reason;
  // Without a connection no name leads anywhere: only where another host answers is one known not to exist.
  const reason = fetcher.hasAnswers ? 'gone' : 'unreachable';
  for (const address of nameless)
    seen.set(address, addMiss(lock.sources[address] ?? NOT_SEEN, context.today, null, reason));
  return { ...lock, sources: { ...lock.sources, ...Object.fromEntries(seen) } };
}

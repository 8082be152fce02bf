import type { Day } from './day.ts';
import type { Citation, Description, Source } from './description.ts';
import type { Lock, QuoteState, SeenPage, SeenQuote, SeenSource } from './lock.ts';

/** The file next to descriptions that says what was seen of their sources. */
export const LOCK_NAME = 'demandfit.lock.json';

/** An address that was never opened. */
export const NOT_SEEN: SeenSource = { page: null, missed: null, quotes: [], pin: null };

export const NO_LOCK: Lock = { lockVersion: 1, sources: {} };

/** The address under which a lock has a page: without the part that only a browser reads. */
export function toLockKey(url: string): string {
  const address = new URL(url);
  address.hash = '';
  return address.href;
}

/** What a lock says of the sources of one description. */
export function narrowLock({ lockVersion, sources }: Lock, description: Pick<Description, 'sources'>): Lock {
  const cited = new Set(
    description.sources.flatMap(({ url, archive = null }) =>
      [url, archive].filter((one) => one !== null).map(toLockKey),
    ),
  );
  return { lockVersion, sources: Object.fromEntries(Object.entries(sources).filter(([url]) => cited.has(url))) };
}

/** What a lock says of a source. */
export interface Sight {
  /** `archived`: gone, and the archive has it. `unclear`: opened and not read. */
  readonly state: 'read' | 'archived' | 'gone' | 'unclear' | 'not-opened';
  readonly own: SeenSource | null;
  readonly copy: SeenSource | null;
  /** Its quotes as they were looked for in a local document. */
  readonly local: readonly SeenQuote[];
  /** True where the page is no longer as it was when a person looked at it. */
  readonly isChanged: boolean;
}

function findSeen(lock: Lock, url: string | null | undefined): SeenSource | null {
  if (url == null) return null;
  const key = toLockKey(url);
  return Object.hasOwn(lock.sources, key) ? (lock.sources[key] ?? null) : null;
}

const isRead = (seen: SeenSource | null) => seen !== null && seen.page !== null && seen.missed?.reason !== 'gone';

function findState(own: SeenSource | null, copy: SeenSource | null): Sight['state'] {
  if (own?.missed?.reason === 'gone') return isRead(copy) ? 'archived' : 'gone';
  if (own?.page != null) return 'read';
  return own?.missed == null ? 'not-opened' : 'unclear';
}

/** What a lock says of a source; null for one that nobody else can open and no local document has. */
export function findSight(lock: Lock, { id, url, archive }: Pick<Source, 'id' | 'url' | 'archive'>): Sight | null {
  const local = lock.files?.[id] ?? [];
  if (url === null)
    return local.length === 0 ? null : { state: 'read', own: null, copy: null, local, isChanged: false };
  const [own, copy] = [findSeen(lock, url), findSeen(lock, archive)];
  const pinned = own?.pin?.hash ?? null;
  const isChanged = pinned !== null && own?.page != null && own.page.hash !== pinned;
  return { state: findState(own, copy), own, copy, local, isChanged };
}

/** What the lock of a description says of each source that others can open; nothing is known of any without a lock. */
export function listSights({ sources, lock }: Pick<Description, 'sources' | 'lock'>) {
  return sources.flatMap((source): readonly { readonly id: string; readonly sight: Sight }[] => {
    const sight = findSight(lock ?? NO_LOCK, source);
    return sight === null || source.url === null ? [] : [{ id: source.id, sight }];
  });
}

type QuoteKey = Pick<SeenQuote, 'text' | 'prefix' | 'suffix'>;

/** True for one quote in the same context. */
export function isSameQuote(a: QuoteKey, b: QuoteKey): boolean {
  return a.text === b.text && a.prefix === b.prefix && a.suffix === b.suffix;
}

/** How a quote was found on the page, on its archived copy, or else in a local document; null where it was not looked for. */
export function findSeenQuote({ state, own, copy, local }: Sight, quote: QuoteKey): SeenQuote | null {
  const lookIn = (seen: Pick<SeenSource, 'quotes'> | null) =>
    seen?.quotes.find((entry) => isSameQuote(entry, quote)) ?? null;
  const [here, there] = [state === 'archived' ? null : lookIn(own), isRead(copy) ? lookIn(copy) : null];
  if (there?.state === 'found' && here?.state !== 'found') return there;
  return (state === 'archived' ? there : here) ?? lookIn({ quotes: local });
}

/** True where a citation has a quote that its page does not have word for word. */
export function isQuoteMissing(sight: Sight, { quote, prefix, suffix }: Citation): boolean {
  if (quote === null) return false;
  const state: QuoteState = findSeenQuote(sight, { text: quote, prefix, suffix })?.state ?? 'found';
  return state !== 'found';
}

/** The latest day on which a page says that it was written or changed; null where it gives no date. */
export function findPageDate({ published, modified }: SeenPage): Day | null {
  const [latest] = [published, modified].filter((date) => date !== null).sort((a, b) => (a < b ? 1 : -1));
  return latest ?? null;
}

/** The latest day on which an address was opened; empty for never. */
function findLastDay({ page, missed }: SeenSource): string {
  return [page?.day ?? '', missed?.day ?? ''].sort().at(-1) ?? '';
}

/**
 * What an earlier lock says against a source and a later one does not, though it has seen nothing since: that the page is gone, or
 * that it does not have a quote. A page of the same words cannot have a quote that it did not have.
 */
export function findEased(before: Lock, after: Lock, url: string): 'gone' | 'quote' | null {
  const [then, now] = [findSeen(before, url), findSeen(after, url) ?? NOT_SEEN];
  if (then === null) return null;
  const isNewer = findLastDay(now) > findLastDay(then);
  if (then.missed?.reason === 'gone' && now.missed?.reason !== 'gone' && !isNewer) return 'gone';
  const isSamePage = then.page !== null && then.page.hash === now.page?.hash;
  const isEased = then.quotes.some((quote) => {
    const same = now.quotes.find((one) => isSameQuote(one, quote));
    return (
      quote.state !== 'found' && (same === undefined ? !isNewer : same.state === 'found' && (isSamePage || !isNewer))
    );
  });
  return isEased ? 'quote' : null;
}

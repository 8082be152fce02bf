import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readLock, serializeLock } from '../../src/input/lock/lock-file.ts';
import type { Lock, SeenSource } from '../../src/model/lock.ts';
import { NO_LOCK } from '../../src/model/sight.ts';
import { PageFetcher } from '../../src/sources/fetch-page.ts';
import { refreshLock } from '../../src/sources/refresh.ts';
import { makePdf } from '../input/documents/build-documents.ts';
import { shippedRubric } from '../support/rubric.ts';
import { type FakeAnswer, FakeWeb } from './fake-web.ts';

const rubric = shippedRubric();
const PAGE = 'https://example.org/pricing';
const FILLER = Array.from({ length: 200 }, (_, i) => `word${i}`).join(' ');
const QUOTE = 'from $2.65 per hour';

/** A page with these words among others, so that it is long enough to say what is not on it. */
const page = (words: string, more = FILLER) =>
  `<html><head><title>Prices</title></head><body><p>${words}</p><p>${more}</p></body></html>`;
const cite = (text: string, prefix: string | null = null) => ({ text, prefix, suffix: null });

async function refresh(
  pages: Readonly<Record<string, FakeAnswer | FakeAnswer[]>>,
  {
    lock = NO_LOCK,
    today = '2026-11-30',
    quotes = [QUOTE],
    addresses = [PAGE],
  }: { lock?: Lock; today?: string; quotes?: readonly string[]; addresses?: readonly string[] } = {},
): Promise<Lock & { readonly web: FakeWeb; readonly entry: SeenSource }> {
  const web = new FakeWeb(pages);
  const { signal } = new AbortController();
  const fetcher = new PageFetcher(web, 'demandfit/0.0.0', signal);
  const wanted = new Map(addresses.map((address) => [address, quotes.map((text) => cite(text))]));
  const context = { rubric, today, digest: (text: string) => createHash('sha256').update(text).digest('hex') };
  const after = await refreshLock(lock, wanted, { fetcher, signal, onStep() {} }, context);
  expect(readLock(serializeLock(after), 'demandfit.lock.json')).toEqual({ ok: true, value: after });
  const entry = after.sources[PAGE];
  if (entry === undefined) throw new Error('the page was not tried');
  return { ...after, web, entry };
}

const lockOf = ({ lockVersion, sources }: Lock): Lock => ({ lockVersion, sources });

describe('a quote', () => {
  it.each([
    ['is found', page('H100s from $2.65 per hour.'), 'found', null],
    ['is found across elements', page('H100s <b>from</b> <i>$2</i>.65 per&nbsp;<span>hour</span>'), 'found', null],
    ['is found in another case, with other marks', page('FROM $2.65 PER HOUR'), 'found', null],
    ['is found in a menu', page(`<nav>H100s from $2.65 per hour</nav>`), 'found', null],
    ['has another figure', page('H100s from $3.65 per hour.'), 'wording-differs', 'from $3.65 per hour'],
    ['is not there', page('Nothing of the kind.'), 'not-on-page', null],
  ])('%s', async (_, body, state, nearest) => {
    expect((await refresh({ [PAGE]: body })).entry.quotes).toEqual([{ ...cite(QUOTE), state, nearest }]);
  });

  it('is found in a table row', async () => {
    const body = page('<table><tr><th>GPU</th><th>USD per hour</th></tr><tr><td>H100</td><td>2.65</td></tr></table>');
    expect((await refresh({ [PAGE]: body }, { quotes: ['USD per hour H100 2.65'] })).entry.quotes).toMatchObject([
      { text: 'USD per hour H100 2.65' },
    ]);
  });

  it.each([
    ['a page of few words', '<p>Prices and more on request, for teams of any size, with a contract.</p>'],
    ['a page under a paywall', page('A teaser.', `${FILLER} ${FILLER} Subscribe to continue.`)],
    ['the first page of a site', { status: 302, headers: { location: '/' } }],
  ])('is not said to be missing from %s', async (_, answer) => {
    const { entry } = await refresh({ [PAGE]: answer, 'https://example.org/': page('Welcome.') });
    expect(entry.quotes).toEqual([]);
  });

  it('that was found on a page of few words is found', async () => {
    expect((await refresh({ [PAGE]: `<p>H100s ${QUOTE}.</p>` })).entry).toMatchObject({
      missed: null,
      quotes: [{ state: 'found' }],
    });
  });

  it('is found in a PDF, also where it goes on on the next page, and a scan says nothing', async () => {
    const filler = Array.from({ length: 40 }, (_, i) => ({ text: `line${i} with some other words`, size: 10 }));
    const pdf = makePdf([
      [...filler, { text: 'H100s are rented by the second from', size: 10 }],
      [{ text: '$2.65 per hour, without a contract.', size: 10 }, ...filler],
    ]);
    const type = { headers: { 'content-type': 'application/pdf' } };
    const quotes = ['rented by the second from $2.65 per hour'];
    expect((await refresh({ [PAGE]: { ...type, body: pdf } }, { quotes })).entry).toMatchObject({
      quotes: [{ state: 'found' }],
    });
    const scan = makePdf([[], []]);
    expect((await refresh({ [PAGE]: { ...type, body: scan } }, { quotes })).entry.missed?.reason).toBe('no-text');
  });

  it('that is too short is not looked for', async () => {
    expect((await refresh({ [PAGE]: page('2.65') }, { quotes: ['2.65'] })).entry.quotes).toEqual([]);
  });

  it('that another description cites is looked for again', async () => {
    const first = await refresh(
      { [PAGE]: page(`${QUOTE}, billed by the second`) },
      { quotes: ['billed by the second'] },
    );
    const { entry } = await refresh({ [PAGE]: page(QUOTE) }, { lock: lockOf(first) });
    expect(entry.quotes.map(({ text, state }) => [text, state])).toEqual([
      ['billed by the second', 'not-on-page'],
      [QUOTE, 'found'],
    ]);
  });
});

describe('a page', () => {
  it('has its facts in the lock, and nothing of its text', async () => {
    const headers = {
      etag: '"1"',
      'last-modified': 'Mon, 02 Nov 2026 08:00:00 GMT',
      'content-type': 'text/html; charset=utf-8',
    };
    const { entry, sources } = await refresh({
      [PAGE]: { headers, body: page(`${QUOTE}<meta name="date" content="2026-03-01">`) },
    });
    expect(entry.page).toEqual({
      finalUrl: PAGE,
      day: '2026-11-30',
      status: 200,
      contentType: 'text/html; charset=utf-8',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      words: 205,
      title: 'Prices',
      published: '2026-03-01',
      modified: null,
      etag: '"1"',
      lastModified: 'Mon, 02 Nov 2026 08:00:00 GMT',
    });
    expect(JSON.stringify(sources)).not.toContain('word7');
  });

  it('is the same in another layout, and another one with another word', async () => {
    const hash = async (body: string) => (await refresh({ [PAGE]: body })).entry.page?.hash;
    const plain = await hash(page('From $2.65 per hour'));
    expect(await hash(page('<div><b>from</b>   $2.65, per hour!</div><script>nonce = 1</script>'))).toBe(plain);
    expect(await hash(page('<a href="/x?nonce=2">From</a> $2.65 per hour'))).toBe(plain);
    expect(await hash(page('From $2.75 per hour'))).not.toBe(plain);
  });

  it('that is the same is seen again without being sent', async () => {
    const first = await refresh({ [PAGE]: { headers: { etag: '"1"' }, body: page(QUOTE) } });
    const again = await refresh({ [PAGE]: { status: 304 } }, { lock: lockOf(first), today: '2026-12-24' });
    expect(again.web.requests.at(-1)?.headers).toMatchObject({ 'if-none-match': '"1"' });
    expect(again.entry).toEqual({ ...first.entry, page: { ...first.entry.page, day: '2026-12-24' } });
  });

  it('is sent whole where a quote is new', async () => {
    const first = await refresh({ [PAGE]: { headers: { etag: '"1"' }, body: page(QUOTE) } });
    const again = await refresh(
      { [PAGE]: page(QUOTE) },
      { lock: lockOf(first), quotes: [QUOTE, 'billed by the second'] },
    );
    expect(again.web.requests.at(-1)?.headers).not.toHaveProperty('if-none-match');
  });

  it('that is gone keeps what was seen of it, and since when it is gone', async () => {
    const first = await refresh({ [PAGE]: page(QUOTE) });
    const gone = await refresh({ [PAGE]: { status: 404 } }, { lock: lockOf(first), today: '2026-12-01' });
    expect(gone.entry).toEqual({ ...first.entry, missed: { day: '2026-12-01', status: 404, reason: 'gone' } });
    const still = await refresh({ [PAGE]: { status: 410 } }, { lock: lockOf(gone), today: '2026-12-02' });
    expect(still.entry).toEqual(gone.entry);
    const unclear = await refresh({ [PAGE]: { status: 500 } }, { lock: lockOf(gone), today: '2026-12-02' });
    expect(unclear.entry).toEqual(gone.entry);
    const back = await refresh({ [PAGE]: page(QUOTE) }, { lock: lockOf(gone), today: '2026-12-03' });
    expect(back.entry).toMatchObject({ missed: null, page: { day: '2026-12-03' } });
  });

  it.each([
    ['that refuses', { status: 403 }, 'refused'],
    ['that asks to wait', { status: 429 }, 'busy'],
    ['that fails', { status: 500 }, 'failed'],
    ['that takes too long', { ok: false, reason: 'timeout' } as const, 'timeout'],
    ['that is too large', { ok: false, reason: 'too-large' } as const, 'too-large'],
    ['with a check for robots', '<title>Just a moment...</title>', 'wall'],
    ['without text', '<div id="root"></div>', 'little-text'],
    ['that is now a picture', { headers: { 'content-type': 'image/png' }, body: 'x' }, 'format'],
    ['with half of its words', page('H100s from $2.65 per hour.', FILLER.slice(0, 500)), 'poorer'],
  ])('%s takes the place of nothing that was seen', async (_, answer, reason) => {
    const first = await refresh({ [PAGE]: page(QUOTE) });
    const { entry } = await refresh({ [PAGE]: answer }, { lock: lockOf(first), today: '2026-12-01' });
    expect(entry).toMatchObject({ ...first.entry, missed: { day: '2026-12-01', reason } });
  });

  it('cannot put control characters or a long text into the lock', async () => {
    const body = page(`FROM \u202e$3.65 PER\u0007 HOUR`).replace('Prices', `Pri\u202ece\u0007s ${'x'.repeat(500)}`);
    const { entry } = await refresh({ [PAGE]: body });
    expect(JSON.stringify(entry)).not.toMatch(/\u202e|\\u0007/);
    expect(entry.page?.title).toHaveLength(200);
  });

  it('keeps its pin when it is read again', async () => {
    const first = await refresh({ [PAGE]: page(QUOTE) });
    const pin = { day: '2026-11-30', by: 'Ada Example', hash: first.entry.page?.hash ?? null };
    const pinned = { ...lockOf(first), sources: { [PAGE]: { ...first.entry, pin } } };
    expect((await refresh({ [PAGE]: page('Another text.') }, { lock: pinned })).entry.pin).toEqual(pin);
  });
});

describe('a name that leads nowhere', () => {
  const NO_HOST = { ok: false, reason: 'no-host' } as const;
  const OTHER = 'https://other.example.net/x';
  const nowhere = { [PAGE]: NO_HOST, 'https://example.org/robots.txt': NO_HOST };

  it('is gone where another host answers', async () => {
    const { entry } = await refresh({ ...nowhere, [OTHER]: page('x') }, { addresses: [PAGE, OTHER] });
    expect(entry.missed).toEqual({ day: '2026-11-30', status: null, reason: 'gone' });
  });

  it('says nothing where no host answers', async () => {
    const gone = { ...nowhere, [OTHER]: NO_HOST, 'https://other.example.net/robots.txt': NO_HOST };
    const { entry } = await refresh(gone, { addresses: [PAGE, OTHER] });
    expect(entry.missed).toEqual({ day: '2026-11-30', status: null, reason: 'unreachable' });
  });
});

describe('a refresh', () => {
  const addresses = ['c', 'a', 'b'].map((path) => `https://example.org/${path}`);

  it('that is interrupted keeps what was seen', async () => {
    const web = new FakeWeb(Object.fromEntries(addresses.map((address) => [address, page(QUOTE)])));
    const stop = new AbortController();
    web.onRequest = (url) => {
      if (url.endsWith('/b')) stop.abort(new Error('stopped'));
    };
    const fetcher = new PageFetcher(web, 'demandfit/0.0.0', stop.signal);
    const wanted = new Map(addresses.map((address) => [address, [cite(QUOTE)]]));
    const context = { rubric, today: '2026-11-30', digest: (text: string) => text.slice(0, 8) };
    const { sources } = await refreshLock(NO_LOCK, wanted, { fetcher, signal: stop.signal, onStep() {} }, context);
    expect(Object.keys(sources)).toEqual(['https://example.org/a']);
  });

  it('writes its addresses in one order, and leaves those of others alone', async () => {
    const { entry } = await refresh({ [PAGE]: page(QUOTE) });
    const lock = { ...NO_LOCK, sources: { 'https://zebra.example.org/': entry } };
    const after = await refresh(Object.fromEntries([PAGE, ...addresses].map((address) => [address, page(QUOTE)])), {
      lock,
      addresses: [PAGE, ...addresses],
    });
    const written = serializeLock(lockOf(after));
    expect(Object.keys(JSON.parse(written).sources)).toEqual([
      ...addresses.toSorted(),
      PAGE,
      'https://zebra.example.org/',
    ]);
    expect(readLock(written, 'x')).toEqual({ ok: true, value: lockOf(after) });
  });

  it('opens several hosts at the same time', async () => {
    const hosts = ['a', 'b', 'c'].map((name) => `https://${name}.example.org/`);
    const { web } = await refresh(
      { [PAGE]: page(QUOTE), ...Object.fromEntries(hosts.map((host) => [host, page(QUOTE)])) },
      { addresses: [PAGE, ...hosts] },
    );
    expect(web.requests.slice(0, 4).map(({ url }) => new URL(url).pathname)).toEqual(Array(4).fill('/robots.txt'));
  });
});

describe('a lock file', () => {
  it.each([
    ['that is not JSON', '{', 1],
    ['of another version', '{\n  "lockVersion": 2,\n  "sources": {}\n}', 2],
    ['with a key that is unknown', '{\n  "lockVersion": 1,\n  "sources": {},\n  "text": ""\n}', 4],
  ])('%s is refused with its line', (_, text, line) => {
    const read = readLock(text, 'demandfit.lock.json');
    expect(read.ok ? [] : read.problems.map(({ at, file }) => [file, at?.line])).toEqual([
      ['demandfit.lock.json', line],
    ]);
  });
});
